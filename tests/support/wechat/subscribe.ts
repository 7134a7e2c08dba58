import { field, must, text } from './refusal';
import { judge, type Call, type State } from './state';
import { isTemplateValue } from './values';

export const creditKey = (openid: string, templateId: string): string => `${openid} ${templateId}`;

function checkValues(state: State, values: unknown): void {
  must(typeof values === 'object' && values !== null && Object.keys(values).length > 0, 47003, 'argument invalid! data is empty');
  for (const [keyword, entry] of Object.entries(values)) {
    const value = field(entry, 'value');
    must(isTemplateValue(keyword, value), 47003, `argument invalid! data.${keyword}.value invalid`);
    must(judge(state, String(value)).suggest !== 'risky', 45168, 'hit sensitive word');
  }
}

export function subscribeSend(state: State, call: Call): object {
  const { body } = call;
  const openid = text(body, 'touser');
  const templateId = text(body, 'template_id');
  const key = creditKey(openid, templateId);
  must(state.users.has(openid) || state.credits.has(key), 40003, 'invalid openid');
  must(state.templates.has(templateId), 40037, 'invalid template_id');
  must(['developer', 'trial', 'formal'].includes(String(field(body, 'miniprogram_state') ?? 'formal')), 47003, 'argument invalid! miniprogram_state');
  const page = text(body, 'page').split('?')[0] as string;
  must(page === '' || (state.pages?.has(page) ?? true), 41030, 'invalid page');
  checkValues(state, field(body, 'data'));
  must(state.templates.get(templateId) !== 'banned', 43107, 'subscribe message is banned');
  const left = state.credits.get(key) ?? 0;
  must(left > 0, 43101, 'user refuse to accept the msg');
  state.credits.set(key, left - 1);
  state.sent.push(call);
  return {};
}
