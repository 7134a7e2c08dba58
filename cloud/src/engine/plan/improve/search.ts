import type { Agreement } from '../agree';
import type { Goal } from '../goals';
import type { Trip } from '../trip';
import { isBetter, scoreOf, type Score } from './score';

/** The best trip so far and the work that may still be spent on bettering it. Work is counted, not timed: the same input gives the same plan. */
export class Search {
  trip: Trip;
  score: Score;
  spent = 0;

  constructor(
    trip: Trip,
    readonly goals: readonly Goal[],
    readonly agreement: Agreement,
    private readonly work: number,
  ) {
    this.trip = trip;
    this.score = scoreOf(trip, goals, agreement);
  }

  get isSpent(): boolean {
    return this.spent >= this.work;
  }

  /** Takes a changed trip where it is better; an impossible change (undefined) costs work too. */
  take(changed: Trip | undefined): boolean {
    this.spent += changed ? 1 : 0.3;
    if (!changed) return false;
    const score = scoreOf(changed, this.goals, this.agreement);
    if (!isBetter(score, this.score)) return false;
    this.trip = changed;
    this.score = score;
    return true;
  }
}
