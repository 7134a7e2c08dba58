import type { Itinerary, Place, PlanDay } from '@shared/wire/itinerary';
import { changeItinerary } from '../../cloud/src/itinerary/store';
import { newClientMsgId, type Person } from './person';

/** An itinerary somebody begins by hand. */
export async function beginItinerary(person: Person, paiId: string, frame: object = {}): Promise<Itinerary> {
  return (await person.must<{ itinerary: Itinerary }>('POST', `/pais/${paiId}/itineraries`, { clientMsgId: newClientMsgId(), title: '秋游', city: '杭州', ...frame })).itinerary;
}

interface GivenPlan {
  days: PlanDay[];
  places: Place[];
  party: string[];
  aiMade?: boolean;
}

/** Stores a plan as if it had been made: two known versions of the same thing need no planner. */
export async function givenPlan(id: string, { days, places, party, aiMade = true }: GivenPlan): Promise<void> {
  const cost = days.flatMap(({ items }) => items).reduce((sum, item) => sum + item.cost, 0);
  const head = { n: 1, at: new Date(), by: { id: 'ai', name: '小派', kind: 'ai' as const }, what: { code: 'planned' as const }, days, cost, party, aiMade, places, unmet: [], failing: 0 };
  await changeItinerary(id, { $set: { head } }, new Date());
}

const source = { name: '样例数据', on: '2026-11-20', verified: false };

/** A place of tests, in Hangzhou. */
export const placeOf = (name: string, more: Partial<Place> = {}): Place => ({ id: `p-${name}`, name, type: 'attraction', kind: '自然风光', lat: 30.25, lon: 120.15, source, ...more });
