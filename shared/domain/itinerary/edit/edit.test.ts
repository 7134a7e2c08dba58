import fc from 'fast-check';
import { applyEdits, editTrip, recount, withLegs, type TripEdit } from '.';
import { check } from '../check';
import { diff } from '../diff';
import type { Stop, Trip, TripPlan } from '../trip';
import type { Place } from '../types';

/* On a line to the north: 0.01 degrees are 1.112 km. */
const at = (id: string, type: Place['type'], north: number, price: number, more: Partial<Place> = {}): Place => ({ id, name: id, type, kind: 'k', lat: 30 + north / 100, lon: 120, open: '06:00', close: '23:00', price, ...more });
const PLACES = [at('temple', 'attraction', 0, 30), at('lake', 'attraction', 2, 0, { minHours: 2 }), at('gate', 'attraction', 9, 10), at('noodles', 'restaurant', 1, 20), at('duck', 'restaurant', 3, 90), at('hotpot', 'restaurant', 1, 80), at('inn', 'hotel', 2, 300)];
const PARTY = { ids: ['a', 'b', 'c'], size: 3 };
const stop = (id: string, kind: Stop['kind'], placeId: string, from: string, to: string, by?: 'walk' | 'metro' | 'taxi'): Stop => ({ id, kind, placeId, from, to, cost: 0, ...(by ? { leg: { by, km: 0, minutes: 0, cost: 0 } } : {}) });
const PLAN: TripPlan = recount(
  {
    days: [
      { items: [stop('1', 'attraction', 'temple', '09:00', '11:00'), stop('2', 'lunch', 'noodles', '11:30', '12:30', 'walk'), stop('3', 'attraction', 'lake', '13:00', '16:00', 'metro'), stop('4', 'dinner', 'duck', '18:00', '19:00', 'taxi'), stop('5', 'hotel', 'inn', '20:00', '24:00', 'taxi')] },
      { items: [stop('6', 'attraction', 'gate', '09:00', '11:00'), stop('7', 'lunch', 'hotpot', '12:00', '13:00', 'taxi')] },
    ],
    cost: 0,
  },
  PLACES,
  PARTY,
);
const CONTEXT = { places: PLACES, party: PARTY, newId: () => 'new' };
const edited = (...edits: TripEdit[]): TripPlan => {
  const result = applyEdits(PLAN, edits, CONTEXT);
  if ('error' in result) throw new Error(`${result.error} ${result.field}`);
  return recount(result.plan, PLACES, PARTY, result.pinned);
};
const refused = (...edits: TripEdit[]): unknown => applyEdits(PLAN, edits, CONTEXT);
const told = (plan: TripPlan, day: number): string[] => (plan.days[day]?.items ?? []).map(({ id, placeId, from, to, leg }) => [id, placeId, `${from}-${to}`, leg?.by].filter(Boolean).join(' '));
const itemOf = (plan: TripPlan, id: string): Stop => plan.days.flatMap(({ items }) => items).find((one) => one.id === id) as Stop;

describe('counting anew', () => {
  test('costs are price and fare of all who join, whole yuan for the fare; rooms hold two', () => {
    // 3 × 20; 10 a head; 3 × 90 and one car over 1.112 km; two rooms and one car over 1.112 km
    expect(['2', '3', '4', '5'].map((id) => itemOf(PLAN, id).cost)).toEqual([60, 30, 270 + 25, 600 + 25]);
    expect(itemOf(PLAN, '3').leg).toEqual({ by: 'metro', km: 1.11, minutes: 3, cost: 30 });
    expect(PLAN.cost).toBe(90 + 60 + 30 + 295 + 625 + 30 + (240 + 20 + Math.floor(5 * 8 * 1.1119)));
  });

  test('a plan counted anew is the same plan', () => {
    expect(recount(PLAN, PLACES, PARTY)).toEqual(PLAN);
    expect(withLegs(PLAN, PLACES, PARTY)).toEqual(PLAN);
  });

  test('what is counted holds the rules of costs, sum and legs', () => {
    const rules = check({ plan: PLAN, places: PLACES, party: PARTY, wishes: [] }).filter(({ rule }) => ['costs', 'sum', 'legs', 'order'].includes(rule));
    expect(rules.map(({ state }) => state)).toEqual(['pass', 'pass', 'pass', 'pass']);
  });

  test('a price nobody knows costs nothing but the way', () => {
    const places = PLACES.map((place) => (place.id === 'duck' ? { ...place, price: undefined } : place));
    expect(recount(PLAN, places, PARTY).days[0]?.items[3]?.cost).toBe(25);
  });
});

