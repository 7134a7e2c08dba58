import type { Place } from '@shared/wire/itinerary';
import type { TripHere, TripPlace, TripStop } from '../../agents';
import { placesKnown, tripsOf, type TripOfPai } from '../../itinerary';
import { findMessage, type MessageDoc } from '../../message';
import type { PaiDoc } from '../../pai';

const toldOf = (message: MessageDoc | null, fromSeq: number): TripHere['told'] => (message && !message.recalledAt && message.seq >= fromSeq ? { seq: message.seq, at: message.sentAt.getTime() / 1000, by: message.senderName } : undefined);

const placeOf = ({ id, name, type, kind, aliases, tags, price, open, close, hours, lat, lon, source }: Place): TripPlace => ({ id, name, type, kind, aliases, tags, price, open, close, hours, verified: source.verified, at: { lat, lon } });

function hereOf({ id, title, city, head, isDecided, places, wished, breaks, fails }: TripOfPai, told: TripHere['told']): TripHere {
  const byId = new Map(places.map((place) => [place.id, place]));
  const isWished = (place: Place): boolean => wished.some((word) => place.name.includes(word) || place.kind === word || [...(place.aliases ?? []), ...(place.tags ?? [])].includes(word));
  const stopOf = ({ id: itemId, kind, placeId, from, to }: NonNullable<typeof head>['days'][number]['items'][number]): TripStop => {
    const place = byId.get(placeId);
    return { id: itemId, kind, placeId, from, to, name: place?.name ?? '', placeKind: place?.kind ?? '', isWished: place !== undefined && isWished(place) };
  };
  const days = (head?.days ?? []).map(({ on, items }) => ({ ...(on ? { on } : {}), stops: items.map(stopOf) }));
  return { id, title, ...(city ? { city } : {}), version: head?.n ?? 0, isDecided, days, cost: head?.cost ?? 0, perHead: (head?.cost ?? 0) / Math.max(1, head?.party.length ?? 1), ...(told ? { told } : {}), places: places.map(placeOf), breaks, fails };
}

/** The trips of a pai as a turn may speak of them; `fromSeq`: from where on all its askers may read. */
export async function tripsHere(pai: PaiDoc, fromSeq: number): Promise<TripHere[]> {
  const trips = await tripsOf(pai);
  return Promise.all(trips.map(async (trip) => hereOf(trip, toldOf(trip.toldSeq === undefined ? null : await findMessage(pai._id, trip.toldSeq), fromSeq))));
}

/** Places of a city, as a turn may speak of them; none where it is not known. */
export const placesHere = async (pai: PaiDoc, city: string): Promise<TripPlace[]> => (await placesKnown(pai._id, city)).map(placeOf);
