import type { ConstraintOp, ConstraintType, ConstraintValue } from '../../../../shared/domain/itinerary/types';
import { isCorrection } from './correction';
import { clauseAt, type Clause, type Said } from './said';
import { sumsIn, type Sum } from './sums';
import type { ReadConstraint } from './types';

/** What a sum is for. `other`: tickets, fares and shopping, of which there is no wish to keep. */
type Subject = 'hotel' | 'meal' | 'other' | 'whole';

const SUBJECTS: readonly (readonly [Subject, RegExp])[] = [
  ['other', /门票|票价|票费|票钱|入场|车费|车票|路费|机票|打车费?|交通费?|油费|购物|买(?!单)|礼物|伴手礼|押金|工资|运费|纪念品|停车费?/g],
  ['hotel', /酒店|宾馆|旅馆|旅店|民宿|客栈|青旅|住宿|住店|住处|房费|房价|房间|(?<!天)[每一]晚上?|\/晚|间夜|(?<!天)[每一]夜|最低价格|入住|[要想]住|住的/g],
  ['meal', /人均消费|餐馆|餐厅|饭店|饭馆|吃饭|用餐|就餐|[每一]顿|[每一]餐|\/餐|餐费|餐食|餐标|饭钱|伙食|吃的|馆子|小吃|美食|(?<!小)[想要]?吃(?!完|过)|[早午晚中]餐|[早午晚中]饭|火锅|烤鸭|菜/g],
  ['whole', /(?<!(?:餐|饮|饭|食|宿|店|宾馆|交通|门票|房间|购物)的?)预算|总共|一共|总计|总价|总费用|总花费|全程|全部|经费|花费|开销|费用|盘缠|开支|支出|资金|费用|团费|整趟|整个行程|下来|花(?![园卉海草茶])/g],
];
const PER_HEAD = /人均|每人|每个人|每位|一人(?![间份])|一个人(?=[\d一二两三四五六七八九])|单人预算|\/人|每头|人头|个人预算/;
/** What stands right behind a sum says what it is for, before anything else. */
const BEHIND: readonly (readonly [Subject, RegExp])[] = [
  ['hotel', /^(?:\/|一|每|的)?(?:晚|夜|间夜)|^的?(?:酒店|宾馆|民宿|房间|住宿|房(?!子))|^一间|^住/],
  ['meal', /^(?:\/|一|每)?(?:餐|顿)|^的?(?:餐馆|餐厅|饭店|饭馆|馆子)|^吃/],
  ['other', /^的?(?:门票|票价|景点|车费|机票|车票|礼物)/],
  ['whole', /^的?(?:总)?(?:预算|经费)/],
];
/** A sum nobody says the subject of: below it a meal, from it on a whole trip per head. */
const TRIP_PER_HEAD = 500;

interface Cue {
  subject: Subject;
  at: number;
}

const cuesIn = (text: string): Cue[] => SUBJECTS.flatMap(([subject, words]) => [...text.matchAll(words)].map((hit) => ({ subject, at: hit.index })));

/** The last cue before a place, else the first after it. */
function nearest(text: string, at: number): Subject | undefined {
  const cues = cuesIn(text).sort((a, b) => a.at - b.at);
  return (cues.findLast((cue) => cue.at < at) ?? cues[0])?.subject;
}

const SENTENCE_END = /[。!?;\n]/;

/** The sentence up to and after the clause at a position. */
function sentenceAt({ text }: Said, start: number, end: number): { text: string; start: number } {
  let from = start;
  while (from > 0 && !SENTENCE_END.test(text[from - 1] as string)) from--;
  let to = end;
  while (to < text.length && !SENTENCE_END.test(text[to] as string)) to++;
  return { text: text.slice(from, to), start: from };
}

const direct = (said: Said, sum: Sum): Subject | undefined => BEHIND.find(([, words]) => words.test(said.text.slice(sum.end, sum.end + 6)))?.[0];

function wider(said: Said, sum: Sum, clause: Clause): Subject | undefined {
  const sentence = sentenceAt(said, clause.start, clause.end);
  return nearest(sentence.text, sum.start - sentence.start) ?? nearest(said.text, sum.start);
}

