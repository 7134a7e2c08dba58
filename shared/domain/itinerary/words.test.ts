import { CODES, RULES, type Finding } from './check';
import { diff } from './diff';
import type { Stop, TripPlan } from './trip';
import { CONSTRAINT_OPS, CONSTRAINT_TYPES, type Constraint } from './types';
import { sayDiff, sayFinding, sayWish, wireCheck, type Lang } from './words';

const LANGS: Lang[] = ['zh', 'en'];
const wish = (type: Constraint['type'], op: Constraint['op'], value: Constraint['value']): Constraint => ({ type, op, value });
const SATURDAY = (day: number): string => ['周六', '周日'][day] ?? '';

test.each<[Constraint, string, string]>([
  [wish('budget_per_person', 'le', 1500), '人均不超过 1500', 'At most 1500 each'],
  [wish('budget', 'eq', 6000), '一共 6000', '6000 in all'],
  [wish('days', 'eq', 2), '玩 2 天', '2 days'],
  [wish('people', 'eq', 3), '3 个人', '3 people'],
  [wish('date', 'eq', '2026-11-28'), '11 月 28 日出发', 'Leave Nov 28'],
  [wish('date', 'in', ['2026-11-28', '2026-11-29']), '11 月 28 日到 11 月 29 日', 'Nov 28 to Nov 29'],
  [wish('arrive', 'ge', '09:05'), '9:05 以后到', 'Arrive after 9:05'],
  [wish('transport_intercity', 'in', ['train']), '只坐火车', 'Only by train'],
  [wish('transport_city', 'ne', 'taxi'), '不打车', 'Not by taxi'],
  [wish('attraction_kind', 'has', '历史古迹'), '去历史古迹', 'See 历史古迹'],
  [wish('attraction_name', 'ne', '故宫'), '不去故宫', 'No 故宫'],
  [wish('restaurant_kind', 'has', '烤鸭'), '吃烤鸭', 'Eat 烤鸭'],
  [wish('hotel_kind', 'has', '经济型'), '住经济型', 'Hotel: with 经济型'],
  [wish('hotel_kind', 'has', '泳池'), '酒店有泳池', 'Hotel: with 泳池'],
  [wish('hotel_price', 'in', [200, 300]), '住宿每晚 200–300', 'Hotel 200–300 a night'],
  [wish('meal_price', 'le', 100), '每顿每人不超过 100', 'Meals at most 100 each'],
  [wish('diet', 'ne', '辣'), '不吃辣', 'No 辣'],
  [wish('diet', 'ne', '海鲜过敏'), '对海鲜过敏', 'Allergic to 海鲜'],
  [wish('pace', 'eq', 'slow'), '慢一点', 'Take it slow'],
  [wish('mobility', 'le', 3), '每天走不超过 3 公里', 'Walk at most 3 km a day'],
  [wish('rest', 'ge', '08:00'), '8:00 以后出门', 'Out after 8:00'],
])('%j', (constraint, zh, en) => expect([sayWish(constraint, 'zh'), sayWish(constraint, 'en')]).toEqual([zh, en]));

