import { candidatesOf } from './candidates';
import { centrality } from './centrality';
import { priors } from './prior';
import type { Segment } from './segment';
import type { Scored } from './select';
import type { RecapMessage } from './types';

/** A topic needs room for a sentence: so many characters of the budget each. */
const CHARACTERS_PER_TOPIC = 45;
const CENTRALITY_POWER = 0.25;

/** How many topics a budget has room for. */
export const topicsWithin = (budget: number): number => Math.max(1, Math.floor(budget / CHARACTERS_PER_TOPIC));

/** All that could be quoted, with what it is worth, in one list for each segment. */
export function quotable(messages: readonly RecapMessage[], segments: readonly Segment[]): Scored[][] {
  const candidates = candidatesOf(messages);
  const ranks = centrality(candidates);
  const values = priors(candidates, messages);
  const scored = candidates.map((candidate, i) => ({ ...candidate, worth: (values[i] as number) * Math.pow(ranks[i] as number, CENTRALITY_POWER) }));
  return segments.map(({ start, end }) => scored.filter(({ message }) => message >= start && message < end));
}
