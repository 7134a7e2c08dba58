import { isAsk } from './ask';
import type { Clause } from './clauses';
import { quotedBy } from './toOther';
import type { Self, SpeakMessage } from './types';

/** How soon after an answer an ask may go on from it, and how long (UTF-16) such an ask may be. */
export const FOLLOW_UP = { seconds: 180, longest: 40 } as const;

/** Words that only make sense after what was just said. */
const LEANS =
  /^(?:那|再|还|换|继续|然后|具体|为什么|为啥|怎么说|什么意思|比如|另外|详细|短|长|简|接着|下一|所以|如果|要是|不要|别|多|少|改|重新)|^.{1,12}呢$|(?:你|您)(?:再|说|刚|觉得|能|可以|帮|给|确定|怎么)|(?:第[一二三四五]个|这个|那个|它|上面|刚才)|^(?:and|what about|how about|why|then|but|more|another|again|shorter|longer|also|so|which one|are you sure|can you|could you|what do you mean|go on|continue)\b/;

/** Whom the AI member's answer is for: the author of the message it quotes, or the one it mentions. */
function answersTo(answer: SpeakMessage, author: string, before: readonly SpeakMessage[]): boolean {
  return quotedBy(answer, before)?.author === author || answer.mentions?.includes(author) === true;
}

/**
 * A short ask by the one the AI member has just answered, with nobody between, that leans on the answer. Rather missed
 * than taken: people also go on talking among themselves.
 */
export function isFollowUp(message: SpeakMessage, before: readonly SpeakMessage[], self: Self, clauses: readonly Clause[]): boolean {
  const last = before.findLastIndex(({ author }) => author !== message.author);
  const answer = before[last];
  if (answer?.author !== self.id || message.at - answer.at > FOLLOW_UP.seconds) return false;
  if (!answersTo(answer, message.author, before.slice(0, last))) return false;
  if (message.text.length > FOLLOW_UP.longest || !clauses.some(({ text }) => LEANS.test(text))) return false;
  return isAsk(clauses);
}
