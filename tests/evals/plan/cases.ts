import type { IntercityLeg } from '../../../cloud/src/engine/plan';
import type { Place } from '../../../shared/domain/itinerary/types';

/**
 * Groups in the town of town.ts with what must become of each wish. `+`: met and not said to be unmet. `-`: it cannot be,
 * and that is said. `~`: these clash, so one at least is unmet and said to be, and one at least is met. `?`: nobody can
 * tell; it must not be broken.
 */
export interface GroupCase {
  name: string;
  days: number;
  /** A Saturday unless said. */
  start?: string;
  members: Record<string, readonly string[]>;
  places?: (town: readonly Place[]) => Place[];
  intercity?: readonly IntercityLeg[];
  /** The town cannot bear a whole plan: what there is must be honest, it need not hold. */
  bare?: boolean;
}

const MONDAY = '2026-11-30';
const SUNDAY = '2026-11-29';
const FRIDAY = '2026-11-27';
const without =
  (...ids: string[]) =>
  (town: readonly Place[]): Place[] => town.filter(({ id, type }) => !ids.includes(id) && !ids.includes(type));
const changed =
  (id: string, change: Partial<Place>) =>
  (town: readonly Place[]): Place[] => town.map((place) => (place.id === id ? { ...place, ...change } : place));
const TRAINS: readonly IntercityLeg[] = [
  { direction: 'out', by: 'train', from: '08:00', to: '10:00', price: 80 },
  { direction: 'back', by: 'train', from: '20:30', to: '22:30', price: 80 },
];

