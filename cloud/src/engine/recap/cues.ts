import type { RecapMessage } from './types';

/** What speaks for a new subject before a message, besides its words: `silence` is the part that long pauses give. */
export interface Cue {
  score: number;
  silence: number;
}

const OPENS =
  /下一个(?:问题|话题|议题|环节)|下面|接下来|有请|第[一二三四五六七八]个(?:问题|议题|话题|环节)|想问|问一下|想请|请教|那?么?我们(?:来|再|就)|最后一个|另外一个问题|话题|议题|回到|^对了|^话说|^另外|换个话题|说个事|还有(?:个|一)事|\b(?:next|another) (?:topic|question|thing)\b|\b(?:by the way|btw|moving on|one more thing|speaking of)\b/i;
const THANKS = /^(?:好|嗯|ok|非常|再次|明白|是的|对|thanks?|great)?[，,。!！ ]*.{0,6}(?:谢谢|感谢|thank)|精彩|分享/i;
const CLOSES = /(?:谢谢(?:大家|各位|您|你)?|感谢|就(?:讲|说|谈|分享|聊)(?:到|这)?(?:这里|这|这么|这些)[^。]{0,4}|就这样|先这样|thanks?(?: all| everyone)?|that's (?:it|all))[。！!.]*(?:好。?)?$/i;
const ASKS = /[？?]/;

const HEAD = 60;
const TAIL = 80;
const SILENCES: readonly (readonly [number, number])[] = [
  [6 * 3600, 3],
  [2 * 3600, 2],
  [30 * 60, 1],
];

/** The one who takes the floor back most often: in a led talk that person opens the subjects. */
function host(messages: readonly RecapMessage[]): string | undefined {
  const turns = new Map<string, number>();
  messages.forEach(({ author }, i) => {
    if (i > 0 && messages[i - 1]?.author !== author) turns.set(author, (turns.get(author) ?? 0) + 1);
  });
  return [...turns].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

function silenceBefore(before: RecapMessage, message: RecapMessage): number {
  const pause = message.at - before.at;
  return SILENCES.find(([seconds]) => pause >= seconds)?.[1] ?? 0;
}

function cueBetween(before: RecapMessage, message: RecapMessage, leads: boolean): Cue {
  const turns = before.author !== message.author;
  const head = message.text.slice(0, HEAD);
  const words = 0.7 * Number(OPENS.test(message.text)) + Number(THANKS.test(head)) + 0.3 * Number(ASKS.test(message.text.slice(-TAIL)));
  const silence = silenceBefore(before, message);
  const answers = message.replyTo === before.id ? -1 : 0;
  const score = (turns ? words : 0.3 * words - 0.5) + 0.7 * Number(CLOSES.test(before.text.slice(-20))) + 0.5 * Number(turns && leads) + silence + answers;
  return { score, silence };
}

/** One cue for the gap before each message; the first has none. */
export function boundaryCues(messages: readonly RecapMessage[]): Cue[] {
  const leader = host(messages);
  return messages.map((message, i) => {
    const before = messages[i - 1];
    return before === undefined ? { score: -9, silence: 0 } : cueBetween(before, message, message.author === leader);
  });
}
