import type { Constraint, Place } from '@shared/domain/itinerary/types';
import { faultsOf } from '../../../../tests/support/plan/rules';
import { groupOf, townOf } from '../../../../tests/support/plan/town';
import { meets } from '../../../../tests/support/plan/wishes';
import { plan, sayReason, type PlanAnswer, type PlanInput } from './index';

const TOWN = townOf(300);

/** A trip for people with these wishes, each by himself. */
const tripFor = (wishes: Record<string, readonly Constraint[]>, more: Partial<PlanInput> = {}): PlanInput => ({
  city: '镜湖',
  days: 2,
  members: Object.entries(wishes).map(([id, constraints]) => ({ id, constraints })),
  pois: TOWN,
  ...more,
});

const visited = ({ days }: PlanAnswer): string[] => days.flatMap(({ items }) => items.map(({ poi }) => poi));
const check = ({ checks }: PlanAnswer, rule: string) => checks.find((one) => one.rule === rule);
const place = (more: Partial<Place> & Pick<Place, 'id' | 'type'>): Place => ({ name: more.id, kind: '', lat: 30, lon: 120, open: '09:00', close: '22:00', price: 10, ...more });

describe('plans of random groups', () => {
  const groups = Array.from({ length: 16 }, (_, seed) => groupOf(TOWN, seed + 1));

  it('hold every rule, and say of each wish whether it is met, as an independent reading finds it', () => {
    for (const input of groups) {
      const answer = plan(input);
      expect(faultsOf(input, answer)).toEqual([]);
      for (const { id, constraints } of input.members) {
        const listed = constraints.filter((constraint) => answer.unmet.some((one) => one.member === id && one.constraint === constraint));
        expect(listed).toEqual(constraints.filter((constraint) => !meets(input, answer, constraint)));
      }
      expect(answer.unmet.every(({ why }) => why.length > 3)).toBe(true);
    }
  });

  it('meet any wish that stands alone', () => {
    const wishes = groups.flatMap(({ days, members }) => members.flatMap(({ constraints }) => constraints.map((constraint) => ({ days, constraint }))));
    for (const { days, constraint } of wishes.slice(0, 24)) {
      const answer = plan(tripFor({ a: [constraint], b: [], c: [] }, { days }));
      expect(answer.unmet).toEqual([]);
    }
  });

  it('are the same for the same input', () => {
    for (const input of groups.slice(0, 5)) expect(JSON.stringify(plan(structuredClone(input)))).toBe(JSON.stringify(plan(input)));
  });
});

