import type { Constraint } from '@shared/domain/itinerary/types';
import { numbersOf, textsOf } from '../match';

const SUBJECTS: Record<Constraint['type'], string> = {
  days: '天数',
  people: '人数',
  budget: '总预算',
  budget_per_person: '人均预算',
  from_city: '出发地',
  to_city: '目的地',
  date: '日期',
  arrive: '到达',
  leave: '离开',
  transport_intercity: '往返交通',
  transport_city: '市内交通',
  attraction_kind: '景点类型',
  attraction_name: '景点',
  restaurant_kind: '吃',
  restaurant_name: '餐馆',
  hotel_kind: '酒店类型',
  hotel_name: '酒店',
  hotel_price: '房价',
  meal_price: '餐费人均',
  diet: '饮食',
  pace: '节奏',
  mobility: '腿脚',
  rest: '作息',
};
const MEANS_WORDS: Record<string, string> = { walk: '步行', metro: '地铁', taxi: '打车', train: '火车', airplane: '飞机' };
const OPS: Record<Constraint['op'], string> = { eq: '', has: '', ne: '不要', le: '不超过', ge: '不低于', in: '只要' };

/** A wish in a few words, in Chinese. */
export function wishWords(constraint: Constraint): string {
  const [low, high] = numbersOf(constraint);
  const isSpan = constraint.op === 'in' && low !== undefined && high !== undefined;
  const value = isSpan ? `${low}–${high}` : `${OPS[constraint.op] ?? ''}${textsOf(constraint).map((text) => MEANS_WORDS[text] ?? text).join('、')}`;
  return `${SUBJECTS[constraint.type] ?? constraint.type}「${value}」`;
}

/** Money without needless cents. */
export const yuan = (amount: number): string => `${Math.round(amount * 100) / 100} 元`;

const MOST_NAMES = 4;
export const listOf = (names: readonly string[]): string => `${names.slice(0, MOST_NAMES).join('、')}${names.length > MOST_NAMES ? ` 等 ${names.length} 处` : ''}`;
