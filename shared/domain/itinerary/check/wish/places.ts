import type { Constraint, Place } from '../../types';
import type { Visit } from '../facts';
import { type Mine, NOT_CHECKABLE, spotOf, textsOf, type Verdict, visitsOf } from './mine';
import { hasName, ofKind, type Answer } from './match';

type Is = (place: Place, value: string) => Answer;

const anyOf = (visit: Visit, values: readonly string[], is: Is): Answer => {
  const answers = values.map((value) => is(visit.place as Place, value));
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
};

/** `has`: one such place at least; `ne`: none; `in` and `eq`: no others, and one at least. */
export function judgePlaces({ op, value }: Constraint, visits: readonly Visit[], is: Is): Verdict {
  const answers = visits.map((visit) => [visit, anyOf(visit, textsOf(value), is)] as const);
  const first = (wanted: Answer): Visit | undefined => answers.find(([, answer]) => answer === wanted)?.[0];
  const told = (visit: Visit | undefined, verdict: Verdict): Verdict => (visit ? { ...verdict, ...spotOf(visit) } : verdict);
  const [yes, no, unknown] = [first('yes'), first('no'), first('unknown')];
  const open: Verdict = { state: 'unknown', code: 'facts-missing', fix: 'verify' };
  if (op === 'ne') return yes ? told(yes, { state: 'fail', code: 'there', fix: 'replace' }) : unknown ? told(unknown, open) : { state: 'pass', code: 'none' };
  if (op === 'has') return yes ? told(yes, { state: 'pass', code: 'there' }) : unknown ? told(unknown, open) : { state: 'fail', code: 'none', fix: 'replace' };
  if (op !== 'in' && op !== 'eq') return NOT_CHECKABLE;
  if (no) return told(no, { state: 'fail', code: 'other', fix: 'replace' });
  return unknown ? told(unknown, open) : yes ? told(yes, { state: 'pass', code: 'there' }) : { state: 'fail', code: 'none', fix: 'replace' };
}

const typeOf = (type: string): Place['type'] => (type.startsWith('attraction') ? 'attraction' : type.startsWith('restaurant') ? 'restaurant' : 'hotel');

/** Names: the place of exactly that name where the city has one, else one that bears it within its own. */
export function judgeName(constraint: Constraint, mine: Mine): Verdict {
  const type = typeOf(constraint.type);
  return judgePlaces(constraint, visitsOf(mine, type), hasName(mine.facts.trip.places.filter((place) => place.type === type)));
}

export const judgeKind = (constraint: Constraint, mine: Mine): Verdict => judgePlaces(constraint, visitsOf(mine, typeOf(constraint.type)), ofKind);
