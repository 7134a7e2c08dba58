import { check, broken, stateOfWish, type Finding, type Rule } from '.';
import { partyOf, type Stop, type Trip, type TripDay } from '../trip';
import type { Constraint, Place } from '../types';

/* A made-up town on a line to the north: 0.01 degrees are 1.11 km, 14 minutes on foot. */
const at = (id: string, type: Place['type'], north: number, more: Partial<Place> = {}): Place => ({ id, name: id, type, kind: '', lat: 30 + north / 100, lon: 120, open: '09:00', close: '18:00', price: 50, ...more });
const PLACES: Place[] = [
  at('museum', 'attraction', 0, { name: '博物馆', kind: '博物馆', price: 0, hours: [{ days: [2, 3, 4, 5, 6, 7], open: '09:00', close: '17:00' }] }),
  at('lake', 'attraction', 1, { kind: '自然风光', open: '00:00', close: '00:00' }),
  at('tower', 'attraction', 2, { kind: '历史古迹', tags: ['台阶多'] }),
  at('market', 'attraction', 3, { kind: '夜市', open: '18:00', close: '02:00', price: 0 }),
  at('alley', 'attraction', 3, { kind: '老街', open: undefined, close: undefined, price: undefined }),
  at('noodles', 'restaurant', 0, { kind: '素面馆', tags: ['素食'], open: '06:00', close: '22:00', price: 30 }),
  at('duck', 'restaurant', 1, { kind: '杭帮菜', tags: ['烤鸭'], open: '10:00', close: '22:00', price: 120 }),
  at('sichuan', 'restaurant', 2, { kind: '川菜', tags: ['火锅'], open: '10:00', close: '23:00', price: 80 }),
  at('plain', 'restaurant', 2, { open: '10:00', close: '23:00', price: 60 }),
  at('inn', 'hotel', 1, { name: '湖边酒店', kind: '舒适型', tags: ['泳池'], price: 400 }),
];

const stop = (kind: Stop['kind'], placeId: string, from: string, to: string, cost: number, by?: 'walk' | 'metro' | 'taxi'): Stop => ({ id: `${placeId}-${from}`, kind, placeId, from, to, cost, ...(by ? { leg: { by, km: 0, minutes: 0, cost: 0 } } : {}) });
const DAYS: TripDay[] = [
  { items: [stop('attraction', 'museum', '09:00', '11:00', 0), stop('lunch', 'noodles', '11:10', '12:10', 60), stop('attraction', 'lake', '12:30', '14:30', 100, 'walk'), stop('dinner', 'duck', '17:30', '19:00', 240), stop('hotel', 'inn', '19:00', '24:00', 400)] },
  { items: [stop('attraction', 'tower', '10:00', '11:30', 100), stop('lunch', 'plain', '12:00', '13:00', 120), stop('dinner', 'sichuan', '18:00', '19:00', 160)] },
];
/* 2026-11-28 is a Saturday. */
const trip = (wishes: Constraint[] = [], more: Partial<Trip> = {}): Trip => ({ plan: { days: DAYS, cost: 1180 }, places: PLACES, party: { ids: ['li', 'wang'], size: 2 }, wishes: [{ id: 'w', member: 'li', constraints: wishes }], days: 2, start: '2026-11-28', ...more });
const withDay = (day: number, items: Stop[]): Partial<Trip> => {
  const days = DAYS.map((one, i) => (i === day ? { items } : one));
  return { plan: { days, cost: days.flatMap((one) => one.items).reduce((sum, { cost }) => sum + cost, 0) } };
};
const swapped = (day: number, id: string, change: Partial<Stop>): Partial<Trip> => withDay(day, (DAYS[day] as TripDay).items.map((one) => (one.placeId === id ? { ...one, ...change } : one)));
const faults = (rule: Rule, more: Partial<Trip> = {}): string[] => check(trip([], more)).filter((one) => one.rule === rule && one.state !== 'pass').map(({ state, code }) => `${state} ${code}`);
const wish = (type: Constraint['type'], op: Constraint['op'], value: Constraint['value'], more: Partial<Trip> = {}): Finding => check(trip([{ type, op, value }], more)).find(({ rule }) => rule === 'wish') as Finding;
const verdict = (...args: Parameters<typeof wish>): string => `${wish(...args).state} ${wish(...args).code}`;