/** 餐饮总共, 总的住宿: a part of the trip in all, of which there is no wish to keep. */
const PART_IN_ALL = /(?:餐饮?|饮食|吃饭?|伙食|住宿|酒店|交通|门票|景点|购物|打车|机票|市内)[^,]{0,6}(?:总|一共|共|合计|加起来|全部)|总的?(?:餐饮|住宿|交通|门票)/;
/** Up to so much a head is a good dinner where one was talked of just before. */
const DINNER = 800;

/** 人均80 alone is a meal, 一人二十 is anything. */
function ofHead(said: Said, sum: Sum, clause: Clause): ConstraintType | undefined {
  const amount = sum.high ?? sum.low ?? 0;
  if (amount < DINNER && wider(said, sum, clause) === 'meal') return 'meal_price';
  if (amount >= TRIP_PER_HEAD) return 'budget_per_person';
  return clause.text.includes('人均') ? 'meal_price' : undefined;
}

/** A sum of so much that is not to be passed is the trip's, where nothing else is talked of. */
const isWholeTrip = ({ low, high, about, unit }: Sum): boolean => (low === undefined || (about && unit)) && (high ?? 0) >= TRIP_PER_HEAD;

function typeOf(said: Said, sum: Sum): ConstraintType | undefined {
  const clause = clauseAt(said, sum.start);
  const perHead = PER_HEAD.test(clause.text);
  const near = direct(said, sum) ?? nearest(clause.text, sum.start - clause.start);
  if (PART_IN_ALL.test(said.text.slice(clause.start, sum.start))) return undefined;
  if (near === undefined && perHead) return ofHead(said, sum, clause);
  const subject = near ?? wider(said, sum, clause);
  if (subject === 'hotel') return 'hotel_price';
  if (subject === 'meal') return 'meal_price';
  if (subject === 'whole') return perHead ? 'budget_per_person' : 'budget';
  return subject === undefined && isWholeTrip(sum) ? 'budget' : undefined;
}

/** A budget is a bound even where it is said as a bare number; a price may be a range. */
function bound({ low, high }: Sum, type: ConstraintType): { op: ConstraintOp; value: ConstraintValue } | null {
  if (high !== undefined && (type.startsWith('budget') || low === undefined)) return { op: 'le', value: high };
  if (low === undefined) return null;
  if (high === undefined) return { op: 'ge', value: low };
  return low === high ? { op: 'eq', value: low } : { op: 'in', value: [low, high] };
}

/** A sum needs its unit, a bound or a word of money near it: 4分以上 and 5人 are none. */
const MONEY = /预算|人均|总|共|价|消费|花|费|钱|经费|每晚|一晚|每人|一人|每顿|开销|开支|资金|控制在|限制在|酒店|住宿/;
/** 预算不多，就三千. */
const BUDGET = /预算|经费/;

function isMoney(said: Said, sum: Sum): boolean {
  const clause = clauseAt(said, sum.start);
  const before = said.text.slice(sentenceAt(said, clause.start, clause.end).start, sum.start);
  return sum.unit || BUDGET.test(before) || MONEY.test(said.text.slice(clause.start, Math.min(clause.end, sum.end + 8))) || isWholeTrip(sum);
}

/** The sums of a text that are wishes. A corrected sum is for what the one before it was. */
export function pricesIn(said: Said): ReadConstraint[] {
  const read: ReadConstraint[] = [];
  for (const sum of sumsIn(said)) {
    const before = read.at(-1);
    const corrects = before !== undefined && isCorrection(said.text.slice(before.span[1], sum.start));
    const type = corrects && direct(said, sum) === undefined ? before.type : isMoney(said, sum) ? typeOf(said, sum) : undefined;
    const found = type === undefined ? null : bound(sum, type);
    if (type === undefined || found === null) continue;
    if (corrects && before.type === type) read.pop();
    read.push({ type, ...found, span: [sum.start, sum.end] });
  }
  return read;
}