describe('editing by hand', () => {
  test('a stop that takes longer puts off what comes after, each as long as before', () => {
    const plan = edited({ do: 'time', itemId: '3', from: '13:00', to: '18:30' });
    expect(told(plan, 0).slice(2)).toEqual(['3 lake 13:00-18:30 metro', '4 duck 18:35-19:35 taxi', '5 inn 20:00-24:00 taxi']);
  });

  test('a time set by hand is kept, and the checker says what it breaks', () => {
    const trip: Trip = { plan: PLAN, places: PLACES, party: PARTY, wishes: [] };
    const result = editTrip(trip, [{ do: 'time', itemId: '3', from: '12:00', to: '15:00' }], () => 'x');
    if ('error' in result) throw new Error(result.error);
    expect(itemOf(result.trip.plan, '3')).toMatchObject({ from: '12:00', to: '15:00' });
    expect(result.broken.map(({ rule, code, item }) => [rule, code, item])).toEqual([['order', 'overlap', '3']]);
  });

  test('a stop moved to another day begins when the one before it ends, and comes by the usual means', () => {
    const plan = edited({ do: 'move', itemId: '3', day: 1, place: 1 });
    expect(told(plan, 1)).toEqual(['6 gate 09:00-11:00', '3 lake 11:15-14:15 taxi', '7 hotpot 14:20-15:20 taxi']);
    expect(told(plan, 0)).toEqual(['1 temple 09:00-11:00', '2 noodles 11:30-12:30 walk', '4 duck 18:00-19:00 taxi', '5 inn 20:00-24:00 taxi']);
    expect(edited({ do: 'move', itemId: '3', day: 0, place: 2 })).toEqual(PLAN);
  });

  test('the first of a day begins when the first did', () => {
    expect(told(edited({ do: 'move', itemId: '3', day: 1, place: 0 }), 1)[0]).toBe('3 lake 09:00-12:00');
  });

  test('replacing keeps the time, and counts price and way of the new place', () => {
    const plan = edited({ do: 'replace', itemId: '2', placeId: 'hotpot' });
    expect(itemOf(plan, '2')).toMatchObject({ placeId: 'hotpot', from: '11:30', to: '12:30', cost: 240 });
  });

  test('an added stop stays as long as its place asks for, a meal begins at its hour', () => {
    const plan = edited({ do: 'remove', itemId: '3' }, { do: 'add', day: 1, place: 2, placeId: 'lake', kind: 'attraction' }, { do: 'add', day: 1, place: 3, placeId: 'duck', kind: 'dinner' });
    expect(told(plan, 1).slice(2)).toEqual(['new lake 13:05-15:05 taxi', 'new duck 17:30-18:45 taxi']);
  });

  test('who went on foot from near does not walk there from far, but where somebody says so', () => {
    const far: TripEdit = { do: 'add', day: 0, place: 1, placeId: 'gate', kind: 'attraction' };
    expect(itemOf(edited(far), '2').leg?.by).toBe('taxi');
    expect(itemOf(edited({ do: 'remove', itemId: '1' }), '3').leg?.by).toBe('metro');
    const asked = applyEdits(edited(far), [{ do: 'means', itemId: '2', by: 'walk' }], CONTEXT);
    expect('plan' in asked && itemOf(recount(asked.plan, PLACES, PARTY), '2').leg?.by).toBe('walk');
  });

  test('means, who and notes', () => {
    const plan = edited({ do: 'means', itemId: '4', by: 'walk' }, { do: 'who', itemId: '4', who: ['c', 'a'] }, { do: 'note', itemId: '4', note: '排队' });
    expect(itemOf(plan, '4')).toMatchObject({ who: ['a', 'c'], note: '排队', cost: 180, leg: { by: 'walk', minutes: 14, cost: 0 } });
    expect(itemOf(edited({ do: 'who', itemId: '4', who: ['a', 'b', 'c'] }), '4').who).toBeUndefined();
  });

  test.each<[TripEdit, string, string]>([
    [{ do: 'remove', itemId: '99' }, 'no-such-item', 'edits.1.itemId'],
    [{ do: 'move', itemId: '1', day: 7, place: 0 }, 'no-such-day', 'edits.1.day'],
    [{ do: 'replace', itemId: '2', placeId: 'moon' }, 'no-such-place', 'edits.1.placeId'],
    [{ do: 'replace', itemId: '2', placeId: 'inn' }, 'wrong-place', 'edits.1.placeId'],
    [{ do: 'add', day: 0, place: 0, placeId: 'duck', kind: 'hotel' }, 'wrong-place', 'edits.1.placeId'],
    [{ do: 'time', itemId: '1', from: '11:00', to: '10:00' }, 'bad-time', 'edits.1.to'],
    [{ do: 'who', itemId: '1', who: [] }, 'nobody', 'edits.1.who'],
    [{ do: 'who', itemId: '1', who: ['a', 'stranger'] }, 'nobody', 'edits.1.who'],
  ])('%j is refused by field', (edit, error, field) => expect(refused({ do: 'note', itemId: '1', note: 'x' }, edit)).toEqual({ error, field }));

  test('whatever is edited, costs and sum hold, and no plan given is changed', () => {
    const id = fc.constantFrom('1', '2', '3', '4', '5', '6', '7');
    const edit = fc.oneof(
      fc.record({ do: fc.constant('move' as const), itemId: id, day: fc.nat(1), place: fc.nat(5) }),
      fc.record({ do: fc.constant('remove' as const), itemId: id }),
      fc.record({ do: fc.constant('means' as const), itemId: id, by: fc.constantFrom('walk' as const, 'metro' as const, 'taxi' as const) }),
      fc.record({ do: fc.constant('who' as const), itemId: id, who: fc.constantFrom(['a'], ['b', 'c'], ['a', 'b', 'c']) }),
      fc.record({ do: fc.constant('replace' as const), itemId: id, placeId: fc.constantFrom(...PLACES.map((place) => place.id)) }),
    );
    const before = JSON.stringify(PLAN);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const result = applyEdits(PLAN, edits, CONTEXT);
        if ('error' in result) return;
        const plan = recount(result.plan, PLACES, PARTY, result.pinned);
        const findings = check({ plan, places: PLACES, party: PARTY, wishes: [] });
        expect(findings.filter(({ rule, state }) => (rule === 'costs' || rule === 'sum' || rule === 'places') && state === 'fail')).toEqual([]);
        expect(recount(plan, PLACES, PARTY)).toEqual(plan);
      }),
      { numRuns: 300, seed: 4 },
    );
    expect(JSON.stringify(PLAN)).toBe(before);
  });
});

