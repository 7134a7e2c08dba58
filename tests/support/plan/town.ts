import type { Constraint, Place, PlaceType } from '@shared/domain/itinerary/types';
import type { PlanInput } from '../../../cloud/src/engine/plan';

/* A town made up for tests and benches: the same seed, the same town. */

const SIGHTS = ['公园', '博物馆', '古迹', '街区', '美术馆', '自然风光', '乐园', '校园'];
const KITCHENS = ['川菜', '粤菜', '面馆', '火锅', '小吃', '素食', '西餐', '日料', '清真', '茶餐厅'];
const ROOMS = ['经济型', '舒适型', '高档型', '豪华型'];
const PROPS = ['泳池', '停车场', '健身房', '早餐', '亲子房'];
const HOURS: Record<PlaceType, readonly (readonly [string, string])[]> = {
  attraction: [['08:00', '17:00'], ['09:00', '17:30'], ['09:00', '21:00'], ['00:00', '24:00'], ['18:00', '01:00']],
  restaurant: [['10:00', '22:00'], ['11:00', '14:00'], ['06:30', '20:00'], ['11:00', '02:00'], ['00:00', '24:00'], ['17:00', '23:00']],
  hotel: [['00:00', '24:00']],
};
const PRICES: Record<PlaceType, readonly number[]> = { attraction: [0, 0, 0, 15, 40, 60, 120], restaurant: [18, 25, 32, 48, 66, 90, 180, 320], hotel: [120, 180, 240, 320, 460, 680, 1200] };
const KINDS: Record<PlaceType, readonly string[]> = { attraction: SIGHTS, restaurant: KITCHENS, hotel: ROOMS };

/** Chance with a seed: numbers from 0 to 1. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

export const oneOf = <T>(roll: () => number, things: readonly T[]): T => things[Math.floor(roll() * things.length)] as T;

function place(type: PlaceType, n: number, roll: () => number): Place {
  const [open, close] = oneOf(roll, HOURS[type]);
  const kind = oneOf(roll, KINDS[type]);
  const minHours = oneOf(roll, [0.5, 1, 1.5, 2, 3]);
  const middle = () => (roll() + roll() + roll()) / 3 - 0.5;
  return {
    id: `${type[0]}${n}`,
    name: `${kind}${n}号`,
    type,
    kind,
    lat: 30 + middle() * 0.4,
    lon: 120 + middle() * 0.5,
    open,
    close,
    price: oneOf(roll, PRICES[type]),
    ...(type === 'attraction' && { minHours, maxHours: minHours * 2 }),
    tags: type === 'hotel' ? PROPS.filter(() => roll() < 0.3) : [],
  };
}

/** Places of a town, a third of them sights, a third hotels, the rest restaurants. */
export function townOf(count: number, seed = 1): Place[] {
  const roll = dice(seed);
  const types: readonly PlaceType[] = ['attraction', 'restaurant', 'hotel'];
  return Array.from({ length: count }, (_, i) => place(types[i % 3] as PlaceType, i, roll));
}

const some = (roll: () => number, pois: readonly Place[], type: PlaceType): Place => oneOf(roll, pois.filter((poi) => poi.type === type));

function wish(roll: () => number, pois: readonly Place[], days: number, party: number): Constraint {
  const kinds: readonly (() => Constraint)[] = [
    () => ({ type: 'attraction_name', op: 'has', value: some(roll, pois, 'attraction').name }),
    () => ({ type: 'attraction_kind', op: 'has', value: oneOf(roll, SIGHTS) }),
    () => ({ type: 'restaurant_kind', op: 'has', value: oneOf(roll, KITCHENS) }),
    () => ({ type: 'restaurant_name', op: 'has', value: some(roll, pois, 'restaurant').name }),
    () => ({ type: 'hotel_kind', op: 'has', value: oneOf(roll, days > 1 ? [...ROOMS, ...PROPS] : ROOMS) }),
    () => ({ type: 'restaurant_kind', op: 'ne', value: oneOf(roll, KITCHENS) }),
    () => ({ type: 'meal_price', op: 'le', value: oneOf(roll, [40, 70, 100, 200]) }),
    () => ({ type: 'hotel_price', op: 'le', value: oneOf(roll, [200, 300, 500]) }),
    () => ({ type: 'transport_city', op: 'has', value: oneOf(roll, ['metro', 'taxi', 'walk']) }),
    () => ({ type: 'transport_city', op: 'ne', value: oneOf(roll, ['metro', 'taxi']) }),
    () => ({ type: 'budget', op: 'le', value: Math.round(days * party * (140 + roll() * 400)) }),
  ];
  return oneOf(roll, kinds)();
}

/** A group with wishes drawn by chance: each could be met were it the only one. */
export function groupOf(pois: readonly Place[], seed: number, people = 3, longest = 5): PlanInput {
  const roll = dice(seed * 7919 + 17);
  const days = 1 + Math.floor(roll() * longest);
  const members = Array.from({ length: people }, (_, i) => ({ id: `m${i}`, constraints: Array.from({ length: 2 + Math.floor(roll() * 3) }, () => wish(roll, pois, days, people)) }));
  return { city: '镜湖', days, members, pois };
}
