import type { ConstraintOp, ConstraintType, ConstraintValue } from '../../../../shared/domain/itinerary/types';
import { COUNT } from './amounts';
import { isCorrection } from './correction';
import { clauseAt, type Clause, type Said } from './said';
import { direct, nearest, sentenceAt, wider } from './subject';
import { sumsIn, type Sum } from './sums';
import type { ReadConstraint } from './types';

const PER_HEAD = /人均|每人|每个人|每位|一人(?![间份])|一个人(?=[\d一二两三四五六七八九])|单人预算|\/人|每头|人头|个人预算|[/每]位|各(?:自|人)?[出花掏付交摊]|\baa(?:制)?(?=[\d一二两三四五六七八九])/;
/** 五百一个人. */
const PER_HEAD_BEHIND = /^\s?(?:\/|一个?|每个?)(?:人|位|头)(?!间)/;
/** A sum per head nobody says the subject of: below it a meal, from it on the trip. */
const HEAD_OF_TRIP = 200;
/** From so much on a sum nobody says the subject of may be the whole trip's. */
const WHOLE_TRIP = 500;

/** 餐饮总共, 总的住宿: a part of the trip in all, of which there is no wish to keep. */
const PART_IN_ALL = /(?:餐饮?|饮食|吃饭?|伙食|住宿|酒店|交通|门票|景点|购物|打车|机票|市内)[^,]{0,6}(?:总|一共|共|合计|加起来|全部)|总的?(?:餐饮|住宿|交通|门票)/;
/** 每天三百: of so much a day there is no wish to keep. */
const A_DAY = /[每一]天(?:的?预算|最多|只?能?花|别超|不超)|每[天日]|日均/;
/** Up to so much a head is a good dinner where one was talked of just before. */
const DINNER = 800;

/** How long one is on the way, and nothing of food: what a head pays is for all of it. */
const OUTING = /[\d一二两三四五六七]\s?[天日晚夜]|一日游|当天(?:来回|往返)|团建|轰趴|聚会|春游|秋游|出游/;

/** 去天津一天，300块以内: little money for a short trip. */
const isOuting = ({ low, high = 0, unit }: Sum, { text }: Said): boolean => high >= HEAD_OF_TRIP / 2 && (low === undefined || unit) && OUTING.test(text);

/** 人均80 alone is a meal, 一人二十 is anything, 一日游每人150 the whole day. */
function ofHead(said: Said, sum: Sum, clause: Clause): ConstraintType | undefined {
  const amount = sum.high ?? sum.low ?? 0;
  if (amount < DINNER && wider(said, sum, clause) === 'meal') return 'meal_price';
  if (amount >= HEAD_OF_TRIP || (amount >= HEAD_OF_TRIP / 2 && OUTING.test(said.text))) return 'budget_per_person';
  return clause.text.includes('人均') ? 'meal_price' : undefined;
}

/** A sum of so much that is not to be passed is the trip's, where nothing else is talked of. */
const isWholeTrip = ({ low, high, about, unit }: Sum): boolean => (low === undefined || (about && unit)) && (high ?? 0) >= WHOLE_TRIP;

/** 吃住玩一万, 餐饮住宿门票全算上: parts of the trip that are all of it. */
const PARTS = /(?:(?:餐饮?|饮食|吃饭?|喝|住宿?|行|玩|乐|交通|门票|酒店(?!住)|机票|车票|机|酒(?!店)|购物|食宿)[、和加+]?){2,}(?:全包|全都?算上|全算|都算上|全部|一共|总共|都在内|一起|加起来|合计|合起来)?[就也共大概要]{0,3}$/;

/** 含机票五千, 除去车票两千. */
const COVERS = /(?:不?(?:包?含|包括)|(?:不|全)算|除[去开了])(?:来回|往返)?[\p{Script=Han}]{1,6}$|除外$|另算$/u;

/** What people say around a sum that says nothing of what it is for. */
const FILLER = new RegExp(`(?:我们|咱们?)?${COUNT}(?:个|位|名|口)?人|我们俩?|[钱嘛呢哈啊吧吗哦呀了么的不点\\s]|大概|大约|左右|上下|差不多|预计|估计|顶多|最多|搞定|拿下|解决|打住|封顶|够|就|也|得|总|共|加起来|有限|花完拉倒|[一两三]个人`, 'g');
/** 两天，1500元，火锅: a sum that is a clause of its own is not for what comes after it. */
const standsAlone = (sum: Sum, { text, start }: Clause): boolean => (text.slice(0, sum.start - start) + text.slice(sum.end - start)).replace(FILLER, '') === '';

/** From so much on a sum that stands alone is the trip's, whatever was talked of before. */
const MORE_THAN = { hotel: 2000, meal: 1000, other: 1000, whole: 0 } as const;
/** 6666 is praise. */
const PRAISE = /^(\d)\1{2,}$/;

/** 三天，四个人，一万: money though nobody says so. */
const isPlainSum = (sum: Sum, said: Said, clause: Clause): boolean => (sum.high ?? 0) >= 2 * WHOLE_TRIP && standsAlone(sum, clause) && !PRAISE.test(said.text.slice(sum.start, sum.end));

function typeOf(said: Said, sum: Sum): ConstraintType | undefined {
  const clause = clauseAt(said, sum.start);
  const perHead = PER_HEAD.test(clause.text) || PER_HEAD_BEHIND.test(said.text.slice(sum.end));
  const near = direct(said, sum) ?? nearest(clause.text, sum.start - clause.start);
  if (COVERS.test(said.text.slice(clause.start, sum.start)) && (sum.high ?? 0) >= WHOLE_TRIP) return perHead ? 'budget_per_person' : 'budget';
  if (PARTS.test(said.text.slice(clause.start, sum.start).replace(/(?:每|一个?)人|人均/g, ''))) return perHead ? 'budget_per_person' : 'budget';
  if (A_DAY.test(said.text.slice(clause.start, sum.start))) return undefined;
  if (PART_IN_ALL.test(said.text.slice(clause.start, sum.start))) return undefined;
  if (near === undefined && perHead) return ofHead(said, sum, clause);
  const before = sentenceAt(said, clause);
  if (near === undefined && standsAlone(sum, clause) && (isWholeTrip(sum) || isPlainSum(sum, said, clause) || isOuting(sum, said))) {
    const talked = nearest(before.text.slice(0, sum.start - before.start), Infinity);
    if (talked === undefined || (sum.high ?? 0) >= MORE_THAN[talked]) return 'budget';
  }
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
const MONEY = /撑死|全包|搞定|拿下|包括|[包不]含|人头|手[里头]|兜里|准备了|攒了|带了|吃住行?|预算|人均|总|共|价|消费|花|费|钱|经费|每晚|一晚|每人|一人|每位|各|每顿|开销|开支|资金|控制在|限制在|酒店|住宿/;
/** 预算不多，就三千. */
const BUDGET = /预算|经费/;

function isMoney(said: Said, sum: Sum): boolean {
  const clause = clauseAt(said, sum.start);
  const before = said.text.slice(sentenceAt(said, clause).start, sum.start);
  return sum.unit || PER_HEAD_BEHIND.test(said.text.slice(sum.end)) || BUDGET.test(before) || MONEY.test(said.text.slice(clause.start, Math.min(clause.end, sum.end + 8))) || isWholeTrip(sum) || isPlainSum(sum, said, clause);
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