describe('what cannot be had', () => {
  it('is planned for as well as can be and said, never thrown', () => {
    const sights = TOWN.filter(({ type }) => type === 'attraction');
    const odd: Partial<PlanInput>[] = [{ pois: [] }, { pois: sights }, { pois: TOWN.slice(0, 1) }, { days: 30 }, { days: 4, pois: TOWN.slice(0, 9) }, { members: [] }];
    for (const more of odd) {
      const answer = plan(tripFor({ a: [{ type: 'budget', op: 'le', value: 0 }] }, more));
      expect(answer.days).toHaveLength(more.days ?? 2);
    }
    const noFood = plan(tripFor({ a: [{ type: 'budget', op: 'le', value: 0 }] }, { pois: sights }));
    expect(check(noFood, 'meals')).toMatchObject({ pass: false, detail: expect.stringContaining('第 1 天午饭') as string });
    expect(check(noFood, 'nights')).toMatchObject({ pass: false });
  });

  it('names the sum by which a budget is broken', () => {
    const answer = plan(tripFor({ a: [{ type: 'budget', op: 'le', value: 50 }] }));
    expect(answer.unmet).toMatchObject([{ member: 'a', cause: 'over', why: expect.stringContaining(`${answer.cost - 50} 元`) as string }]);
  });

  it('names the member whose wish stands against it, and lets the one with fewer wishes have his', () => {
    const has: Constraint = { type: 'restaurant_kind', op: 'has', value: '火锅' };
    const never: Constraint = { type: 'restaurant_kind', op: 'ne', value: '火锅' };
    const museum: Constraint = { type: 'attraction_kind', op: 'has', value: '博物馆' };
    const answer = plan(tripFor({ a: [has], b: [never, museum] }));
    expect(answer.unmet).toMatchObject([{ member: 'b', constraint: never, cause: 'clash', against: 'a' }]);
  });

  it('says how many there is room for, in the language of the reader', () => {
    const wish = (value: string): Constraint => ({ type: 'attraction_name', op: 'has', value });
    const pois = [...TOWN, ...['甲', '乙', '丙'].map((id) => place({ id, type: 'attraction' }))];
    const [unmet] = plan(tripFor({ a: [wish('甲'), wish('乙'), wish('丙')], b: [{ type: 'pace', op: 'eq', value: 'slow' }] }, { days: 1, pois })).unmet;
    expect(unmet).toMatchObject({ member: 'a', cause: 'no-time', crowd: { type: 'attraction', wanted: 3, room: 2 }, why: '想去的景点有 3 处，1 天只排得下 2 处景点' });
    expect(unmet && sayReason(unmet, '', 'en', (id) => id)).toBe('3 sights are wished for, and there is room for 2 sights');
  });

  it('tells a place that does not exist from one that is closed on those days', () => {
    const museum = place({ id: '馆', type: 'attraction', hours: [{ days: [2, 3, 4, 5, 6, 7], open: '09:00', close: '17:00' }] });
    const wishes: Constraint[] = [
      { type: 'attraction_name', op: 'has', value: '馆' },
      { type: 'attraction_name', op: 'has', value: '不存在的塔' },
    ];
    const monday = plan(tripFor({ a: wishes }, { days: 1, start: '2026-11-23', pois: [...TOWN, museum] }));
    expect(monday.unmet.map(({ cause }) => cause)).toEqual(['closed', 'no-such-place']);
    const tuesday = plan(tripFor({ a: wishes }, { days: 1, start: '2026-11-24', pois: [...TOWN, museum] }));
    expect(tuesday.unmet.map(({ cause }) => cause)).toEqual(['no-such-place']);
    expect(visited(tuesday)).toContain('馆');
  });

  it('does not call unknown what it knows, nor known what it does not', () => {
    const pois = TOWN.map(({ open: _open, close: _close, price: _price, ...poi }) => poi);
    const answer = plan(tripFor({ a: [{ type: 'budget', op: 'le', value: 9000 }, { type: 'transport_intercity', op: 'has', value: 'train' }] }, { pois }));
    expect(check(answer, 'hours')).toMatchObject({ pass: null });
    expect(check(answer, 'prices')).toMatchObject({ pass: null });
    expect(answer.checks.filter(({ rule }) => rule === 'wish').map(({ pass }) => pass)).toEqual([null, null]);
    expect(answer.unmet).toEqual([]);
  });
});

