import { parseDay, weekdayOf } from '@shared/domain/civil';
import type { Itinerary, Place, PlanItem } from '@shared/wire/itinerary';
import type { Locale } from '@shared/wire/errors';

interface Words {
  kinds: Record<PlanItem['kind'], string>;
  means: Record<NonNullable<PlanItem['leg']>['by'], string>;
  day: (n: number) => string;
  date: (month: number, day: number, weekday: number) => string;
  minutes: (n: number) => string;
  people: (n: number) => string;
  each: (yuan: string) => string;
  heads: readonly string[];
  expenseHeads: readonly string[];
  unverified: string;
  open: (n: number) => string;
  noPrice: string;
}

const EN_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export const WORDS: Record<Locale, Words> = {
  zh: {
    kinds: { attraction: '游玩', breakfast: '早饭', lunch: '午饭', dinner: '晚饭', hotel: '住宿', rest: '休息' },
    means: { walk: '步行', metro: '地铁', taxi: '打车' },
    day: (n) => `第 ${n} 天`,
    date: (month, day, weekday) => `${month}月${day}日 周${'一二三四五六日'[weekday - 1]}`,
    minutes: (n) => `${n} 分钟`,
    people: (n) => `${n} 人`,
    each: (yuan) => `人均 ${yuan}`,
    heads: ['第几天', '日期', '开始', '结束', '做什么', '地点', '地址', '花费（元）', '怎么去', '路上（分钟）', '谁去', '备注', '纬度（GCJ-02）', '经度（GCJ-02）', '来源', '来源日期', '核实过', '标注'],
    expenseHeads: ['名目', '金额（元）', '付钱的人', '谁分', '份数', '记账的人', '时间', '已删'],
    unverified: '没核实',
    open: (n) => `还有 ${n} 条要求没满足`,
    noPrice: '价格不详',
  },
  en: {
    kinds: { attraction: 'Sight', breakfast: 'Breakfast', lunch: 'Lunch', dinner: 'Dinner', hotel: 'Hotel', rest: 'Rest' },
    means: { walk: 'on foot', metro: 'by metro', taxi: 'by taxi' },
    day: (n) => `Day ${n}`,
    date: (month, day, weekday) => `${EN_DAYS[weekday - 1]} ${day}/${month}`,
    minutes: (n) => `${n} min`,
    people: (n) => (n === 1 ? '1 person' : `${n} people`),
    each: (yuan) => `${yuan} each`,
    heads: ['Day', 'Date', 'From', 'To', 'What', 'Place', 'Address', 'Cost (CNY)', 'How', 'Way (min)', 'Who', 'Note', 'Latitude (GCJ-02)', 'Longitude (GCJ-02)', 'Source', 'Source of', 'Verified', 'Label'],
    expenseHeads: ['What', 'Amount (CNY)', 'Paid by', 'Shared by', 'Shares', 'Noted by', 'When', 'Removed'],
    unverified: 'not verified',
    open: (n) => (n === 1 ? '1 wish is not met' : `${n} wishes are not met`),
    noPrice: 'no price',
  },
};

export const yuan = (amount: number): string => `¥${Math.round(amount * 100) / 100}`;

/** What a stop costs all who join; told to be unknown where nobody knows the price. */
export const costText = ({ cost, kind }: PlanItem, place: Place | undefined, locale: Locale): string => (kind !== 'rest' && place?.price === undefined ? WORDS[locale].noPrice : yuan(cost));

/** A day's name, with its date where that is known. */
export function dayTitle(index: number, date: string | null, locale: Locale): string {
  const words = WORDS[locale];
  const day = date === null ? null : parseDay(date);
  if (date === null || day === null) return words.day(index + 1);
  return `${words.day(index + 1)}  ${words.date(Number(date.slice(5, 7)), Number(date.slice(8)), weekdayOf(day))}`;
}

/** How one gets to a stop; empty where nothing is known of it. */
export const legText = ({ leg }: PlanItem, locale: Locale): string => (leg ? `${WORDS[locale].means[leg.by]} ${WORDS[locale].minutes(leg.minutes)}` : '');

/** Names of those who join, where not everybody does. */
export const whoText = ({ who }: PlanItem, { party }: Itinerary): string => (who ? who.map((id) => party.find((one) => one.id === id)?.name ?? '').filter(Boolean).join('、') : '');

/** The line under the title: city, heads, cost. */
export function summary({ city, party, plan }: Itinerary, locale: Locale): string {
  const words = WORDS[locale];
  return [city, words.people(party.length), plan && yuan(plan.cost), plan && words.each(yuan(plan.perHead))].filter(Boolean).join(' · ');
}

/** What the programs found wrong or could not tell, in words. */
export const findings = ({ checks }: Itinerary): string[] => checks.filter(({ state }) => state !== 'pass').map(({ title, finding }) => [title, finding].filter(Boolean).join('：'));

/** Where the facts come from, each source once. */
export function sources({ places }: Itinerary, locale: Locale): string[] {
  const named = places.map(({ source }) => `${source.name}（${source.on}${source.verified ? '' : `，${WORDS[locale].unverified}`}）`);
  return [...new Set(named)];
}
