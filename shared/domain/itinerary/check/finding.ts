import type { Constraint } from '../types';

/** What a plan must hold, in the order it is told; `wish`: what one member asked for. */
export const RULES = ['days', 'places', 'order', 'hours', 'once', 'meals', 'stays', 'legs', 'costs', 'sum', 'daily', 'nights', 'wish'] as const;
export type Rule = (typeof RULES)[number];
export type State = 'pass' | 'fail' | 'unknown';
export type Fix = 'replace' | 'move' | 'remove' | 'verify' | 'discuss';

/** One requirement held against the plan. `have` and `want` are data; words.ts says them. */
export interface Finding {
  rule: Rule;
  state: State;
  /** What is the matter, for programs and for words. */
  code: Code;
  have?: string | number | undefined;
  want?: string | number | undefined;
  /** From 0. */
  day?: number | undefined;
  item?: string | undefined;
  place?: string | undefined;
  /** The other stop or place it is about. */
  other?: string | undefined;
  wish?: string | undefined;
  member?: string | undefined;
  constraint?: Constraint | undefined;
  fix?: Fix | undefined;
}

export const CODES = [
  'ok',
  // the plan
  'day-count', 'no-place', 'wrong-place', 'bad-clock', 'ends-before-start', 'overlap', 'closed-day', 'outside-hours', 'hours-unknown', 'twice', 'outside-window', 'two-meals',
  'short-stay', 'no-means', 'too-far', 'cost-low', 'cost-high', 'price-unknown', 'sum-off', 'missing-attraction', 'missing-lunch', 'missing-dinner', 'no-hotel',
  // wishes
  'none', 'there', 'other', 'over', 'under', 'differs', 'not-said', 'facts-missing', 'not-checkable', 'early', 'late', 'no-break',
] as const;
export type Code = (typeof CODES)[number];