describe('what every plan must hold', () => {
  test('a plan that holds passes each rule once', () => {
    expect(check(trip()).map(({ rule, state }) => `${rule} ${state}`)).toEqual(['days', 'places', 'order', 'hours', 'once', 'meals', 'stays', 'legs', 'costs', 'sum', 'daily', 'nights'].map((rule) => `${rule} pass`));
  });

  test.each<[string, Rule, Partial<Trip>, string]>([
    ['a day too few', 'days', { days: 3 }, 'fail day-count'],
    ['a place nobody knows', 'places', swapped(1, 'tower', { placeId: 'nowhere' }), 'fail no-place'],
    ['lunch in a hotel', 'places', swapped(1, 'plain', { placeId: 'inn' }), 'fail wrong-place'],
    ['an end before the beginning', 'order', swapped(1, 'tower', { to: '09:30' }), 'fail ends-before-start'],
    ['a clock that is none', 'order', swapped(1, 'tower', { to: '10:75' }), 'fail bad-clock'],
    ['two stops at once', 'order', swapped(1, 'plain', { from: '11:15' }), 'fail overlap'],
    ['a museum on its day of rest', 'hours', { start: '2026-11-30' }, 'fail closed-day'],
    ['a museum before it opens', 'hours', swapped(0, 'museum', { from: '08:30' }), 'fail outside-hours'],
    ['hours nobody knows', 'hours', swapped(1, 'tower', { placeId: 'alley' }), 'unknown hours-unknown'],
    ['a weekday nobody knows', 'hours', { start: undefined }, 'unknown hours-unknown'],
    ['the same restaurant twice', 'once', swapped(1, 'plain', { placeId: 'noodles' }), 'fail twice'],
    ['lunch at three', 'meals', swapped(1, 'plain', { from: '15:00', to: '16:00' }), 'fail outside-window'],
    ['two lunches', 'meals', swapped(1, 'sichuan', { kind: 'lunch' }), 'fail two-meals'],
    ['twenty minutes of a tower', 'stays', swapped(1, 'tower', { from: '11:10' }), 'fail short-stay'],
    ['a way without means', 'legs', swapped(0, 'lake', { leg: undefined }), 'fail no-means'],
    ['a way too far for the time', 'legs', swapped(0, 'lake', { from: '12:22' }), 'fail too-far'],
    ['a ticket for one of two', 'costs', swapped(1, 'tower', { cost: 50 }), 'fail cost-low'],
    ['more than the way there may cost', 'costs', swapped(1, 'tower', { cost: 101 }), 'fail cost-high'],
    ['a price nobody knows', 'costs', swapped(1, 'tower', { placeId: 'alley', cost: 0 }), 'unknown price-unknown'],
    ['a sum that is none', 'sum', { plan: { days: DAYS, cost: 1179 } }, 'fail sum-off'],
    ['a day without dinner', 'daily', withDay(1, (DAYS[1] as TripDay).items.slice(0, 2)), 'fail missing-dinner'],
    ['a night in the open', 'nights', withDay(0, (DAYS[0] as TripDay).items.slice(0, 4)), 'fail no-hotel'],
  ])('%s', (_, rule, more, fault) => expect(faults(rule, more)).toContain(fault));

  test('a minute of grace for a leg, no more', () => {
    // 1.112 km on foot: 13.3 minutes
    expect(faults('legs', swapped(0, 'lake', { from: '12:23' }))).toEqual([]);
    expect(faults('legs', swapped(0, 'lake', { from: '12:22' }))).toEqual(['fail too-far']);
  });

  test('the fare of a leg may be in the cost of its stop, up to all of it', () => {
    const cost = 100 + 20 + 5 * 1.11;
    expect(faults('costs', swapped(0, 'lake', { cost, leg: { by: 'taxi', km: 0, minutes: 0, cost: 0 } }))).toEqual([]);
    expect(faults('costs', swapped(0, 'lake', { cost: cost + 1, leg: { by: 'taxi', km: 0, minutes: 0, cost: 0 } }))).toEqual(['fail cost-high']);
  });

  test('a room for two, or one each', () => {
    expect(faults('costs', swapped(0, 'inn', { cost: 800 }))).toEqual([]);
    expect(faults('costs', swapped(0, 'inn', { cost: 399 }))).toEqual(['fail cost-low']);
  });

  test('who splits up needs a lunch of his own, and may do another thing at the same time', () => {
    const [museum, lunch, lake, duck, inn] = (DAYS[0] as TripDay).items as [Stop, Stop, Stop, Stop, Stop];
    const alone: Stop = { ...museum, id: 'alone', placeId: 'lake', who: ['wang'], cost: 50 };
    const split = [{ ...museum, who: ['li'] }, alone, { ...lunch, leg: { by: 'walk' as const, km: 0, minutes: 0, cost: 0 }, from: '11:20' }, duck, inn];
    expect(faults('order', withDay(0, split))).toEqual([]);
    expect(faults('daily', withDay(0, split))).toEqual([]);
    expect(faults('daily', withDay(0, [{ ...lunch, who: ['li'], cost: 30 }, lake, duck, inn]))).toEqual(['fail missing-lunch']);
  });

  test('a night market is open after midnight, of the evening before', () => {
    const late = swapped(1, 'tower', { placeId: 'market', from: '00:10', to: '01:30', cost: 0 });
    expect(faults('hours', late)).toEqual([]);
    expect(faults('hours', swapped(1, 'tower', { placeId: 'market', from: '01:30', to: '02:30', cost: 0 }))).toEqual(['fail outside-hours']);
    expect(faults('hours', swapped(0, 'lake', { placeId: 'market', from: '22:00', to: '24:00', cost: 0 }))).toEqual([]);
  });
});

