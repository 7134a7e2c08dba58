import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Constraint, ConstraintOp, ConstraintType } from '../../../shared/domain/itinerary/types';

/**
 * Trip requests and wishes of a chat, of our own: tests/evals/wishes/*.txt. After ## stands what is wished, in short:
 * d3 days, p2 people, b3000 bpp1500 budgets, from: to: cities, ic: ct: means (, for either; + for once; - for none),
 * A R H kinds and AN RN HN names (-: not wished), hp mp prices, diet+ diet-, pace: mob: rest: arr lv date:.
 * `dev` and `trips-dev` (whole requests) were looked at while the rules were written; `trips-held` was written with the
 * latter and not looked at; of `held` a few faults were, late.
 */
export interface Request {
  text: string;
  gold: Constraint[];
}

const PLACES: Record<string, ConstraintType> = {
  A: 'attraction_kind', R: 'restaurant_kind', H: 'hotel_kind', AN: 'attraction_name', RN: 'restaurant_name', HN: 'hotel_name', to: 'to_city', from: 'from_city', pace: 'pace', mob: 'mobility', rest: 'rest', ic: 'transport_intercity', ct: 'transport_city', date: 'date', diet: 'diet', hp: 'hotel_price', mp: 'meal_price', arr: 'arrive', lv: 'leave',
};
const NUMBERS: Record<string, readonly [ConstraintType, ConstraintOp]> = { d: ['days', 'eq'], p: ['people', 'eq'], b: ['budget', 'le'], bpp: ['budget_per_person', 'le'] };
const SIGNS: Record<string, ConstraintOp> = { '<': 'le', '>': 'ge', '=': 'eq', '+': 'has', '-:': 'ne', '-': 'ne', ':': 'has' };
const VALUE_OF: Partial<Record<ConstraintType, ConstraintOp>> = { to_city: 'eq', from_city: 'eq', pace: 'eq' };

const wordOrNumber = (value: string): string | number => (/^\d+$/.test(value) ? Number(value) : value);

export function goldOf(short: string): Constraint {
  const [, key = '', digits] = /^(bpp|[dpb])(\d+)$/.exec(short) ?? [];
  const number = NUMBERS[key];
  if (number && digits !== undefined) return { type: number[0], op: number[1], value: Number(digits) };
  const [, low, high] = /^[hm]p(\d+)-(\d+)$/.exec(short) ?? [];
  if (low !== undefined && high !== undefined) return { type: short.startsWith('h') ? 'hotel_price' : 'meal_price', op: 'in', value: [Number(low), Number(high)] };
  const [, name = '', sign = '', value = ''] = /^([A-Za-z]+)(-:|[:<>=+-])(.+)$/.exec(short) ?? [];
  const type = PLACES[name];
  const op = SIGNS[sign];
  if (type === undefined || op === undefined) throw new Error(`what is ${short}?`);
  if (type.startsWith('transport') && sign === ':') return { type, op: 'in', value: value.split(',') };
  if (type === 'date') return value.includes('~') ? { type, op: 'in', value: value.split('~') } : { type, op: 'eq', value };
  return { type, op: op === 'has' ? (VALUE_OF[type] ?? op) : op, value: wordOrNumber(value) };
}

export const readRequests = (half: string): Request[] =>
  readFileSync(resolve(`tests/evals/wishes/${half}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' ## '))
    .map((line) => {
      const [text = '', gold = ''] = line.split(' ## ');
      return { text: text.trim(), gold: gold.split(';').map((short) => short.trim()).filter(Boolean).map(goldOf) };
    });