describe('wishes', () => {
  const day = (answer: PlanAnswer, d = 0) => answer.days[d]?.items ?? [];

  it('more restaurants than lunches and dinners: one is a breakfast where one opens early', () => {
    const pois = [...TOWN, place({ id: '早点铺', type: 'restaurant', open: '06:00', close: '10:00' }), place({ id: '甲店', type: 'restaurant' }), place({ id: '乙店', type: 'restaurant' })];
    const answer = plan(tripFor({ a: ['早点铺', '甲店', '乙店'].map((value) => ({ type: 'restaurant_name', op: 'has', value })) }, { days: 1, pois }));
    expect(answer.unmet).toEqual([]);
    expect(day(answer)[0]).toMatchObject({ kind: 'breakfast', poi: '早点铺' });
  });

  it('a sight that opens in the evening and closes after midnight comes after dinner', () => {
    const answer = plan(tripFor({ a: [{ type: 'attraction_name', op: 'has', value: '夜市' }] }, { pois: [...TOWN, place({ id: '夜市', type: 'attraction', open: '19:00', close: '02:00' })] }));
    const item = answer.days.flatMap(({ items }) => items).find(({ poi }) => poi === '夜市');
    expect(Number(item?.from.slice(0, 2))).toBeGreaterThanOrEqual(19);
  });

  it('a market that opens when others close is seen on the way to bed, but not by who goes to bed early', () => {
    const pois = [...TOWN, place({ id: '夜市', type: 'attraction', open: '22:00', close: '02:00' })];
    const market: Constraint = { type: 'attraction_name', op: 'has', value: '夜市' };
    const late = plan(tripFor({ a: [market] }, { pois }));
    const item = late.days.flatMap(({ items }) => items).find(({ poi }) => poi === '夜市');
    expect(late.unmet).toEqual([]);
    expect([item?.from, (item?.to ?? '') >= '22:30']).toEqual(['22:00', true]);
    expect(late.days[0]?.items.at(-1)?.kind).toBe('hotel');
    expect(plan(tripFor({ a: [market], b: [{ type: 'rest', op: 'has', value: 'early-night' }] }, { pois })).unmet).toMatchObject([{ cause: 'clash' }]);
  });

  it('a bar is no place for a child', () => {
    const pois = [...TOWN, place({ id: '酒街', type: 'attraction', kind: '酒吧' })];
    const bar: Constraint = { type: 'attraction_kind', op: 'has', value: '酒吧' };
    const child: Constraint = { type: 'mobility', op: 'has', value: 'child' };
    expect(plan(tripFor({ a: [child] }, { pois })).unmet).toEqual([]);
    const answer = plan(tripFor({ a: [child], b: [bar] }, { pois }));
    expect(answer.unmet).toHaveLength(1);
    expect(visited(answer).includes('酒街')).toBe(answer.unmet[0]?.constraint === child);
    const hotel = place({ id: '带酒吧的酒店', type: 'hotel', tags: ['酒吧'] });
    const stay: Constraint = { type: 'hotel_name', op: 'has', value: hotel.name };
    expect(plan(tripFor({ a: [child, stay] }, { pois: [...TOWN, hotel] })).unmet).toEqual([]);
  });

  it('two hotels share the nights', () => {
    const pois = [...TOWN, place({ id: '东楼', type: 'hotel' }), place({ id: '西楼', type: 'hotel' })];
    const wish = (value: string): Constraint => ({ type: 'hotel_name', op: 'has', value });
    const answer = plan(tripFor({ a: [wish('东楼')], b: [wish('西楼')] }, { days: 3, pois }));
    expect(answer.unmet).toEqual([]);
    expect(visited(answer)).toEqual(expect.arrayContaining(['东楼', '西楼']));
    expect(plan(tripFor({ a: [wish('东楼')], b: [wish('西楼')] }, { days: 2, pois })).unmet).toHaveLength(1);
  });

  it('pace, rest, weak legs and a late arrival shape the days', () => {
    const answer = plan(
      tripFor({
        a: [{ type: 'pace', op: 'eq', value: 'slow' }, { type: 'rest', op: 'has', value: 'late-start' }],
        b: [{ type: 'rest', op: 'has', value: 'nap' }, { type: 'mobility', op: 'has', value: 'elder' }],
        c: [{ type: 'leave', op: 'eq', value: '20:30' }],
      }),
    );
    expect(answer.unmet).toEqual([]);
    for (const { items } of answer.days) {
      expect(items.filter(({ kind }) => kind === 'attraction').length).toBeLessThanOrEqual(2);
      expect((items[0]?.from ?? '') >= '09:30').toBe(true);
    }
    expect((day(answer, 1).at(-1)?.to ?? '') <= '20:30').toBe(true);
  });

  it('a late train leaves no lunch on the first day, and its fare counts towards the budget', () => {
    const intercity = [{ direction: 'out' as const, by: 'train' as const, from: '10:00', to: '14:30', price: 400 }];
    const input = tripFor({ a: [{ type: 'budget', op: 'le', value: 700 }] }, { intercity });
    const answer = plan(input);
    expect(day(answer).map(({ kind }) => kind)).not.toContain('lunch');
    expect((day(answer)[0]?.from ?? '') >= '15:00').toBe(true);
    expect(answer.cost).toBeLessThanOrEqual(300);
    expect(plan({ ...input, members: [{ id: 'a', constraints: [{ type: 'budget', op: 'le', value: 420 }] }] }).unmet).toMatchObject([{ cause: 'over' }]);
  });

  it('what is not eaten is in no meal, what is eaten is in one', () => {
    const answer = plan(tripFor({ a: [{ type: 'diet', op: 'has', value: '吃素' }], b: [{ type: 'diet', op: 'ne', value: '辣' }] }));
    const kinds = visited(answer).map((id) => TOWN.find((poi) => poi.id === id)?.kind);
    expect(kinds).toContain('素食');
    expect(kinds).not.toContain('川菜');
  });
});