describe('what one member asked for', () => {
  test.each<[Constraint['type'], Constraint['op'], Constraint['value'], string]>([
    ['days', 'eq', 2, 'pass ok'],
    ['days', 'ge', 3, 'fail under'],
    ['people', 'eq', 2, 'pass ok'],
    ['budget', 'le', 1180, 'pass ok'],
    ['budget', 'le', 1100, 'fail over'],
    ['budget_per_person', 'le', 590, 'pass ok'],
    ['budget_per_person', 'le', 500, 'fail over'],
    ['date', 'eq', '2026-11-28', 'pass there'],
    ['date', 'in', ['2026-11-27', '2026-11-28'], 'fail differs'],
    ['arrive', 'ge', '09:30', 'fail early'],
    ['arrive', 'ge', '09:00', 'pass there'],
    ['leave', 'le', '18:30', 'fail late'],
    ['transport_intercity', 'in', ['train'], 'unknown not-said'],
    ['transport_city', 'has', 'walk', 'pass there'],
    ['transport_city', 'in', ['metro'], 'fail other'],
    ['transport_city', 'ne', 'taxi', 'pass none'],
    ['attraction_kind', 'has', '历史古迹', 'pass there'],
    ['attraction_kind', 'ne', '博物馆', 'fail there'],
    ['attraction_name', 'has', '博物馆', 'pass there'],
    ['restaurant_kind', 'has', '烤鸭', 'pass there'],
    ['restaurant_kind', 'has', '日料', 'unknown facts-missing'],
    ['restaurant_kind', 'ne', '川菜', 'fail there'],
    ['hotel_kind', 'has', '泳池', 'pass there'],
    ['hotel_kind', 'has', '豪华型', 'fail none'],
    ['hotel_name', 'has', '湖边', 'pass there'],
    ['hotel_price', 'le', 399, 'fail over'],
    ['hotel_price', 'in', [300, 500], 'pass ok'],
    ['hotel_price', 'eq', 420, 'pass ok'],
    ['meal_price', 'le', 100, 'fail over'],
    ['diet', 'has', '素食', 'unknown facts-missing'],
    ['diet', 'ne', '辣', 'fail there'],
    ['diet', 'ne', '花生', 'unknown facts-missing'],
    ['diet', 'ne', '海鲜过敏', 'unknown facts-missing'],
    ['diet', 'ne', '辣过敏', 'fail there'],
    ['pace', 'eq', 'slow', 'pass ok'],
    ['pace', 'eq', 'fast', 'fail under'],
    ['mobility', 'has', 'wheelchair', 'fail there'],
    ['mobility', 'has', 'no-climb', 'fail there'],
    ['mobility', 'has', 'little-walking', 'pass ok'],
    ['mobility', 'le', 1, 'fail over'],
    ['rest', 'has', 'late-start', 'pass ok'],
    ['rest', 'ge', '09:30', 'fail early'],
    ['rest', 'has', 'early-night', 'pass ok'],
    ['rest', 'le', '18:30', 'fail late'],
    ['rest', 'has', 'nap', 'pass ok'],
    ['from_city', 'eq', '上海', 'unknown not-said'],
  ])('%s %s %j: %s', (type, op, value, expected) => expect(verdict(type, op, value)).toBe(expected));

  test('that no card names a food is enough for who does not like it, not for whom it harms', () => {
    const described = { places: PLACES.map((place) => (place.type === 'restaurant' ? { ...place, kind: '面馆', tags: ['面食'] } : place)) };
    expect(verdict('diet', 'ne', '海鲜', described)).toBe('pass none');
    expect(verdict('diet', 'ne', '海鲜过敏', described)).toBe('unknown facts-missing');
  });

  test('what a vegetarian cannot eat anywhere fails, and each meal that fits passes', () => {
    const meat = withDay(0, (DAYS[0] as TripDay).items.map((one) => (one.placeId === 'noodles' ? { ...one, placeId: 'duck', cost: 240 } : one)));
    const both = (places: Place[]): Place[] => places.map((place) => (place.type === 'restaurant' ? { ...place, kind: '家常菜', tags: ['热菜'] } : place));
    expect(verdict('diet', 'has', '素食', { ...meat, places: both(PLACES) })).toBe('fail none');
    expect(verdict('diet', 'has', '素食', { places: PLACES.map((place) => (place.type === 'restaurant' ? { ...place, tags: ['素食'] } : place)) })).toBe('pass there');
  });

  test('money nobody knows makes a limit that holds so far unknown, one already broken stays broken', () => {
    const places = PLACES.map((place) => (place.id === 'lake' ? { ...place, price: undefined } : place));
    expect(verdict('budget', 'le', 1200, { places })).toBe('unknown facts-missing');
    expect(verdict('budget', 'le', 1000, { places })).toBe('fail over');
  });

  test('a wish is met by a stop its member joins, not by one others join', () => {
    const others = swapped(1, 'tower', { who: ['wang'], cost: 50 });
    expect(verdict('attraction_kind', 'has', '历史古迹', others)).toBe('fail none');
    const [li, wang] = ['li', 'wang'].map((member) => check(trip([], { ...others, wishes: [{ member, constraints: [{ type: 'budget_per_person', op: 'le', value: 1 }] }] })).find(({ rule }) => rule === 'wish'));
    expect([li?.have, wang?.have]).toEqual([540, 590]);
  });

  test('a name is taken for the place of exactly that name where there is one', () => {
    const places = [...PLACES, at('ruin', 'attraction', 2, { name: '老塔' }), { ...(PLACES[2] as Place), name: '老塔遗址公园' }].filter((place) => place !== PLACES[2]);
    expect(verdict('attraction_name', 'has', '老塔', { places })).toBe('fail none');
    expect(verdict('attraction_name', 'has', '老塔遗址', { places })).toBe('pass there');
  });

  test('a nap is an hour with nothing in it soon after noon', () => {
    expect(verdict('rest', 'has', 'nap', swapped(0, 'lake', { to: '15:00' }))).toBe('fail no-break');
  });

  test('numbers are told: what is, what was wanted', () => {
    expect(wish('budget_per_person', 'le', 500)).toMatchObject({ wish: 'w', member: 'li', have: 590, want: 500, constraint: { type: 'budget_per_person', op: 'le', value: 500 } });
    expect(wish('attraction_kind', 'has', '历史古迹')).toMatchObject({ day: 1, item: 'tower-10:00', place: 'tower' });
  });
});

