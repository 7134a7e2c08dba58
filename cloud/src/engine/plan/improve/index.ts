import type { Agreement } from '../agree';
import { placeMeans } from '../build/means';
import type { Goal } from '../goals';
import type { Trip } from '../trip';
import { mend } from './mend';
import { polish } from './polish';
import { save } from './savings';
import type { Score } from './score';
import { Search } from './search';
import { obeyBars, serveWishes } from './wishes';

export { isBetter, scoreOf, type Score } from './score';

const ROUNDS = 6;

/** Betters a trip by local search until nothing helps or the work (changes tried) is spent. `goals`: every wish, agreed on or not. */
export function improve(trip: Trip, goals: readonly Goal[], agreement: Agreement, work: number): { trip: Trip; score: Score; spent: number } {
  const search = new Search(trip, goals, agreement, work);
  for (let round = 0; round < ROUNDS && !search.isSpent; round++) {
    const helped = [mend(search), serveWishes(search), obeyBars(search), save(search), polish(search), search.take(placeMeans(search.trip, agreement))];
    if (!helped.includes(true)) break;
  }
  return { trip: search.trip, score: search.score, spent: search.spent };
}
