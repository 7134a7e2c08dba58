import type { ConstraintType, PlaceType } from '../../../../shared/domain/itinerary/types';
import { isTold } from './correction';
import { isDenied } from './polarity';
import { isWish } from './relevance';
import { blot, foldUnits, readable, type Clause, type Said } from './said';
import type { Kinds, Meaning, ReadConstraint, TalkContext, TalkMessage } from './types';
import { wishes } from './wishes';

const KIND_TYPE: Record<PlaceType, ConstraintType> = { attraction: 'attraction_kind', restaurant: 'restaurant_kind', hotel: 'hotel_kind' };

/** What has one of these in it is about something the program understood. */
const UNDERSTOOD = /_kind$|_name$|_price$|^(?:diet|transport.*|budget.*|pace|rest|arrive|leave)$/;
/** Who comes along may wish for anything. */
const PERSON = /^(?:child|elder)$/;

/** Denials of English clauses; those of Chinese ones are read with all other wishes. */
const DENIES_EN = /(?:\b(?:no|not|never|without|avoid|skip|hate|dislike|rather than|anything but)|n['’]t)\b[\w\s'’-]*$/;
const HAN = /\p{Script=Han}/u;

function isUnwanted(said: Said, clause: Clause, start: number, end: number): boolean {
  if (HAN.test(clause.text)) return isDenied(said, start, end);
  return DENIES_EN.test(clause.text.slice(0, start - clause.start));
}

const inside = (clause: Clause, read: readonly ReadConstraint[]): ReadConstraint[] => read.filter(({ span }) => clause.start <= span[0] && span[0] < clause.end);

const isFree = (clause: Clause, read: readonly ReadConstraint[]): boolean =>
  !inside(clause, read).some(({ type, value }) => UNDERSTOOD.test(type) || (type === 'mobility' && !PERSON.test(String(value))));

/** A constraint and what it was taken from. */
export interface Meant {
  constraint: ReadConstraint;
  meaning: Meaning;
}

/**
 * What a message wishes in words nobody but a model took for a kind, as far as it holds: such a kind is there, the words
 * stand in a clause nothing else of a place was read from, and each word means one thing. Whether it is wanted, and
 * whether the clause is a wish at all, is read as ever.
 */
export function meantIn(said: Said, { meanings = [] }: Pick<TalkMessage, 'meanings'>, kinds: Partial<Kinds>, read: readonly ReadConstraint[]): Meant[] {
  const taken: Meant[] = [];
  for (const meaning of meanings) {
    const start = said.text.indexOf(foldUnits(meaning.words));
    const end = start + meaning.words.length;
    const clause = said.clauses.find((one) => one.start <= start && end <= one.end);
    if (meaning.words.trim().length < 2 || !clause || !isFree(clause, read) || !kinds[meaning.place]?.includes(meaning.kind)) continue;
    const type = KIND_TYPE[meaning.place];
    const overlaps = taken.some(({ constraint: { span, type: other, value } }) => (span[0] < end && start < span[1]) || (other === type && value === meaning.kind));
    if (!overlaps) taken.push({ constraint: { type, op: isUnwanted(said, clause, start, end) ? 'ne' : 'has', value: meaning.kind, span: [start, end] }, meaning });
  }
  return taken;
}

const WANTS = /想|要|希望|最好|喜欢|爱|别|不|求|建议|能|可以|吧|找|来点|去|有没有|\b(?:want|like|love|prefer|would|wish|hope|let'?s|somewhere|something|someplace|avoid|can we|how about|nothing|no)\b/;
const PLACE = /逛|看(?![看法来])|玩|参观|景|游|走|爬|去|转|体验|感受|地方|散步|待|呆|坐坐|拍|吃|尝|喝|餐|馆|店|味|住|酒店|民宿|房|\b(?:some(?:where|thing|place)|places?|spots?|see|visit|walk|stroll|eat|food|drink|restaurant|stay|sleep|hotel|room|view|by the|near)\b/;
/** Words that wish without saying what. */
const EMPTY = /我们?|咱们?|他们?|她|大家|全家|一家|爸妈?|妈|父母|老人|孩子|朋友|同学|同事|对象|[和跟带陪与从再]|一?趟|准备|打算|计划|寒假|暑假|年底|国庆|元旦|假期?|一起|想|要|希望|最好|可以|能|去|来|玩|逛逛|看看|走走|吃|住|这次|周末|明天|后天|上午|下午|晚上|早上|的|了|吧|呀|啊|呢|吗|就|也|都|还|再|行|好|地方|什么|哪里?|哪儿|点|些|个|[\s\d]|\b(?:i|we|you|would|want|like|to|the|a|an|go|some|us|it|is|can|let'?s|please)\b/g;
const LEAST = 3;

/** Whether a clause wishes for something of a place and leaves open of which kind. */
function isOpen(said: Said, clause: Clause, read: readonly ReadConstraint[], people: readonly string[]): boolean {
  if (!WANTS.test(clause.text) || !PLACE.test(clause.text) || !isFree(clause, read) || isTold(said, clause.start)) return false;
  const known = inside(clause, read);
  // of going to a city what is said behind it is the wish
  const from = Math.max(clause.start, ...known.filter(({ type }) => type.endsWith('_city')).map(({ span }) => span[1]));
  const rest = blot(said, known.map(({ span }) => span)).text.slice(from, clause.end);
  if (rest.replace(EMPTY, '').replace(/[^\p{L}]/gu, '').length < LEAST) return false;
  return isWish(clause.text, said.text, [{ type: 'attraction_kind', op: 'has', value: '', span: [clause.start, clause.end] }], people);
}

/** The clauses of a message that wish for something of a place in words the program takes for no kind, as they were said. */
export function untyped(message: Pick<TalkMessage, 'at' | 'text'>, context: TalkContext = {}): string[] {
  const said = readable(message.text);
  const { constraints } = wishes({ ...context, text: message.text, now: new Date(message.at * 1000).toISOString() });
  return said.clauses.filter((clause) => isOpen(said, clause, constraints, context.people ?? [])).map(({ start, end }) => message.text.slice(start, end).trim());
}
