import type { Challenge } from '@shared/wire/challenge';
import type { Rules } from '@shared/wire/challengeRules';
import { amountOf } from '@/features/challenge/amount';
import { icsOf } from '@/features/challenge/calendarEntry';
import { clockNow, hearClock } from '@/features/challenge/clock';
import { standHere } from '@/features/challenge/local';
import { nextReminder, rulesSentence } from '@/features/challenge/say';
import { doneBy, runningPause, summaryOf } from '@/features/challenge/summary';
import { punchT, type SpeakPunch } from '@/features/challenge/words';
import { blankForm, changed, changeOf, formOf, lackOf, rulesOf } from '../src/pages/challenge/form';
import { monthOf, weeksOf } from '../src/pages/challenge/month';

const t = Object.assign((...args: Parameters<typeof punchT>) => punchT(...args), { locale: 'zh' as const }) as SpeakPunch;
const RULES: Rules = { title: '早起', start: '2026-11-02', end: '2026-11-22', cadence: { kind: 'daily' }, window: { from: '06:00', to: '08:00' }, makeup: { cards: 2, maxAgeDays: 3 }, proof: { kind: 'tap' }, review: false, strict: false, report: 'weekly' };
const at = (clock: string, day = '2026-11-05'): number => Date.parse(`${day}T${clock}:00+08:00`);

type Days = Challenge['mine']['days'];
const days = (...states: Days[number]['state'][]): Days => states.map((state, i) => ({ day: `2026-11-0${i + 2}`, state, level: state === 'accepted' ? 2 : 0 }));
const given = (mine: Partial<Challenge['mine']> = {}, rules: Partial<Rules> = {}): Pick<Challenge, 'mine' | 'rules' | 'state'> => ({
  rules: { ...RULES, ...rules },
  state: 'active',
  mine: { joined: true, zone: 'Asia/Shanghai', today: '2026-11-05', days: days('accepted', 'missed', 'accepted', 'open'), streak: 1, best: 1, total: 2, cardsLeft: 2, done: false, button: 'ready', reminder: { credits: 0, calendar: false }, ...mine },
});

describe('where I stand by the rules on the phone', () => {
  it('[C2] the button opens and shuts on the minute, whatever the cloud said last', () => {
    const shown = (clock: string): string => standHere(given(), [], at(clock)).button;
    expect([shown('05:59'), shown('06:00'), shown('07:59'), shown('08:00')]).toEqual(['outside-window', 'ready', 'ready', 'outside-window']);
  });

  it('[C3, C9] what was just done shows at once: the button, the day, the row, the total', () => {
    const here = standHere(given(), [at('06:30')], at('06:31'));
    expect(here).toMatchObject({ button: 'done', streak: 2, total: 3, today: '2026-11-05' });
    expect(here.days[3]).toMatchObject({ day: '2026-11-05', state: 'accepted', level: 2 });
  });

  it('[C11] under review it waits; [C12] what is older than a day does not count', () => {
    expect(standHere(given({}, { review: true }), [at('06:30')], at('06:31')).button).toBe('pending');
    expect(standHere(given(), [at('06:30', '2026-11-03')], at('06:31')).total).toBe(2);
  });

  it('[C6] a day that passes while the page is open becomes a missed one, and breaks the row', () => {
    const next = standHere(given(), [], at('09:00', '2026-11-06'));
    expect(next.days.map(({ state }) => state)).toEqual(['accepted', 'missed', 'accepted', 'missed', 'missed']);
    expect(next).toMatchObject({ streak: 0, today: '2026-11-06', button: 'outside-window' });
  });

  it('[C7] a running pause stays one on the next day, until a check-in ends it', () => {
    const paused = given({ days: days('accepted', 'accepted', 'accepted', 'paused'), button: 'paused', streak: 3, total: 3 });
    expect(standHere(paused, [], at('06:30', '2026-11-06'))).toMatchObject({ button: 'paused', streak: 3 });
    expect(standHere(paused, [at('06:30', '2026-11-06')], at('06:31', '2026-11-06'))).toMatchObject({ button: 'done', streak: 4, total: 4 });
  });

  it('past midnight the window of the evening is still today’s', () => {
    const night = given({}, { window: { from: '22:00', to: '02:00' } });
    expect(standHere(night, [], at('01:00', '2026-11-06'))).toMatchObject({ button: 'ready', today: '2026-11-05' });
  });

  it('[C4] before the first day, after the last and on a day off it says so, at whatever hour', () => {
    const shown = (day: string, rules: Partial<Rules> = {}): string => standHere(given({}, rules), [], at('09:00', day)).button;
    expect([shown('2026-11-01'), shown('2026-11-23'), shown('2026-11-07', { cadence: { kind: 'weekdays' } })]).toEqual(['not-started', 'ended', 'not-today']);
  });

  it('who has not joined, and what was closed, is left as the cloud said', () => {
    expect(standHere({ ...given({ joined: false, button: 'join' }) }, [], at('06:30')).button).toBe('join');
    expect(standHere({ ...given({ button: 'ended' }), state: 'closed' }, [], at('06:30')).button).toBe('ended');
  });
});

