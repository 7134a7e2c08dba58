import type { Account, Locale } from '../../agents';
import type { PartDoc } from '../../message';

const WORDS = {
  head: { zh: (n: number) => `回顾了 ${n} 条消息。`, en: (n: number) => `A recap of ${n} messages.` },
  leftOut: { zh: (n: number) => `有 ${n} 条没有读，写的人不让 AI 读。`, en: (n: number) => ` ${n} were not read; their authors do not let the AI read them.` },
  little: { zh: '这一段没说什么，没有可回顾的。', en: 'Little was said here; there is nothing to recap.' },
  decided: { zh: '定了：', en: 'Decided: ' },
  todo: { zh: '要做的：', en: 'To do: ' },
  open: { zh: '还没答案：', en: 'Still open: ' },
  topic: { zh: (title: string) => `【${title}】`, en: (title: string) => `[${title}] ` },
  invite: { zh: '上面还没答案的，大家今天定一下？', en: 'Shall we settle what is still open today?' },
} as const;

const STOP = /[。！？!?….]["”」]?$/;

const ended = (text: string, locale: Locale): string => (STOP.test(text) ? text : text + (locale === 'zh' ? '。' : '.'));

/** Each row says by itself what it is: a recall may take the one before it. */
const rows = (label: string, parts: readonly PartDoc[], locale: Locale): PartDoc[] => parts.map(({ text, cites }) => ({ text: `\n${label}${ended(text, locale)}`, cites }));

interface Posted {
  account: Account;
  messages: number;
  leftOut: number;
  locale: Locale;
  /** Ends with a question about what is open. */
  opens?: boolean;
}

/** A recap as one message of the log. */
export function partsOf({ account, messages, leftOut, locale, opens }: Posted): PartDoc[] {
  const { topics, decisions, todos, questions } = account;
  const said = topics.flatMap(({ title, sentences }) => sentences.map(({ text, cites }, i) => ({ text: `${i === 0 ? `\n${WORDS.topic[locale](title)}` : locale === 'zh' ? '' : ' '}${ended(text, locale)}`, cites })));
  const owned = todos.map(({ text, cites, owner }) => ({ text: owner && !text.includes(owner) ? `${owner}：${text}` : text, cites }));
  const body = [...said, ...rows(WORDS.decided[locale], decisions, locale), ...rows(WORDS.todo[locale], owned, locale), ...rows(WORDS.open[locale], questions, locale)];
  if (body.length === 0) return [{ text: WORDS.little[locale], cites: [] }];
  const head = WORDS.head[locale](messages) + (leftOut > 0 ? WORDS.leftOut[locale](leftOut) : '');
  return [{ text: head, cites: [] }, ...body, ...(opens && questions.length > 0 ? [{ text: `\n${WORDS.invite[locale]}`, cites: [] }] : [])];
}
