import type { OpeningHours, Place, PlaceType } from '../../../shared/domain/itinerary/types';
import { type Chance, chanceOf } from './chance';

/* A city made up for measuring: districts of unlike density, days of rest, hours with a break, prices with a long tail. */

const KINDS: Record<PlaceType, readonly string[]> = {
  attraction: ['历史古迹', '博物馆', '自然风光', '公园', '寺庙', '老街', '美术馆', '游乐园', '夜市', '园林'],
  restaurant: ['本帮菜', '川菜', '粤菜', '素菜', '清真菜', '面馆', '火锅', '小吃', '西餐', '日料', '茶馆', '海鲜'],
  hotel: ['经济型', '舒适型', '高档型', '豪华型', '民宿'],
};
const TAGS: Record<PlaceType, readonly string[]> = {
  attraction: ['适合孩子', '无障碍', '看展', '拍照', '登山', '免费'],
  restaurant: ['烤鸭', '小笼包', '素食', '早餐', '包间', '辣', '烤鱼', '豆腐', '点心'],
  hotel: ['泳池', '早餐', '停车场', '亲子房', '洗衣房', '湖景'],
};
const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7];
const BUT_MONDAY = [2, 3, 4, 5, 6, 7];
const HOURS: Record<PlaceType, readonly (readonly OpeningHours[])[]> = {
  attraction: [
    [{ days: BUT_MONDAY, open: '09:00', close: '17:00' }],
    [{ days: ALL_WEEK, open: '08:00', close: '17:30' }],
    [{ days: ALL_WEEK, open: '00:00', close: '00:00' }],
    [{ days: [1, 2, 3, 4, 5], open: '09:30', close: '16:30' }, { days: [6, 7], open: '09:00', close: '20:00' }],
    [{ days: ALL_WEEK, open: '07:00', close: '21:00' }],
  ],
  restaurant: [
    [{ days: ALL_WEEK, open: '10:30', close: '21:30' }],
    [{ days: ALL_WEEK, open: '11:00', close: '14:00' }, { days: ALL_WEEK, open: '17:00', close: '21:00' }],
    [{ days: ALL_WEEK, open: '06:00', close: '14:00' }],
    [{ days: ALL_WEEK, open: '17:00', close: '03:00' }],
    [{ days: [1, 2, 3, 4, 5, 6], open: '10:00', close: '22:00' }],
  ],
  hotel: [[{ days: ALL_WEEK, open: '00:00', close: '00:00' }]],
};
const NIGHT_MARKET: readonly OpeningHours[] = [{ days: ALL_WEEK, open: '17:30', close: '01:00' }];
const BASE: Record<PlaceType, number> = { attraction: 25, restaurant: 40, hotel: 190 };
const DEARER: Record<string, number> = { 舒适型: 1.6, 高档型: 2.8, 豪华型: 5, 西餐: 2.5, 日料: 3, 海鲜: 3.5, 游乐园: 6 };

interface District {
  lat: number;
  lon: number;
  width: number;
}

function placeOf(type: PlaceType, n: number, districts: readonly District[], { roll, oneOf, some }: Chance): Place {
  const { lat, lon, width } = oneOf(districts);
  const kind = oneOf(KINDS[type]);
  const price = type === 'attraction' && roll() < 0.4 ? 0 : Math.round(BASE[type] * (DEARER[kind] ?? 1) * (0.5 + roll() + roll() ** 4 * 2));
  const minHours = oneOf([0.5, 1, 1, 1.5, 2]);
  return {
    id: `${type.slice(0, 1)}${n}`,
    name: `${oneOf(['东', '西', '南', '北', '新', '旧', '大', '小'])}${oneOf(['桥', '塘', '湖', '山', '门', '街', '巷', '井'])}${kind}${n}`,
    type,
    kind,
    lat: lat + (roll() - 0.5) * width,
    lon: lon + (roll() - 0.5) * width,
    hours: kind === '夜市' ? NIGHT_MARKET : oneOf(HOURS[type]),
    price,
    ...(type === 'attraction' ? { minHours, maxHours: minHours * 2 } : {}),
    tags: some(TAGS[type], Math.floor(roll() * 3)),
  };
}

/** A city of about so many places: three in eight to see, three to eat, two to sleep. */
export function madeCity(seed: number, places: number): Place[] {
  const chance = chanceOf(seed);
  const districts = Array.from({ length: 6 }, (): District => ({ lat: 30 + (chance.roll() - 0.5) * 0.3, lon: 120 + (chance.roll() - 0.5) * 0.3, width: 0.03 + chance.roll() * 0.12 }));
  const share: Record<PlaceType, number> = { attraction: 3 / 8, restaurant: 3 / 8, hotel: 2 / 8 };
  return (Object.keys(share) as PlaceType[]).flatMap((type) => Array.from({ length: Math.round(places * share[type]) }, (_, n) => placeOf(type, n, districts, chance)));
}
