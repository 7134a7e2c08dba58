import type { PlaceType } from '@shared/domain/itinerary/types';
import type { Place } from '@shared/wire/itinerary';
import { PAGE, searchIn, suggestIn, type LbsPlace } from './client';

/** The word each type is searched by, and how many pages of it are read: the calls of a day are few. */
const WORDS: Record<PlaceType, { word: string; pages: number }> = { attraction: { word: '景点', pages: 4 }, restaurant: { word: '美食', pages: 4 }, hotel: { word: '酒店', pages: 2 } };

/* First words of a category as Tencent writes it: 旅游景点:公园 */
const TYPES: readonly (readonly [RegExp, PlaceType])[] = [
  [/^美食/, 'restaurant'],
  [/^(酒店宾馆|宾馆酒店)/, 'hotel'],
  [/^(旅游景点|文化场馆|娱乐休闲|购物|运动健身|教育学校)/, 'attraction'],
];

const typeOf = (category: string): PlaceType | undefined => TYPES.find(([words]) => words.test(category))?.[1];

function placeOf({ id, title, address, category, location }: LbsPlace, on: string): Place[] {
  const type = typeOf(category);
  if (!type || title === '') return [];
  const kind = category.split(':').at(-1) ?? '';
  return [{ id: `lbs-${id}`, name: title.slice(0, 80), type, kind: kind.slice(0, 40), lat: location.lat, lon: location.lng, ...(address === '' ? {} : { address: address.slice(0, 200) }), source: { name: '腾讯位置服务', on, verified: false, url: 'https://lbs.qq.com' } }];
}

async function ofType(city: string, type: PlaceType): Promise<LbsPlace[]> {
  const { word, pages } = WORDS[type];
  const found: LbsPlace[] = [];
  for (let page = 1; page <= pages; page++) {
    const { count, data } = await searchIn(city, word, page);
    found.push(...data);
    if (data.length < PAGE || page * PAGE >= count) break;
  }
  return found;
}

/**
 * Places of a city as Tencent knows them on a day: of some types, or those a word may mean. GCJ-02; neither hours nor
 * prices, which this service does not tell. Throws LbsError.
 */
export async function lbsPlaces(city: string, types: readonly PlaceType[], keyword: string | undefined, on: string): Promise<Place[]> {
  const found: LbsPlace[] = [];
  if (keyword !== undefined) found.push(...(await suggestIn(city, keyword)));
  else for (const type of types) found.push(...(await ofType(city, type)));
  const places = found.flatMap((one) => placeOf(one, on)).filter(({ type }) => types.includes(type));
  return [...new Map(places.map((place) => [place.id, place])).values()];
}
