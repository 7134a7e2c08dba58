import type { Finding } from '@shared/domain/itinerary/check';
import { editTrip } from '@shared/domain/itinerary/edit';
import { partyOf, type Trip, type TripPlan } from '@shared/domain/itinerary/trip';
import { wireCheck } from '@shared/domain/itinerary/words';
import type { Check, Edit, Itinerary, PlanDay, Wish } from '@shared/wire/itinerary';
import { freshId } from '@/platform/random';
import { dayLabel } from './say';
import type { SpeakTrip } from './words';

/* The same rules the cloud runs, on the phone: what an edit breaks is seen at once, before the cloud has its word. */

function tripOf(itinerary: Itinerary, wishes: readonly Wish[]): Trip | undefined {
  const { plan, places, party, days, startOn, city } = itinerary;
  if (!plan) return undefined;
  const standing = wishes.filter(({ state }) => state !== 'withdrawn').map(({ id, member, constraints }) => ({ id, member: member.id, constraints }));
  return { plan, places, party: partyOf(party.map(({ id }) => id), standing), wishes: standing, days, start: startOn, city };
}

const saidChecks = (itinerary: Itinerary, findings: readonly Finding[], t: SpeakTrip): Check[] => findings.map((finding) => wireCheck(finding, t.locale, (day) => dayLabel(itinerary, day, t)) as Check);

function planned(itinerary: Itinerary, plan: TripPlan, findings: readonly Finding[], t: SpeakTrip): Itinerary {
  const heads = itinerary.party.length;
  const before = itinerary.plan as NonNullable<Itinerary['plan']>;
  return { ...itinerary, plan: { ...before, days: plan.days as PlanDay[], cost: plan.cost, perHead: heads === 0 ? plan.cost : Math.round((plan.cost / heads) * 100) / 100 }, checks: saidChecks(itinerary, findings, t) };
}

/** An itinerary as it would be after some edits, and which checks would fail that did not; undefined where the edits cannot be made. */
export function edited(itinerary: Itinerary, wishes: readonly Wish[], edits: readonly Edit[], t: SpeakTrip): { itinerary: Itinerary; broken: Check[] } | undefined {
  const trip = tripOf(itinerary, wishes);
  const done = trip && editTrip(trip, edits, freshId);
  if (!done || 'error' in done) return undefined;
  return { itinerary: planned(itinerary, done.trip.plan, done.findings, t), broken: saidChecks(itinerary, done.broken, t) };
}