it('a clock that is wrong is set right by the cloud’s; a little late is only the way of the answer', () => {
  for (const [off, right] of [[3 * 3600_000, 3 * 3600_000], [-86_400_000, -86_400_000], [90_000, 0]] as const) {
    hearClock(Date.now() + off);
    expect(Math.abs(clockNow() - Date.now() - right)).toBeLessThan(1000);
  }
  hearClock(Date.now());
});

describe('rules in a form', () => {
  it('come out as they went in', () => {
    const rules: Rules = { ...RULES, cadence: { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=TU,SA' }, goal: { kind: 'consecutive', days: 5 }, proof: { kind: 'number', unit: '公里', min: 5 }, review: true, teams: [{ name: '红', members: ['u1'] }] };
    expect(rulesOf(formOf(rules))).toEqual(rules);
    const odd: Rules = { ...RULES, cadence: { kind: 'rrule', rrule: 'FREQ=MONTHLY;BYMONTHDAY=1' } };
    expect(rulesOf(formOf(odd))).toEqual(odd);
  });

  it('[A9] the week is told on Mondays unless that is switched off, and can be switched on again', () => {
    const { report: _unsaid, ...quiet } = RULES;
    expect(formOf(quiet).report).toBe(true);
    expect(changeOf(quiet, formOf(quiet), '2026-11-05')).toBeUndefined();
    expect(changeOf(quiet, { ...formOf(quiet), report: false }, '2026-11-05')).toMatchObject({ rules: { report: 'off' }, from: '2026-11-06' });
    const off: Rules = { ...RULES, report: 'off' };
    expect(changeOf(off, { ...formOf(off), report: true }, '2026-11-05')?.rules.report).toBe('weekly');
  });

  it('need a name, a unit for a number, and a day of the week', () => {
    const form = { ...blankForm('2026-11-02'), title: '跑步' };
    expect([lackOf(form), lackOf({ ...form, title: ' ' }), lackOf({ ...form, proof: 'number' }), lackOf({ ...form, cadence: 'rrule', weekdays: [] }), lackOf({ ...form, end: '2026-11-01' })]).toEqual([undefined, 'title', 'unit', 'weekdays', 'end']);
  });

  it('a goal that is all there is stays that; none is more than there is', () => {
    const form = blankForm('2026-11-02');
    const goalsAfter = (...changes: Parameters<typeof changed>[1][]): number[] => changes.map((change) => changed(form, change).goalDays);
    expect(goalsAfter({ cadence: 'weekdays' }, { cadence: 'perWeek' }, { cadence: 'interval' }, { end: '2026-11-08' }, { end: '' }, { goalDays: 20 }, { goalDays: 22 })).toEqual([15, 9, 11, 7, 21, 20, 21]);
    const lower = changed(form, { goalDays: 10 });
    expect([changed(lower, { cadence: 'weekdays' }).goalDays, changed(lower, { end: '2026-11-08' }).goalDays]).toEqual([10, 7]);
    expect(changed(changed(form, { cadence: 'perWeek' }), { goal: 'consecutive' }).goalDays).toBe(3);
  });

  it('every few days is a rule of days, and comes back as such', () => {
    const rules = rulesOf({ ...blankForm('2026-11-02'), title: '跑步', cadence: 'interval', every: 3 });
    expect(rules.cadence).toEqual({ kind: 'rrule', rrule: 'FREQ=DAILY;INTERVAL=3' });
    expect(formOf(rules)).toMatchObject({ cadence: 'interval', every: 3, kept: undefined });
    expect(formOf({ ...rules, cadence: { kind: 'rrule', rrule: 'FREQ=DAILY;INTERVAL=3;COUNT=9' } })).toMatchObject({ cadence: 'rrule', kept: 'FREQ=DAILY;INTERVAL=3;COUNT=9' });
  });

  it('a figure is read as it is typed, to the hundredth', () => {
    expect(['5', '５.2', '5,25', '5.126', '1e9', '-3', 'abc', ''].map(amountOf)).toEqual([5, 5.2, 5.25, 5.13, undefined, undefined, undefined, undefined]);
  });

  it('[F2] a stricter change counts from tomorrow, an easier one from the seventh day on', () => {
    const form = formOf(RULES);
    expect(changeOf(RULES, form, '2026-11-05')).toBeUndefined();
    expect(changeOf(RULES, { ...form, to: '07:30' }, '2026-11-05')).toMatchObject({ from: '2026-11-06', waits: false });
    expect(changeOf(RULES, { ...form, to: '09:00' }, '2026-11-05')).toMatchObject({ from: '2026-11-12', waits: true });
  });

  it('are read back in plain words', () => {
    expect(rulesSentence({ ...RULES, goal: { kind: 'total', days: 18 } }, t)).toBe(
      '每天 06:00–08:00打卡，从 11 月 2 日 到 11 月 22 日。一共打满 18 天就达成。点一下就算。漏了能补 2 次，补 3 天以内的。只打卡，不押钱。',
    );
    expect(rulesSentence({ ...RULES, end: undefined, cadence: { kind: 'perWeek', n: 3 }, window: { from: '22:00', to: '02:00' }, goal: { kind: 'consecutive', days: 4 } }, t)).toBe('每周打卡 3 次 22:00–次日 02:00，哪天都行，从 11 月 2 日 开始，不设结束。连续做到 4 周就达成。点一下就算。只打卡，不押钱。');
  });
});

it('the calendar shows the weeks of a month that have a day of the challenge, Monday first', () => {
  const day = (text: string): number => Date.parse(text) / 86_400_000;
  const weeks = weeksOf(monthOf(day('2026-11-06')), day('2026-11-06'), day('2026-11-26'));
  expect(weeks).toHaveLength(4);
  expect(weeks[0]?.map((one) => (one === null ? null : one - day('2026-11-01') + 1))).toEqual([null, null, null, null, 6, 7, 8]);
});

it('the summary names who has done it, once each, and nobody who has not', () => {
  const entry = (id: string, name: string, state: 'accepted' | 'rejected') => ({ id: `${id}${state}`, kind: 'checkin' as const, member: { id, name }, at: '', day: '2026-11-05', zone: '', state });
  const done = doneBy([entry('c', '小弟', 'rejected'), entry('b', '爸爸', 'accepted'), entry('a', '妈妈', 'accepted'), entry('a', '妈妈', 'accepted')], '2026-11-05');
  expect(done.map(({ name }) => name)).toEqual(['妈妈', '爸爸']);
  const here = standHere(given(), [at('06:30')], at('06:31'));
  expect(summaryOf({ doneToday: 2 }, here, done, t)).toBe('今天 2 个人打了卡：妈妈、爸爸。你今天打了，连续 2 天，一共 3 天。');
});

it('[C7] a pause runs until its last day, somebody’s return or the next check-in; whose else it is does not matter', () => {
  const entry = (kind: 'checkin' | 'pause' | 'resume', until?: string, id = 'me') => ({ id: '', kind, member: { id, name: '' }, at: '', day: '2026-11-05', zone: '', until });
  const runs = (...newestFirst: ReturnType<typeof entry>[]): boolean => runningPause(newestFirst, 'me', '2026-11-05') !== undefined;
  expect([runs(entry('pause', '2026-11-05')), runs(entry('pause')), runs(entry('pause'), entry('checkin'))]).toEqual([true, true, true]);
  expect([runs(), runs(entry('pause', '2026-11-04')), runs(entry('resume'), entry('pause')), runs(entry('checkin'), entry('pause')), runs(entry('pause', undefined, 'b'))]).toEqual([false, false, false, false, false]);
});

it('the next reminder is told with its way, and not once it is past', () => {
  const next = { at: new Date(Date.now() + 30 * 3600_000).toISOString(), by: 'app' as const };
  expect(nextReminder({ at: '06:00', credits: 2, calendar: false, next }, 2, t)).toMatch(/^将在 (明天|后天) \d\d:\d\d 发到微信提醒你，还能发 2 次$/);
  expect(nextReminder({ at: '06:00', credits: 0, calendar: false, next }, 0, t)).toMatch(/\d\d 提醒你，打开派就看到$/);
  expect(nextReminder({ at: '06:00', credits: 0, calendar: false, next: { ...next, at: '2026-01-01T00:00:00.000Z' } }, 0, t)).toBeUndefined();
});

it('the calendar entry rings by the clock of the place, on the days of the rule, until the last', () => {
  const ics = icsOf({ title: '早起, 打卡', first: new Date(2026, 10, 2, 6, 30), last: new Date(2026, 10, 22, 23, 0), rrule: 'FREQ=WEEKLY;BYDAY=MO,TU' }, 'x@pai', new Date('2026-11-01T00:00:00Z'));
  expect(ics).toContain('DTSTART:20261102T063000\r\n');
  expect(ics).toContain('RRULE:FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20261122T230000\r\n');
  expect(ics).toContain('SUMMARY:早起\\, 打卡\r\n');
});