describe('around the checks', () => {
  test('a step of editing names what it broke, not what was broken before', () => {
    const before = check(trip([{ type: 'budget', op: 'le', value: 100 }]));
    const after = check(trip([{ type: 'budget', op: 'le', value: 100 }], swapped(0, 'museum', { from: '08:30' })));
    expect(broken(before, after).map(({ code }) => code)).toEqual(['outside-hours']);
    expect(broken(after, before)).toEqual([]);
  });

  test('a wish is placed when all of it passes, unverified when something is not known', () => {
    const of = (constraints: Constraint[]): string => stateOfWish(check(trip(constraints)).filter(({ rule }) => rule === 'wish'));
    expect(of([{ type: 'days', op: 'eq', value: 2 }, { type: 'attraction_kind', op: 'has', value: '历史古迹' }])).toBe('placed');
    expect(of([{ type: 'days', op: 'eq', value: 2 }, { type: 'diet', op: 'ne', value: '花生' }])).toBe('unverified');
    expect(of([{ type: 'days', op: 'eq', value: 3 }, { type: 'diet', op: 'ne', value: '花生' }])).toBe('unplaced');
    expect(of([])).toBe('unverified');
  });

  test('the people one names are the party, else its members', () => {
    expect(partyOf(['a', 'b'], [{ constraints: [{ type: 'people', op: 'eq', value: 5 }] }])).toEqual({ ids: ['a', 'b'], size: 5 });
    expect(partyOf(['a', 'b'], [])).toEqual({ ids: ['a', 'b'], size: 2 });
  });

  test('five days of six members are checked within 5 ms', () => {
    const wishes = Array.from({ length: 6 }, (_, i) => ({ member: `m${i}`, constraints: (['attraction_kind', 'restaurant_kind', 'hotel_kind', 'attraction_name', 'diet'] as const).map((type) => ({ type, op: 'has' as const, value: '历史古迹' })) }));
    const five = { plan: { days: Array.from({ length: 5 }, (_, i) => DAYS[i % 2] as TripDay), cost: 0 }, wishes, party: { ids: wishes.map(({ member }) => member), size: 6 }, days: 5, places: Array.from({ length: 40 }, (_, i) => PLACES.map((place) => (i === 0 ? place : { ...place, id: `${place.id}${i}` }))).flat() };
    for (let i = 0; i < 50; i++) check(trip([], five));
    const best = Math.min(...Array.from({ length: 20 }, () => { const start = process.cpuUsage(); check(trip([], five)); return process.cpuUsage(start).user / 1000; }));
    expect(best).toBeLessThan(5);
  });
});
