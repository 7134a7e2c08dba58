import { sentencesSaid } from './parse';
import { CARD_PHRASES } from './proposals';
import type { Locale } from './types';

/** What the agent says in its own words. None of it claims anything about the talk, so it needs no source. */
export const PHRASES = {
  tooLittle: { zh: '能读到的消息太少，没什么可说的。', en: 'There is too little in the messages I can read to say anything.' },
  nothingFound: { zh: '没有找到和这个有关的消息。', en: 'I found no message about that.' },
  cannotRead: { zh: '现在读不到聊天记录，过一会儿再问我一次。', en: 'I cannot read the messages right now. Please ask me again in a while.' },
  hello: { zh: '我在。可以让我回顾聊天，也可以让我找谁说过什么。', en: 'I am here. Ask me for a recap, or who said what.' },
  welcome: { zh: '不客气。', en: 'You are welcome.' },
  notMySkill: { zh: '这件事不归我做，派主可以在角色设置里打开。', en: 'That is not among what I do here; the owner can turn it on in my settings.' },
  tooMany: { zh: '一下子问得太多了，这个请再单独问我一次。', en: 'That was a lot at once; please ask me this one again.' },
  cannotDo: {
    zh: '这个我现在做不到。我能做的：回顾聊天（说“总结一下”），找谁说过什么（说“什么时候出发”这样的问题），拟投票和提醒，排行程，管打卡。',
    en: 'I cannot do that yet. What I can do: recap the chat (say “recap”), find who said what (ask “when do we leave”), draft polls and reminders, plan trips and keep challenges.',
  },
  abilities: {
    zh: '我能回顾聊天（说“总结一下”“我错过了什么”），能找谁说过什么（说“什么时候出发”这样的问题），也能拟投票、提醒、行程和打卡，有人确认了才算数。说到聊天内容的话都带出处，点开就能看到原来的消息。',
    en: 'I can recap the chat (say “recap” or “what did I miss”), find who said what (ask “when do we leave”), and draft polls, reminders, trips and challenges, which count once somebody confirms. What I say of the chat comes with its source.',
  },
  topics: { zh: '聊到的：', en: 'What was said:' },
  decided: { zh: '定了的：', en: 'Decided:' },
  todo: { zh: '要做的：', en: 'To do:' },
  open: { zh: '还没人答的：', en: 'Still open:' },
  notInPlan: { zh: '行程里没有这一条，点行程看全部。', en: 'The plan does not say that; open it to see all of it.' },
  found: { zh: '找到的：', en: 'What I found:' },
} as const satisfies Record<string, Record<Locale, string>>;

export type PhraseName = keyof typeof PHRASES;

const OWN = new Set([...Object.values(PHRASES), ...Object.values(CARD_PHRASES)].flatMap(({ zh, en }) => [zh, en].flatMap((phrase) => sentencesSaid(phrase).map(({ text }) => text))));

/** Whether a sentence is one of the above, to the letter. */
export const isOwnPhrase = (text: string): boolean => OWN.has(text.trim());

const HEADINGS = new Set([PHRASES.topics, PHRASES.decided, PHRASES.todo, PHRASES.open, PHRASES.found].flatMap(({ zh, en }) => [zh, en] as string[]));
export const isHeading = (text: string): boolean => HEADINGS.has(text.trim());
