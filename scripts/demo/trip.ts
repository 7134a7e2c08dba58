import { setTimeout as sleep } from 'node:timers/promises';
import type { Itinerary, Wish } from '@shared/wire/itinerary';
import type { Pai } from '@shared/wire/pai';
import type { Cast } from './play';
import { HEARTS, TRAVELLERS, TRIP, WISHED, WRITTEN } from './story/trip';

const DAY = 24 * 60 * 60 * 1000;
const PATIENCE = 60;

/** The Saturday after next, so that it lies ahead whenever the demo is made. */
function saturday(): string {
  const now = new Date();
  return new Date(now.getTime() + (13 - now.getDay()) * DAY).toISOString().slice(0, 10);
}

/** The pai of an earlier start, or a new one with everybody in it. */
async function paiOf(cast: Cast): Promise<string> {
  const { pais } = await cast.lan.call<{ pais: Pai[] }>('GET', '/pais');
  const known = pais.find(({ name }) => name === TRIP.pai);
  const id = known?.id ?? (await cast.lan.call<{ pai: Pai }>('POST', '/pais', { name: TRIP.pai, emoji: '🛶', kind: 'trip' })).pai.id;
  const { token } = await cast.lan.call<{ token: string }>('POST', `/pais/${id}/invites`, {});
  for (const who of TRAVELLERS.slice(1)) await cast[who].call('POST', `/invites/${token}/accept`, {});
  return id;
}

/** A small pai whose wishes are read out of its talk, and the plan that meets them: from the sample city. */
export async function planTrip(cast: Cast): Promise<void> {
  const paiId = await paiOf(cast);
  for (const [i, [who, text]] of WISHED.entries()) await cast[who].call('POST', `/pais/${paiId}/messages`, { clientMsgId: `demo-trip-${i}`, text });
  const { itinerary } = await cast.lan.call<{ itinerary: Itinerary }>('POST', `/pais/${paiId}/itineraries`, { clientMsgId: 'demo-trip-plan', title: TRIP.title, city: TRIP.city, days: TRIP.days, startOn: saturday() });
  const at = `/pais/${paiId}/itineraries/${itinerary.id}`;
  const { wish } = await cast[WRITTEN[0]].call<{ wish: Wish }>('POST', `${at}/wishes`, { clientMsgId: 'demo-trip-wish', text: WRITTEN[1] });
  for (const who of HEARTS) await cast[who].call('PUT', `${at}/wishes/${wish.id}/heart`, { on: true });
  if (itinerary.version > 0) return;
  await cast.lan.call('POST', `${at}/plan`);
  for (let looks = 0; looks < PATIENCE; looks++) {
    await sleep(500);
    if ((await cast.lan.call<{ itinerary: Itinerary }>('GET', at)).itinerary.state !== 'planning') return;
  }
}
