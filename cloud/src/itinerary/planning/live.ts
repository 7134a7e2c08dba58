import type { z } from 'zod';
import { clockOf, minutesOf } from '@shared/domain/itinerary/clock';
import { tripPlanOf, type Stop, type TripDay } from '@shared/domain/itinerary/trip';
import { withLegs } from '@shared/domain/itinerary/edit';
import type { Plan } from '@shared/domain/itinerary/types';
import { sayWish } from '@shared/domain/itinerary/words';
import type { Locale } from '@shared/wire/errors';
import type { Constraint, LateBody, Place } from '@shared/wire/itinerary';
import type { Alternative } from '../../engine/plan';
import { AppError } from '../../errors';
import { newId } from '../../infra/ids';
import { accessItinerary, byOf, type ItineraryAccess } from '../access';
import { typedOf } from '../board/standing';
import { listWishes } from '../board/store';
import { frameOf } from '../frame';
import { placesIn } from '../ground';
import type { VersionDoc, WishDoc } from '../model';
import { put } from './change';
import { inputOf, tripOf } from './input';
import { countFails, findingsOf } from './measure';
import { unmetOf } from './unmet';
import { accessPlan, headOf } from './versions';
import { findAlternatives, planRest } from './work';

const END = 24 * 60;

const plain = ({ kind, placeId, from, to, cost, leg }: Stop): Plan['days'][number]['items'][number] => ({ kind, poi: placeId, from, to, cost, ...(leg ? { by: leg.by } : {}) });
const enginePlan = (days: readonly TripDay[], cost: number): Plan => ({ days: days.map(({ items }) => ({ items: items.map(plain) })), cost });

function spotOf({ days }: Pick<VersionDoc, 'days'>, itemId: string): { day: number; index: number; stop: Stop } {
  for (const [day, { items }] of days.entries()) {
    const index = items.findIndex(({ id }) => id === itemId);
    const stop = items[index];
    if (stop) return { day, index, stop };
  }
  throw new AppError('itinerary/stop-unknown', { field: 'itemId' });
}

/** The places of the city as they are known now; those of the plan as they were known then. */
async function poisOf({ pai, doc }: ItineraryAccess, { places }: VersionDoc, wishes: readonly WishDoc[]): Promise<Place[]> {
  const known = new Set(places.map(({ id }) => id));
  const found = await placesIn(pai._id, frameOf(doc, typedOf(wishes)).city ?? '');
  return [...places, ...found.filter(({ id }) => !known.has(id))];
}

const later = (clock: string, minutes: number): string => clockOf(Math.min(END, minutesOf(clock) + minutes));

/** Everything from a stop on that much later, so that the planner takes none of it for begun. */
const delayed = (items: readonly Stop[], from: number, minutes: number): Stop[] => items.map((stop, i) => (i < from ? stop : { ...stop, from: later(stop.from, minutes), to: later(stop.to, minutes) }));

/** Stops keep their ids where they go on: what was noted of them stays, and who joins. */
function sameStops(after: readonly Stop[], before: readonly Stop[]): Stop[] {
  return after.map((stop) => {
    const known = before.find(({ placeId, kind }) => placeId === stop.placeId && kind === stop.kind);
    return known ? { ...stop, id: known.id, ...(known.who ? { who: known.who } : {}), ...(known.note ? { note: known.note } : {}) } : stop;
  });
}

/** The group will be so much later at a stop than planned: the rest of that day is planned anew, as a version that is as decided as the one before. */
export async function runLate(userId: string, paiId: string, id: string, { version, itemId, minutes }: z.infer<typeof LateBody>): Promise<ItineraryAccess> {
  const access = await accessPlan(userId, paiId, id, version);
  const { pai, doc, head } = access;
  const { day, index, stop } = spotOf(head, itemId);
  const wishes = await listWishes(id);
  const pois = await poisOf(access, head, wishes);
  const days = head.days.map((one, i) => (i === day ? { ...one, items: delayed(one.items, index, minutes) } : one));
  const leaves = Math.min(END, minutesOf(stop.from) + minutes) - (stop.leg?.minutes ?? 0);
  const answer = await planRest({ ...inputOf(pai, doc, wishes, pois), days: head.days.length }, { plan: enginePlan(days, head.cost), day, fromMinute: Math.max(0, leaves) });
  const fresh = withLegs(tripPlanOf(answer, () => newId()), pois, tripOf(pai, doc, wishes, head).party);
  const next = head.days.map((one, i) => (i === day ? { ...one, items: sameStops(fresh.days[i]?.items ?? [], one.items) } : one));
  const cost = next.flatMap(({ items }) => items).reduce((sum, item) => sum + item.cost, 0);
  const draft = { days: next, cost, places: pois.filter((place) => next.some(({ items }) => items.some(({ placeId }) => placeId === place.id))) };
  const whole = { ...draft, party: head.party, aiMade: head.aiMade, unmet: unmetOf(answer.unmet, typedOf(wishes)), failing: countFails(findingsOf(pai, doc, wishes, draft)) };
  return put(access, { ...whole, by: await byOf(userId), what: { code: 'late', with: [String(minutes)] } }, doc.decided ? { $set: { 'decided.version': head.n + 1 } } : {});
}

export interface Instead extends Pick<Alternative, 'from' | 'to' | 'moreCost' | 'moreMinutes'> {
  place: Place;
  /** Wishes in words. */
  loses: string[];
  gains: string[];
}

/** Up to five places that could stand instead of a stop. */
export async function alternativesTo(userId: string, paiId: string, id: string, itemId: string, locale: Locale): Promise<Instead[]> {
  const access = await accessItinerary(userId, paiId, id);
  const head = headOf(access.doc);
  const { day, index } = spotOf(head, itemId);
  const wishes = await listWishes(id);
  const pois = await poisOf(access, head, wishes);
  const input = { ...inputOf(access.pai, access.doc, wishes, pois), days: head.days.length };
  const found = await findAlternatives(input, enginePlan(head.days, head.cost), day, index);
  const said = (wished: Alternative['loses']): string[] => wished.map(({ constraint }) => sayWish(constraint as Constraint, locale));
  return found.flatMap(({ poi, loses, gains, ...rest }) => pois.filter((place) => place.id === poi).map((place) => ({ ...rest, place, loses: said(loses), gains: said(gains) })));
}