export const CASES: readonly GroupCase[] = [
  // hours and weekdays
  { name: 'a museum that rests on the only day, a Monday', days: 1, start: MONDAY, members: { a: ['- attraction_name has 县博物馆'], b: ['+ attraction_kind has 老街'] } },
  { name: 'a museum that rests on the first of two days', days: 2, start: MONDAY, members: { a: ['+ attraction_name has 县博物馆'], b: ['+ attraction_kind has 老街'] } },
  { name: 'two places that rest on the second of two days', days: 2, start: SUNDAY, members: { a: ['+ attraction_name has 县博物馆'], b: ['+ attraction_name has 县美术馆'] } },
  { name: 'a site that opens at weekends, on a Monday', days: 1, start: MONDAY, members: { a: ['- attraction_name has 官窑遗址'], b: [] } },
  { name: 'a site that opens at weekends, from Friday to Saturday', days: 2, start: FRIDAY, members: { a: ['+ attraction_name has 官窑遗址'], b: [] } },
  { name: 'a night market that is open beyond midnight', days: 2, members: { a: ['+ attraction_kind has 夜市'], b: [] } },
  { name: 'a night market that opens at ten in the evening', days: 2, places: changed('night', { hours: [{ days: [1, 2, 3, 4, 5, 6, 7], open: '22:00', close: '02:00' }] }), members: { a: ['+ attraction_name has 河边夜市'], b: [] } },
  { name: 'a night market beside early nights', days: 1, places: changed('night', { hours: [{ days: [1, 2, 3, 4, 5, 6, 7], open: '22:00', close: '02:00' }] }), members: { a: ['~ attraction_name has 河边夜市'], b: ['~ rest has early-night'] } },
  { name: 'an alley of which nobody knows the hours', days: 1, members: { a: ['+ attraction_name has 旧巷'], b: [] } },
  { name: 'a hot spring, and a bar street afterwards', days: 1, members: { a: ['+ attraction_kind has 温泉'], b: ['+ attraction_kind has 酒吧'] } },
  // what to eat
  { name: 'a vegetarian', days: 1, members: { a: ['+ diet has 素食'], b: [] } },
  { name: 'a vegetarian for two days', days: 2, members: { a: ['+ diet has 素食'], b: ['+ attraction_kind has 园林'] } },
  { name: 'a vegetarian where nothing is', days: 1, places: without('veg1', 'veg2', 'veg3', 'veg4'), members: { a: ['- diet has 素食'], b: [] } },
  { name: 'halal food', days: 1, members: { a: ['+ diet has 清真'], b: [] } },
  { name: 'nothing hot', days: 2, members: { a: ['+ diet ne 辣'], b: [] } },
  { name: 'nothing hot, and Sichuan food for another', days: 1, members: { a: ['~ diet ne 辣'], b: ['~ restaurant_kind has 川菜'] } },
  { name: 'no seafood', days: 2, members: { a: ['+ diet ne 海鲜'], b: ['+ restaurant_kind has 烤鸭'] } },
  { name: 'an allergy nobody can vouch for', days: 1, members: { a: ['? diet ne 花生'], b: [] } },
  { name: 'a dish that is on a card', days: 1, members: { a: ['+ restaurant_kind has 烤鸭'], b: ['+ restaurant_kind has 饺子'] } },
  { name: 'a kitchen the town has not', days: 1, members: { a: ['- restaurant_kind has 法餐'], b: ['+ restaurant_kind has 粤菜'] } },
  { name: 'two restaurants by name on one day', days: 1, members: { a: ['+ restaurant_name has 鼓楼烤鸭店'], b: ['+ restaurant_name has 渔家楼'] } },
  { name: 'three restaurants by name on one day', days: 1, members: { a: ['~ restaurant_name has 鼓楼烤鸭店'], b: ['~ restaurant_name has 渔家楼'], c: ['~ restaurant_name has 转角西餐'] } },
  { name: 'cheap meals for a day', days: 1, members: { a: ['+ meal_price le 30'], b: [] } },
  { name: 'cheaper meals for three days than there are', days: 3, members: { a: ['- meal_price le 25'], b: [] } },
  { name: 'cheap meals and the dearest restaurant', days: 1, members: { a: ['~ meal_price le 60'], b: ['~ restaurant_name has 渔家楼'] } },
  { name: 'no noodles', days: 1, members: { a: ['+ restaurant_kind ne 面馆'], b: ['+ restaurant_kind ne 火锅'] } },
  // where to sleep
  { name: 'a hotel with a pool', days: 2, members: { a: ['+ hotel_kind has 泳池'], b: [] } },
  { name: 'two sorts of hotel for two nights', days: 3, members: { a: ['+ hotel_kind has 民宿'], b: ['+ hotel_kind has 豪华型'] } },
  { name: 'two sorts of hotel for one night', days: 2, members: { a: ['~ hotel_kind has 民宿'], b: ['~ hotel_kind has 豪华型'] } },
  { name: 'the dearest hotel, and at most 300 a night', days: 2, members: { a: ['~ hotel_kind has 豪华型'], b: ['~ hotel_price le 300'] } },
  { name: 'at most 100 a night', days: 3, members: { a: ['+ hotel_price le 100'], b: [] } },
  { name: 'less a night than any hotel', days: 2, members: { a: ['- hotel_price le 50'], b: ['+ attraction_kind has 园林'] } },
  { name: 'a night between 500 and 600', days: 2, members: { a: ['+ hotel_price in 500,600'], b: [] } },
  { name: 'a hotel by name', days: 2, members: { a: ['+ hotel_name has 老街小院'], b: ['+ attraction_kind has 寺庙'] } },
  { name: 'a hotel for the night after the only day', days: 1, members: { a: ['+ hotel_kind has 豪华型'], b: [] } },
  // money
  { name: 'a day that is cheap enough', days: 1, members: { a: ['+ budget le 200'], b: [] } },
  { name: 'a budget nobody could eat on', days: 1, members: { a: ['- budget le 60'], b: ['+ attraction_kind has 老街'] } },
  { name: 'nothing at all', days: 1, members: { a: ['- budget le 0'], b: [] } },
  { name: 'two days, 300 a head', days: 2, members: { a: ['+ budget_per_person le 300'], b: ['+ attraction_kind has 历史古迹'] } },
  { name: 'two days, 50 a head', days: 2, members: { a: ['- budget_per_person le 50'], b: [] } },
  { name: 'the dearest hotel on little money', days: 2, members: { a: ['~ hotel_kind has 豪华型'], b: ['~ budget_per_person le 350'] } },
  { name: 'five people, though two of them talk', days: 2, members: { a: ['+ people eq 5', '+ budget le 2500'], b: ['+ attraction_kind has 园林'] } },
  { name: 'fares count in what a head pays', days: 1, intercity: TRAINS, members: { a: ['+ budget_per_person le 400'], b: ['- budget_per_person le 150'] } },
  // getting about
  { name: 'some metro', days: 1, members: { a: ['+ transport_city has metro'], b: [] } },
  { name: 'nothing but the metro', days: 2, members: { a: ['+ transport_city in metro'], b: [] } },
  { name: 'no taxi', days: 2, members: { a: ['+ transport_city ne taxi'], b: ['+ attraction_kind has 自然风光'] } },
  { name: 'metro only and taxi only', days: 1, members: { a: ['~ transport_city in metro', '~ transport_city has metro'], b: ['~ transport_city in taxi', '~ transport_city has taxi'] } },
  { name: 'on foot only', days: 1, members: { a: ['+ transport_city in walk'], b: ['+ attraction_kind has 历史古迹'] } },
  { name: 'a forest far away', days: 1, members: { a: ['+ attraction_name has 远山林场'], b: [] } },
  { name: 'a forest far away, on foot only', days: 1, members: { a: ['~ attraction_name has 远山林场'], b: ['~ transport_city in walk'] } },
  { name: 'the train that is booked', days: 2, intercity: TRAINS, members: { a: ['+ transport_intercity in train'], b: ['- transport_intercity has airplane'] } },
  { name: 'a train nobody has booked', days: 1, members: { a: ['? transport_intercity in train'], b: [] } },
  // who comes along
  { name: 'children', days: 2, members: { a: ['+ attraction_kind has 适合孩子', '+ mobility has child'], b: ['+ attraction_kind has 老街'] } },
  { name: 'children and a bar street', days: 1, members: { a: ['~ mobility has child'], b: ['~ attraction_kind has 酒吧'] } },
  { name: 'elders who cannot climb and take it slow', days: 2, members: { a: ['+ mobility has no-climb', '+ pace eq slow'], b: ['+ attraction_kind has 园林'] } },
  { name: 'no climbing, and a temple up the hill', days: 1, members: { a: ['~ mobility has no-climb'], b: ['~ attraction_kind has 寺庙'] } },
  { name: 'a wheelchair, as far as is known', days: 1, members: { a: ['? mobility has wheelchair'], b: ['+ attraction_kind has 园林'] } },
  { name: 'little on foot', days: 2, members: { a: ['+ mobility le 2'], b: [] } },
  { name: 'a slow day and four places by name', days: 1, members: { a: ['~ pace eq slow'], b: ['~ attraction_name has 鼓楼', '~ attraction_name has 拙园', '~ attraction_name has 南门老街', '~ attraction_name has 古城墙'] } },
  // hours of the day
  { name: 'not too early, and early nights', days: 2, members: { a: ['+ rest has late-start'], b: ['+ rest has early-night'] } },
  { name: 'out after ten, back by nine', days: 2, members: { a: ['+ rest ge 10:00'], b: ['+ rest le 21:00'] } },
  { name: 'a nap', days: 1, members: { a: ['+ rest has nap'], b: ['+ attraction_kind has 历史古迹'] } },
  { name: 'one who gets in at half past twelve', days: 2, members: { a: ['+ arrive ge 12:30'], b: ['+ attraction_kind has 老街'] } },
  { name: 'one who leaves at seven', days: 2, members: { a: ['+ leave le 19:00'], b: ['+ attraction_kind has 园林'] } },
  // the frame
  { name: 'the days that are asked for, and one more', days: 2, members: { a: ['+ days eq 2'], b: ['- days eq 3'] } },
  { name: 'the date that is set, and another', days: 1, members: { a: ['+ date eq 2026-11-28'], b: ['- date eq 2026-12-05'] } },
  { name: 'the town one plans for, and another', days: 1, members: { a: ['+ to_city eq 小城'], b: ['- to_city eq 北京'] } },
  // several at once
  { name: 'what one wants and another will not', days: 2, members: { a: ['~ attraction_kind has 夜市'], b: ['~ attraction_kind ne 夜市'] } },
  { name: 'what one wants and will not himself', days: 1, members: { a: ['~ attraction_kind has 寺庙', '~ attraction_kind ne 寺庙'], b: [] } },
  { name: 'three who want three sights on one day', days: 1, members: { a: ['+ attraction_kind has 历史古迹'], b: ['+ attraction_kind has 园林'], c: ['+ attraction_kind has 老街'] } },
  { name: 'what is not there, beside what is', days: 1, members: { a: ['- attraction_name has 埃菲尔铁塔', '+ attraction_name has 鼓楼'], b: ['+ restaurant_kind has 粤菜'] } },
  {
    name: 'six people for five days',
    days: 5,
    members: { a: ['+ attraction_name has 县博物馆', '+ hotel_kind has 泳池'], b: ['+ attraction_kind has 寺庙', '+ restaurant_kind has 火锅'], c: ['+ attraction_kind has 适合孩子'], d: ['+ restaurant_name has 渔家楼', '+ attraction_kind has 夜市'], e: ['+ rest has late-start'], f: ['+ attraction_name has 官窑遗址', '+ transport_city has taxi'] },
  },
  // towns that cannot bear a plan
  { name: 'a town without a hotel', days: 2, bare: true, places: without('hotel'), members: { a: ['- hotel_kind has 泳池'], b: ['+ attraction_kind has 园林'] } },
  { name: 'a town without a restaurant', days: 1, bare: true, places: without('restaurant'), members: { a: ['- restaurant_kind has 火锅'], b: ['+ attraction_kind has 园林'] } },
  { name: 'a town with one sight, for three days', days: 3, bare: true, places: (town) => town.filter(({ id, type }) => type !== 'attraction' || id === 'tower'), members: { a: ['+ attraction_name has 鼓楼'], b: ['- attraction_kind has 园林'] } },
  { name: 'no town at all', days: 2, bare: true, places: () => [], members: { a: ['- attraction_kind has 园林'], b: [] } },
];
