import { field, must, text } from './refusal';
import { spend } from './quota';
import { draw, judge, nowOf, type Call, type State, type Verdict } from './state';

const ACTIVE_MS = 2 * 3_600_000;
const CONTENT_CHARACTERS = 2500;

const detailOf = (verdict: Verdict): object => ({ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 });

/** What WeChat asks of both checks: version 2, a scene, and an openid that used the mini-program within 2 h. */
export function checkAsker(state: State, body: unknown): void {
  const openid = text(body, 'openid');
  must(field(body, 'version') === 2, 40097, 'invalid args');
  must([1, 2, 3, 4].includes(Number(field(body, 'scene'))), 40129, 'invalid scene');
  must(openid !== '', 40003, 'invalid openid');
  const user = state.users.get(openid);
  must(user && nowOf(state) - user.activeAt <= ACTIVE_MS, 61010, 'code is expired');
}

export function msgSecCheck(state: State, { body }: Call): object {
  spend(state, '/wxa/msg_sec_check');
  const content = text(body, 'content');
  must(content !== '', 44004, 'empty content');
  must([...content].length <= CONTENT_CHARACTERS, 45002, 'content size out of limit');
  checkAsker(state, body);
  const verdict = judge(state, content, text(body, 'title'), text(body, 'nickname'), text(body, 'signature'));
  return { result: verdict, detail: [detailOf(verdict)], trace_id: draw(state, 'trace').toString('hex').slice(0, 32) };
}
