import type { Constraint } from '../../../../shared/domain/itinerary/types';
import { standing } from './collect';
import type { TalkWish } from './types';

/** Two wishes that cannot both hold, and what they are about. */
export interface Clash {
  ids: [string, string];
  constraints: [Constraint, Constraint];
}

const listOf = ({ value }: Constraint): readonly (string | number)[] => (Array.isArray(value) ? (value as readonly (string | number)[]) : [value as string | number]);
const isMeans = ({ type }: Constraint): boolean => type.startsWith('transport');
/** Of these a trip has one. */
const ONE = new Set<string>(['days', 'people', 'to_city', 'pace']);

/** First and last day that a date allows. */
function daysOf(constraint: Constraint): readonly [string, string] {
  const [first = '', last = first] = listOf(constraint).map(String);
  if (constraint.op === 'le') return ['', first];
  return constraint.op === 'ge' ? [first, '9999'] : [first, last];
}

function datesClash(a: Constraint, b: Constraint): boolean {
  const [from, to] = daysOf(a);
  const [other, until] = daysOf(b);
  return to < other || until < from;
}

/** Means one of them allows and the other shuts out. */
function meansClash(a: Constraint, b: Constraint): boolean {
  if (a.op === 'ne' || (a.op === 'has' && b.op === 'in')) return meansClash(b, a);
  const [mine, others] = [listOf(a), listOf(b)];
  if (b.op === 'ne') return a.op === 'has' ? others.includes(mine[0] as string) : a.op === 'in' && mine.every((means) => others.includes(means));
  if (a.op !== 'in') return false;
  return b.op === 'in' ? !mine.some((means) => others.includes(means)) : !others.every((means) => mine.includes(means));
}

function clash(a: Constraint, b: Constraint): boolean {
  if (a.type !== b.type) return false;
  if (a.type === 'date') return a.op !== 'ne' && b.op !== 'ne' && datesClash(a, b);
  if (isMeans(a)) return meansClash(a, b);
  const isSame = listOf(a).join() === listOf(b).join();
  if ((a.op === 'ne') !== (b.op === 'ne')) return isSame;
  return ONE.has(a.type) && a.op === 'eq' && b.op === 'eq' && !isSame;
}

/** 苏州和杭州都行: who names several cities has no quarrel with himself. */
const isOwnChoice = (a: TalkWish, b: TalkWish, type: string): boolean => type === 'to_city' && a.author === b.author;

/** Pairs of standing wishes that cannot both hold, earlier first. Money and places are for the planner to weigh. */
export function clashes(wishes: readonly TalkWish[]): Clash[] {
  const held = standing(wishes);
  return held.flatMap((a, i) =>
    held.slice(i + 1).flatMap((b): Clash[] => {
      const pairs = a.constraints.flatMap((one) => b.constraints.filter((other) => clash(one, other) && !isOwnChoice(a, b, one.type)).map((other): [Constraint, Constraint] => [one, other]));
      return pairs.slice(0, 1).map((constraints) => ({ ids: [a.id, b.id], constraints }));
    }),
  );
}

const ESSENTIAL = [
  ['city', ['to_city']],
  ['days', ['days']],
  ['date', ['date']],
  ['people', ['people']],
  ['budget', ['budget', 'budget_per_person']],
] as const;
export type Essential = (typeof ESSENTIAL)[number][0];

/** The one thing to ask next: what a plan needs most and neither the wishes nor `known` tell; undefined when nothing is missing. */
export function missing(wishes: readonly TalkWish[], known: readonly Essential[] = []): Essential | undefined {
  const told = standing(wishes).flatMap(({ constraints }) => constraints.filter(({ type, op }) => op !== 'ne' && !(type === 'date' && op === 'le')));
  const isTold = (types: readonly string[]): boolean => told.some(({ type }) => types.includes(type));
  const hasRange = told.some(({ type, op }) => type === 'date' && op === 'in');
  return ESSENTIAL.find(([name, types]) => !known.includes(name) && !isTold(types) && !(name === 'days' && hasRange))?.[0];
}