describe('what differs', () => {
  const lines = (plan: TripPlan): unknown[] => diff(PLAN, plan).map(({ kind, day, item, was }) => [kind, day, item, ...(was ? [was.day, was.stop.placeId] : [])]);

  test('nothing, for the same plan', () => expect(diff(PLAN, PLAN)).toEqual([]));
  test('a stop is added, removed, moved, replaced', () => {
    expect(lines(edited({ do: 'remove', itemId: '7' }))).toEqual([['removed', 1, '7']]);
    expect(lines(edited({ do: 'replace', itemId: '2', placeId: 'hotpot' }, { do: 'add', day: 1, place: 2, placeId: 'lake', kind: 'rest' }))).toEqual([['changed', 0, '2', 0, 'noodles'], ['added', 1, 'new']]);
    expect(lines(edited({ do: 'move', itemId: '7', day: 0, place: 5 }))).toEqual([['moved', 0, '7', 1, 'hotpot']]);
  });
  test('of an order changed within a day only what moved is told as moved', () => {
    expect(lines(edited({ do: 'move', itemId: '1', day: 0, place: 2 })).filter((line) => (line as unknown[])[0] === 'moved')).toEqual([['moved', 0, '1', 0, 'temple']]);
  });
  test('plans of different makers are held together by place and purpose', () => {
    const renamed = { ...PLAN, days: PLAN.days.map(({ items }) => ({ items: items.map((one) => ({ ...one, id: `x${8 - Number(one.id)}` })) })) };
    expect(diff(PLAN, renamed)).toEqual([]);
  });
});
