import { sentencesOf } from '../text/sentences';
import { Follow } from './follow';
import type { Cited, RecapMessage } from './types';

const WITHIN_SECONDS = 2 * 3600;

const PROPOSES =
  /(?:要不|不如|干脆|那就|就|我?(?:建议|提议)|咱们?|我们|大家|改|定|约|选|换|订|去|吃|用|走).{1,40}(?:吧|怎么样|如何|好不好|行不行|好吗|行吗|成吗|可以吗|可好|呗)[。！!？?~～]*$|(?:要不要|要不然?|我?(?:建议|提议)|不如|干脆|那就(?:定|这么|约|选|去|改)|(?:就|先)?(?:暂)?定(?:在|到|为|了)?(?:[：:]|周|星期|明|后|下|\d)).{2,60}$/;
const PROPOSES_EN = /\b(?:let'?s|let us|how about|what about|shall we|why don'?t we|i (?:suggest|propose)|we could|can we)\b.{3,}/i;
const WONDERS = /(?:谁|哪|什么|几点|多少|为什么|怎么(?!样))/;

const AGREES =
  /^(?:那)?(?:好(?:的|呀|啊|嘞|哒|滴|吧|主意)?|行(?:啊|呀|吧|的)?|可以(?:的|啊|呀)?|没问题|同意|赞成|赞同|支持|ok(?:ay|的)?|成|中|妥|嗯+|对|就这么(?:定|办)(?:了|吧)?|就这样(?:吧|定了)?|定了|一言为定|没意见|听你的|我(?:也)?(?:同意|赞成|可以|没问题|行|ok|没意见|都行)|都(?:行|可以)|\+1|1|👌|👍|收到)(?=$|[\s，,。！!~～、…]|我|那|就|吧|呀|啊|了|的|👌|👍|哈)/i;
const AGREES_EN = /^(?:yes|yeah|yep|sure|ok(?:ay)?|sounds (?:good|great|fine)|agreed?|i agree|works for me|deal|great(?: idea)?|good (?:idea|plan)|fine (?:by|with) me|i'?m in|count me in|perfect|done|\+1|let'?s do (?:it|that))\b/i;
const OBJECTS = /不行|不同意|不太?好|不可以|不想|不了|算了|没空|没时间|来不及|反对|换(?:个|一)|不如|要不|再(?:想|看|说|议)|别(?!忘)|但是|不过|可是|太(?:远|贵|早|晚|累)|\b(?:no|nope|can'?t|cannot|not sure|disagree|rather not|but|too (?:far|late|early|expensive)|instead)\b/i;
const SHORT = 30;

const proposes = (text: string): boolean => (PROPOSES.test(text) && !WONDERS.test(text)) || PROPOSES_EN.test(text);

function proposalIn(message: RecapMessage): string | undefined {
  return sentencesOf(message.text)
    .map((piece) => piece.text)
    .filter(proposes)
    .sort((a, b) => b.length - a.length)[0];
}

const isObjection = (text: string): boolean => OBJECTS.test(text);
const isAgreement = (text: string): boolean => {
  const line = text.trim();
  return line.length <= SHORT && (AGREES.test(line) || AGREES_EN.test(line)) && !isObjection(line) && !/[？?]$/.test(line);
};

/** The message that agrees, unless somebody objects or proposes something else first. */
function agreementTo(index: number, follow: Follow, messages: readonly RecapMessage[]): RecapMessage | undefined {
  for (const { message, index: at, quotes } of follow.by(index, WITHIN_SECONDS)) {
    if (isAgreement(message.text)) return quotes || !overtaken(index, at, messages) ? message : undefined;
    if (isObjection(message.text)) return undefined;
  }
  return undefined;
}

/** Whether another proposal came in between: the agreement is to that one. */
function overtaken(from: number, to: number, messages: readonly RecapMessage[]): boolean {
  return messages.slice(from + 1, to).some((between) => proposalIn(between) !== undefined);
}

/** A decision is a proposal that somebody else agreed to. Cites both. */
export function decisionsIn(messages: readonly RecapMessage[]): Cited[] {
  const follow = new Follow(messages);
  return messages.flatMap((message, index) => {
    const text = proposalIn(message);
    if (text === undefined) return [];
    const agreement = agreementTo(index, follow, messages);
    return agreement === undefined ? [] : [{ text, cites: [message.id, agreement.id] }];
  });
}
