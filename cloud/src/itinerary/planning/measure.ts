import { check, type Finding } from '@shared/domain/itinerary/check';
import { withLegs } from '@shared/domain/itinerary/edit';
import type { PaiDoc } from '../../pai';
import type { ItineraryDoc, VersionDoc, WishDoc } from '../model';
import { tripOf } from './input';

type Draft = Pick<VersionDoc, 'days' | 'cost' | 'places'>;

/** What the checker finds of a plan, against the wishes as they are. */
export const findingsOf = (pai: PaiDoc, doc: ItineraryDoc, wishes: readonly WishDoc[], draft: Draft): Finding[] => check(tripOf(pai, doc, wishes, draft));

/** How many things fail, a wish or a rule each once. */
export const countFails = (findings: readonly Finding[]): number => findings.filter(({ state }) => state === 'fail').length;

/** A plan of the planner with what it does not say of its ways filled in, and how much of it fails. */
export function measured(pai: PaiDoc, doc: ItineraryDoc, wishes: readonly WishDoc[], draft: Draft): Draft & { failing: number } {
  const whole = { ...draft, ...withLegs(draft, draft.places, tripOf(pai, doc, wishes, draft).party) };
  return { ...whole, failing: countFails(findingsOf(pai, doc, wishes, whole)) };
}
