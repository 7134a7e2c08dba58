import { joins } from '../../trip';
import type { Constraint, ConstraintValue, Place } from '../../types';
import { type Facts, isMeal, type Visit, type Way, waysOf } from '../facts';
import type { Finding } from '../finding';

/** What one member does on the trip. Who is not of the party by id goes where all go. */
export interface Mine {
  facts: Facts;
  member: string;
  /** By day. */
  days: Visit[][];
  ways: Way[];
}

export type Verdict = Pick<Finding, 'state' | 'code' | 'have' | 'want' | 'day' | 'item' | 'place' | 'fix'>;
export type Judge = (constraint: Constraint, mine: Mine) => Verdict;

export function mineOf(facts: Facts, member: string): Mine {
  const known = facts.trip.party.ids.includes(member);
  const days = facts.days.map((visits) => visits.filter(({ stop }) => !known || joins(stop, member)));
  return { facts, member, days, ways: days.flatMap(waysOf) };
}

export const valuesOf = (value: ConstraintValue): readonly (string | number)[] => (typeof value === 'object' ? value : [value]);
export const textsOf = (value: ConstraintValue): string[] => valuesOf(value).map(String);
/** The number a wish names, NaN where it is none. */
export const numberOf = (value: ConstraintValue): number => Number(valuesOf(value)[0]);

export const PASS: Verdict = { state: 'pass', code: 'there' };
/** A wish of a sort, or with an operator, that says nothing about a plan. */
export const NOT_CHECKABLE: Verdict = { state: 'unknown', code: 'not-checkable', fix: 'discuss' };

/** Visits to the sort of place a wish is about; a breakfast in the hotel is no stay there. */
export function visitsOf(mine: Mine, type: Place['type']): Visit[] {
  const fits = ({ stop }: Visit): boolean => (type === 'attraction' ? stop.kind === 'attraction' : type === 'hotel' ? stop.kind === 'hotel' : isMeal(stop.kind));
  return mine.days.flat().filter((visit) => fits(visit) && visit.place?.type === type);
}

export const spotOf = ({ day, stop, place }: Visit): Pick<Verdict, 'day' | 'item' | 'place'> => ({ day, item: stop.id, place: place?.name });
