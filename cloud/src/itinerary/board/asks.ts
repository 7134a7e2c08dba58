import type { MessageDoc } from '../../message';
import type { PaiDoc } from '../../pai';

/** What one asks the AI member to look up, or to do with a plan that is there. */
const ASKS = /推荐|介绍|有(?:什么|啥|没有|哪)|哪[里儿些家个]|几点|多少|什么时候|怎么|挪到|移到|改到|换一?[家个]|[吗呢？?]\s*$|\b(?:recommend|suggest|move|swap|what|when|where|which|how)\b/i;
/** What one wishes while one asks. */
const WISHES = /我们?(?:都|也|家)?(?:想|要|希望|吃素|不吃|只)|过敏|预算|\b(?:i|we)(?:'d| would)? (?:like|love|want|need)\b/i;
const CALL = /^(?:@\S+\s*)+/;

/** Whether somebody only asks an AI member something: what he asks for is no wish of his for the trip. */
export const isAsk = ({ mentions = [], text }: Pick<MessageDoc, 'mentions' | 'text'>, { assistants }: Pick<PaiDoc, 'assistants'>): boolean => assistants.some(({ id }) => mentions.includes(id)) && ASKS.test(text) && !WISHES.test(text);

/** The words of a wish without whom they call. */
export const withoutCall = (words: string): string => words.replace(CALL, '') || words;
