import type { Itinerary, Place, PlanItem, Wish } from '@shared/wire/itinerary';
import { opensText, hoursText, isOld, legText, yuan } from '@/features/itinerary/say';
import { tripT, type SpeakTrip } from '@/features/itinerary/words';
import { edited } from '@/features/itinerary/local';
import { partsOf } from '@/pages/itinerary/CostSheet';
import { stepOf } from '@/pages/itinerary/LiveStrip';
import { centsOf, money } from '@/pages/itinerary/expenses/cents';
import { labels, sketch } from '@/pages/itinerary/map/project';
import { matches } from '@/pages/itinerary/wishes/Filters';
import { columns } from '@/pages/itinerary/wishes/Wall';

const t: SpeakTrip = Object.assign(tripT, { locale: 'zh' as const });
const place = (change: Partial<Place> = {}): Place => ({ id: 'a', name: '博物馆', type: 'attraction', kind: '博物馆', lat: 30.25, lon: 120.15, price: 0, source: { name: '样例数据', on: '2026-11-01', verified: false }, ...change });
const stop = (change: Partial<PlanItem> = {}): PlanItem => ({ id: 's1', kind: 'attraction', placeId: 'a', from: '09:00', to: '11:00', cost: 0, ...change });

const SUNDAY = '2026-11-29';
const MONDAY = '2026-11-30';

describe('opening hours in words', () => {
  const shut = place({ hours: [{ days: [2, 3, 4, 5, 6, 7], open: '09:00', close: '17:00' }] });
  it('names the hour the doors open, and a day of rest', () => {
    expect(opensText(shut, SUNDAY, t)).toEqual({ text: '9:00 开门', tone: 'plain' });
    expect(opensText(shut, MONDAY, t)).toEqual({ text: '这天不开门', tone: 'bad' });
    expect(hoursText(shut, MONDAY, t).tone).toBe('bad');
    expect(hoursText(shut, SUNDAY, t).text).toBe('开门 9:00–17:00');
  });

  it('says so where nobody knows, and makes no hour up', () => {
    expect(opensText(place(), SUNDAY, t)).toEqual({ text: '开门时间没查到', tone: 'warn' });
    expect(hoursText(place(), undefined, t)).toEqual({ text: '开门时间没查到', tone: 'warn' });
  });

  it('says nothing of doors that never shut, and counts last night’s hours to last night', () => {
    expect(opensText(place({ open: '00:00', close: '24:00' }), SUNDAY, t)).toBeUndefined();
    expect(opensText(place({ open: '18:00', close: '02:00' }), SUNDAY, t)?.text).toBe('18:00 开门');
  });
});

it('facts are old after seven days', () => {
  expect(isOld(place(), Date.parse('2026-11-08T00:00:00Z'))).toBe(false);
  expect(isOld(place(), Date.parse('2026-11-08T00:00:01Z'))).toBe(true);
});

it('money is told without needless cents', () => {
  expect([0, 438, 12.5, 0.25].map(yuan)).toEqual(['¥0', '¥438', '¥12.5', '¥0.25']);
});

it('a leg is told by what one does', () => {
  expect(legText({ by: 'walk', km: 0.35, minutes: 5, cost: 0 }, 6, t)).toBe('走 350 米');
  expect(legText({ by: 'taxi', km: 9, minutes: 15, cost: 60 }, 6, t)).toBe('打车 15 分，2 辆');
  expect(legText({ by: 'metro', km: 9, minutes: 20, cost: 60 }, 6, t)).toBe('地铁 20 分');
});

it('the parts of a cost make up the whole', () => {
  const items = [stop({ cost: 75.5, leg: { by: 'taxi', km: 3, minutes: 5, cost: 35.5 } }), stop({ kind: 'lunch', cost: 120 }), stop({ kind: 'hotel', cost: 600, leg: { by: 'metro', km: 3, minutes: 5, cost: 20 } })];
  expect(partsOf(items)).toEqual({ tickets: 40, meals: 120, nights: 580, ways: 55.5 });
});

it('an amount is read as it is typed, and nothing else', () => {
  expect(['12', '12.5', '￥1,200.00', '０.01', '12.345', '0', 'abc', '-3', ''].map(centsOf)).toEqual([1200, 1250, 120000, 1, undefined, undefined, undefined, undefined, undefined]);
  expect([1250, 5, -120000].map(money)).toEqual(['¥12.50', '¥0.05', '¥1200.00']);
});

