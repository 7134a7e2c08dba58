import type { Code, Finding, Rule } from '../check';
import type { DiffLine } from '../diff';
import type { Stop } from '../trip';
import { ALLERGY, type Constraint, type ConstraintOp, type ConstraintType } from '../types';

/** What a fault of a rule is called, given its finding and the name of its day. */
export type SayFault = (finding: Finding, day: string) => string;

/** All sentences of one language. */
export interface Sentences {
  day: (day: number) => string;
  /** 1 = Monday … 7 = Sunday. */
  weekday: (weekday: number) => string;
  rule: Record<Exclude<Rule, 'wish'>, string>;
  kind: Record<Stop['kind'], string>;
  /** What stands above a fault: a place on a day, or a day. */
  faultTitle: (place: string | undefined, day: string | undefined, rule: string) => string;
  holds: string;
  code: Record<Code, SayFault>;
  wish: Record<ConstraintType, (wish: Said) => string>;
  diff: (line: DiffLine, nameOf: (placeId: string) => string, day: (day: number) => string) => string;
}

/** A constraint as words need it: values as text, numbers plain, clocks without a leading zero. */
export interface Said {
  op: ConstraintOp;
  values: readonly string[];
  /** How `op` bounds a number or a clock: from, up to. */
  from?: string | undefined;
  to?: string | undefined;
}

export const clock = (text: string): string => text.replace(/^0(\d:)/, '$1');
/** Money and numbers to at most two places. */
export const amount = (value: number): string => String(Math.round(value * 100) / 100);
export const shown = (value: string | number | undefined): string => (value === undefined ? '' : typeof value === 'number' ? amount(value) : value.replace(/\b0(\d:\d\d)/g, '$1'));

const valueOf = (value: string | number): string => shown(value);

export function saidOf({ op, value }: Constraint): Said {
  const values = (typeof value === 'object' ? value : [value]).map(valueOf);
  const [first, second = first] = values;
  if (op === 'in') return { op, values, from: first, to: second };
  return { op, values, ...(op === 'ge' ? { from: first } : op === 'le' ? { to: first } : {}) };
}

/** What is said of foods somebody cannot bear; undefined where it is no more than a dislike. */
export const allergyIn = (values: readonly string[], say: (foods: string) => string, between: string): string | undefined =>
  values.every((value) => value.endsWith(ALLERGY)) ? say(values.map((value) => value.slice(0, -ALLERGY.length)).join(between)) : undefined;

/** How much a number is past what was wanted. */
export const gap = ({ have, want }: Finding): string => amount(Math.abs(Number(have) - Number(want)));
export const isNumber = (value: string | number | undefined): value is number => typeof value === 'number';
/** Wishes held on each day: the finding names the day that decides. */
export const isDaily = ({ constraint, day }: Finding): boolean => day !== undefined && (constraint?.type === 'mobility' || constraint?.type === 'pace');
