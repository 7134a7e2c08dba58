import { aliasesOf } from '@shared/domain/itinerary/names';
import { PLACE_TYPES, type PlaceType } from '@shared/domain/itinerary/types';
import type { Place } from '@shared/wire/itinerary';
import { config } from '../../config';
import { AppError } from '../../errors';
import { now, zoned } from '../../infra/clock';
import { log } from '../../infra/logger';
import type { Kinds } from '../../engine/wishes';
import { cached } from './cache';
import { HANGZHOU } from './hangzhou';
import { takeOfPai } from './lbs/pace';
import { lbsPlaces } from './lbs/places';
import { LbsError, type LbsFault } from './lbs/status';
import { listOwnPlaces } from './own/store';

export interface PlaceQuery {
  paiId: string;
  city: string;
  types?: readonly PlaceType[] | undefined;
  /** A name, or part of a name, a kind, a tag or an address: what is called so comes first. */
  keyword?: string | undefined;
}

export interface FoundPlaces {
  places: Place[];
  /** Who knew them: names, joined by ` · `. */
  provider: string;
  /** The map service could not be asked, and this is what it said some hours ago. */
  stale: boolean;
}

const SAMPLES: Readonly<Record<string, readonly Place[]>> = { 杭州: HANGZHOU };

/** A city as it is looked for: 杭州市 is 杭州. */
export const cityName = (city: string): string => city.trim().replace(/(?<=.{2})市$/, '');

const says = ({ name, kind, tags = [], aliases = [], address = '' }: Place, word: string): boolean => [name, kind, address, ...tags, ...aliases].some((text) => text.toLowerCase().includes(word));

/** Whether a place is called so: 杭州西湖 is 西湖风景名胜区. */
function isCalled(place: Place, word: string, city: string): boolean {
  const wanted = [word, ...aliasesOf({ name: word }, city)];
  return [place.name, ...aliasesOf(place, city)].some((name) => wanted.includes(name.toLowerCase()));
}

const REFUSALS = { busy: 'places/busy', quota: 'places/quota', refused: 'places/refused', asked: 'places/not-understood', away: 'places/away', empty: 'places/not-understood' } as const satisfies Record<LbsFault, string>;

async function ofService(paiId: string, city: string, types: readonly PlaceType[], keyword: string | undefined): Promise<{ places: Place[]; stale: boolean; fault?: LbsError }> {
  if (!config().LBS_KEY) return { places: [], stale: false };
  const { day } = zoned(now(), 'Asia/Shanghai');
  try {
    return await cached(JSON.stringify([city, types, keyword ?? null]), async () => {
      await takeOfPai(paiId);
      return lbsPlaces(city, types, keyword, day);
    });
  } catch (error) {
    if (!(error instanceof LbsError)) throw error;
    log().warn({ fault: error.fault, reason: error.message }, 'the map service gave no places');
    return { places: [], stale: false, fault: error };
  }
}

/** The first of several places of one name and type is the one that holds: a group knows its own best. */
function merged(...lists: (readonly Place[])[]): Place[] {
  const known = new Map<string, Place>();
  for (const place of lists.flat()) {
    const key = `${place.type} ${place.name}`;
    if (!known.has(key)) known.set(key, place);
  }
  return [...known.values()];
}

/**
 * Places of a city: the pai's own list first, then the map service's, and the sample city where there is no service or
 * it knows nothing. GCJ-02. Throws `places/…` when the service fails and nobody else knows any.
 */
export async function findPlaces({ paiId, city: asked, types = PLACE_TYPES, keyword }: PlaceQuery): Promise<FoundPlaces> {
  const city = cityName(asked);
  const word = keyword?.trim().toLowerCase() || undefined;
  const fits = (place: Place): boolean => types.includes(place.type) && (word === undefined || says(place, word) || isCalled(place, word, city));
  const own = (await listOwnPlaces(paiId, city)).filter(fits);
  const service = await ofService(paiId, city, types, word);
  const sample = service.places.length > 0 ? [] : (SAMPLES[city] ?? []).filter(fits);
  const all = merged(own, service.places, sample);
  const places = word === undefined ? all : [...all].sort((a, b) => Number(isCalled(b, word, city)) - Number(isCalled(a, word, city)));
  if (places.length === 0 && service.fault) throw new AppError(REFUSALS[service.fault.fault], { cause: service.fault });
  return { places, provider: [...new Set(places.map(({ source }) => source.name))].join(' · '), stale: service.stale };
}

/** The kinds of place there are, by type; of hotels their tags too: what wishes are read with. */
export function kindsOf(places: readonly Place[]): Kinds {
  const of = (type: PlaceType): string[] => [...new Set(places.filter((place) => place.type === type).flatMap(({ kind, tags = [] }) => (type === 'hotel' ? [kind, ...tags] : [kind])))].filter((kind) => kind !== '');
  return { attraction: of('attraction'), restaurant: of('restaurant'), hotel: of('hotel') };
}