it('on the day, what goes on now and what comes next', () => {
  const day = [stop(), stop({ id: 's2', from: '11:30', to: '12:30' })];
  const at = (hours: number, minutes: number) => stepOf(day, new Date(2026, 10, 29, hours, minutes));
  expect(at(8, 0)).toEqual({ next: day[0] });
  expect(at(9, 0)).toEqual({ now: day[0], next: day[1] });
  expect(at(11, 0)).toEqual({ next: day[1] });
  expect(at(12, 29)).toEqual({ now: day[1] });
  expect(at(12, 30)).toEqual({});
});

describe('the sketch of a day', () => {
  const box = { width: 375, height: 122 };
  const pins = [
    { n: '1', name: '北', lat: 30.3, lon: 120.1 },
    { n: '2', name: '南东', lat: 30.2, lon: 120.2 },
    { n: '3', name: '中', lat: 30.25, lon: 120.15 },
  ];
  it('puts north up and east right, to one scale, all of it inside', () => {
    const [north, south, middle] = sketch(pins, box) as [{ x: number; y: number }, { x: number; y: number }, { x: number; y: number }];
    expect(north.y).toBeLessThan(middle.y);
    expect(south.y).toBeGreaterThan(middle.y);
    expect(north.x).toBeLessThan(south.x);
    [north, south, middle].forEach(({ x, y }) => expect(x > 0 && x < box.width && y > 0 && y < box.height).toBe(true));
  });

  it('puts a single stop in the middle, and lets no mark hide another', () => {
    expect(sketch(pins.slice(0, 1), box)).toEqual([{ x: 188, y: 59 }]);
    const [a, b] = sketch([...pins, { lat: 30.2501, lon: 120.15 }], box).slice(2) as [{ x: number; y: number }, { x: number; y: number }];
    expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(24);
  });

  it('leaves a name out rather than over another', () => {
    const close = [0, 1, 2, 3].map((i) => ({ n: String(i), name: '名字很长的一个地方', lat: 30.25, lon: 120.15 }));
    const spot = { x: 188, y: 59 };
    expect(labels(close, close.map(() => spot), box).filter(Boolean).length).toBeLessThan(4);
  });
});

const wish = (id: string, change: Partial<Wish> = {}): Wish => ({ id, member: { id: 'm1', name: '小舟' }, text: '想去西湖', constraints: [], hearts: [], state: 'unplaced', at: '2026-11-26T00:00:00Z', ...change });

it('notes fill the shorter column, and every one is somewhere once', () => {
  const wishes = [wish('1', { text: '很长'.repeat(40) }), wish('2'), wish('3'), wish('4')];
  const [left, right] = columns(wishes);
  expect(left.map(({ id }) => id)).toEqual(['1']);
  expect(right.map(({ id }) => id)).toEqual(['2', '3', '4']);
});

it('a filter counts what is planned but unverified as planned, and what was taken back as nothing', () => {
  const states = (['placed', 'unverified', 'unplaced', 'conflict', 'withdrawn'] as const).map((state) => ({ state }));
  expect((['all', 'placed', 'open', 'conflict'] as const).map((filter) => states.filter((one) => matches(one, filter)).length)).toEqual([5, 2, 1, 1]);
});

describe('an edit on the phone', () => {
  const other = place({ id: 'b', name: '西湖', lat: 30.24, lon: 120.14, open: '00:00', close: '24:00' });
  const shut = place({ hours: [{ days: [2, 3, 4, 5, 6, 7], open: '09:00', close: '17:00' }] });
  const itinerary = (): Itinerary => ({
    id: 'i',
    paiId: 'p',
    title: '杭州',
    state: 'planned',
    city: '杭州',
    zone: 'Asia/Shanghai',
    startOn: SUNDAY,
    days: 2,
    party: [{ id: 'm1', name: '小舟' }],
    version: 1,
    plan: { days: [{ on: SUNDAY, items: [stop()] }, { on: MONDAY, items: [stop({ id: 's2', placeId: 'b' })] }], cost: 0, perHead: 0, by: { id: 'm1', name: '小舟', kind: 'user' }, aiMade: false },
    places: [shut, other],
    checks: [],
    unmet: [],
    votes: [],
    counts: { wishes: 0, comments: 0, expenses: 0 },
    updatedAt: '2026-11-26T00:00:00Z',
  });

  it('says what it breaks before the cloud has answered', () => {
    const after = edited(itinerary(), [], [{ do: 'move', itemId: 's1', day: 1, place: 0 }], t);
    expect(after?.itinerary.plan?.days.map(({ items }) => items.map(({ id }) => id))).toEqual([[], ['s1', 's2']]);
    expect(after?.broken.some(({ itemId, rule }) => itemId === 's1' && rule === 'hours')).toBe(true);
  });

  it('is none where it cannot be made', () => {
    expect(edited(itinerary(), [], [{ do: 'remove', itemId: 'nobody' }], t)).toBeUndefined();
  });
});
