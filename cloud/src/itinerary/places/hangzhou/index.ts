import type { OpeningHours, PlaceType } from '@shared/domain/itinerary/types';
import type { Place } from '@shared/wire/itinerary';
import { ATTRACTIONS } from './attractions';
import { HOTELS } from './hotels';
import { RESTAURANTS } from './restaurants';

/*
 * A sample city from common knowledge, so that planning can be tried without any map service. Hours and prices were
 * looked up nowhere: every place says so (`verified: false`).
 */
const SOURCE = { name: '样例数据', on: '2026-11-20', verified: false } as const;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const UNKNOWN = '-';

/** `09:00-17:00`, `2-7 09:00-17:00` (Tuesday to Sunday), several after another with `;`. */
function hoursOf(text: string): OpeningHours[] {
  return text.split(';').map((part) => {
    const [, first, last, open = '', close = ''] = /^(?:(\d)-(\d) )?([\d:]+)-([\d:]+)$/.exec(part) ?? [];
    const days = first === undefined ? EVERY_DAY : EVERY_DAY.filter((day) => day >= Number(first) && day <= Number(last));
    return { days, open, close };
  });
}

const timesOf = (text: string): Partial<Place> => {
  const hours = hoursOf(text);
  const [only] = hours;
  return hours.length === 1 && only?.days.length === 7 ? { open: only.open, close: only.close } : { hours: hours.map((one) => ({ ...one, days: [...one.days] })) };
};

function placeOf(type: PlaceType, [names = '', kind = '', at = '', hours = UNKNOWN, price = UNKNOWN, stay = UNKNOWN, tags = '']: string[]): Place {
  const [name = '', ...aliases] = names.split('/');
  const [lat, lon] = at.split(',').map(Number) as [number, number];
  const [minHours, maxHours] = stay.split('-').map(Number);
  return {
    id: `hz-${name}`,
    name,
    type,
    kind,
    lat,
    lon,
    ...(hours === UNKNOWN ? {} : timesOf(hours)),
    ...(price === UNKNOWN ? {} : { price: Number(price) }),
    ...(stay === UNKNOWN ? {} : { minHours, maxHours }),
    ...(tags === '' ? {} : { tags: tags.split(',') }),
    ...(aliases.length > 0 ? { aliases } : {}),
    source: SOURCE,
  };
}

/** Hangzhou: GCJ-02, sample data throughout. */
export const HANGZHOU: readonly Place[] = [
  ...ATTRACTIONS.map((row) => placeOf('attraction', row)),
  ...RESTAURANTS.map((row) => placeOf('restaurant', row)),
  ...HOTELS.map((row) => placeOf('hotel', row)),
];