test.each<[Partial<Finding>, string, string]>([
  [{ rule: 'wish', state: 'fail', code: 'over', have: 1562, want: 1500, constraint: wish('budget_per_person', 'le', 1500) }, '人均不超过 1500：现在 1562，超 62', 'At most 1500 each: Now 1562, 62 too much'],
  [{ rule: 'wish', state: 'pass', code: 'ok', have: 2.4, want: 3, day: 0, constraint: wish('mobility', 'le', 3) }, '每天走不超过 3 公里：周六 2.4 公里', 'Walk at most 3 km a day: 周六 2.4 km'],
  [{ rule: 'wish', state: 'pass', code: 'there', day: 0, place: '灵隐寺', constraint: wish('attraction_name', 'has', '灵隐寺') }, '去灵隐寺：周六 灵隐寺', 'See 灵隐寺: 周六 灵隐寺'],
  [{ rule: 'wish', state: 'unknown', code: 'facts-missing', have: 1, want: 3, constraint: wish('diet', 'has', '素食') }, '要有素食：3 顿里 1 顿查到有', 'Needs 素食: Known at 1 of 3 meals'],
  [{ rule: 'hours', state: 'fail', code: 'closed-day', have: 1, day: 0, place: '博物馆' }, '周六的博物馆：周一不开门', '周六, 博物馆: Closed on Monday'],
  [{ rule: 'legs', state: 'fail', code: 'too-far', have: 12, want: 14, day: 1, place: '西湖', other: '素面馆' }, '周日的西湖：从素面馆过来要 14 分，只留了 12 分', '周日, 西湖: 14 min from 素面馆, only 12 left'],
  [{ rule: 'daily', state: 'fail', code: 'missing-dinner', day: 1 }, '周日：没有晚饭', '周日: No dinner'],
  [{ rule: 'sum', state: 'pass', code: 'ok' }, '总数：都对得上', 'Total: All fine'],
])('%j', (finding, zh, en) => {
  const said = LANGS.map((lang) => Object.values(sayFinding(finding as Finding, lang, SATURDAY)).join(lang === 'zh' ? '：' : ': '));
  expect(said).toEqual([zh, en]);
});

test('every finding and every wish has words in both languages', () => {
  const holes = /undefined|NaN|\[object|^\s*$/;
  const dataOf = (code: Finding['code']): Partial<Finding> => ({ day: 0, item: 'x', place: '西湖', other: '灵隐寺', ...(code === 'wrong-place' || code === 'two-meals' ? { have: 'lunch', want: 'dinner' } : { have: 2, want: 3 }) });
  for (const lang of LANGS) {
    for (const rule of RULES)
      for (const code of CODES)
        for (const state of ['pass', 'fail', 'unknown'] as const) {
          const said = sayFinding({ rule, state, code, ...dataOf(code), ...(rule === 'wish' ? { constraint: wish('budget', 'le', 3) } : {}) }, lang);
          expect(Object.values(said).filter((text) => holes.test(text))).toEqual([]);
        }
    for (const type of CONSTRAINT_TYPES) for (const op of CONSTRAINT_OPS) for (const value of ['x', 3, ['a', 'b'], [1, 2]]) expect(sayWish(wish(type, op, value), lang)).not.toMatch(holes);
  }
});

test('a check on the wire offers a way out where something is amiss', () => {
  const finding: Finding = { rule: 'wish', state: 'fail', code: 'over', have: 2, want: 1, wish: 'w1', member: 'li', constraint: wish('budget', 'le', 1), fix: 'replace' };
  expect(wireCheck(finding, 'zh')).toEqual({ rule: 'wish', state: 'fail', title: '一共不超过 1', finding: '现在 2，超 1', wishId: 'w1', memberId: 'li', fix: 'replace' });
  expect(wireCheck({ ...finding, state: 'pass', code: 'ok' }, 'zh').fix).toBeUndefined();
});

test('what differs is said in one line each', () => {
  const stop = (id: string, placeId: string, from = '09:00', more: Partial<Stop> = {}): Stop => ({ id, kind: 'attraction', placeId, from, to: '10:00', cost: 0, ...more });
  const before: TripPlan = { days: [{ items: [stop('1', '西湖'), stop('2', '灵隐寺'), stop('3', '龙井村'), stop('4', '河坊街')] }, { items: [] }], cost: 0 };
  const after: TripPlan = { days: [{ items: [stop('1', '西湖', '09:30'), stop('2', '飞来峰'), stop('5', '雷峰塔', '15:00')] }, { items: [stop('3', '龙井村')] }], cost: 0 };
  const lines = (lang: Lang): string[] => diff(before, after).map((line) => sayDiff(line, (id) => id, lang, SATURDAY));
  expect(lines('zh')).toEqual(['西湖改到 9:30–10:00', '灵隐寺换成飞来峰', '加了雷峰塔，周六 15:00', '龙井村从周六挪到周日 9:00', '去掉河坊街']);
  expect(lines('en')).toEqual(['西湖 now 9:30–10:00', '灵隐寺 replaced by 飞来峰', '雷峰塔 added, 周六 15:00', '龙井村 moved from 周六 to 周日 9:00', '河坊街 removed']);
});
