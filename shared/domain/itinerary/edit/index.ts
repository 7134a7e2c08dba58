import { broken, check, type Finding } from '../check';
import type { Trip } from '../trip';
import { applyEdits, type EditFault, type TripEdit } from './applyEdits';
import { recount } from './recount';

export { applyEdits, type EditContext, type EditFault, type TripEdit } from './applyEdits';
export { recount, withLegs } from './recount';

/** Edits, counts and checks a trip in one go, for a page that shows what an edit breaks before it is sent. */
export function editTrip(trip: Trip, edits: readonly TripEdit[], newId: () => string): { trip: Trip; findings: Finding[]; broken: Finding[] } | { error: EditFault; field: string } {
  const edited = applyEdits(trip.plan, edits, { places: trip.places, party: trip.party, newId });
  if ('error' in edited) return edited;
  const next = { ...trip, plan: recount(edited.plan, trip.places, trip.party, edited.pinned) };
  const findings = check(next);
  return { trip: next, findings, broken: broken(check(trip), findings) };
}
