import type { Act } from '@shared/wire/card';
import { onlyProposes, PROPOSED } from '@shared/domain/proposed';
import { choiceAfter, mayDecide, mayEnd, mayUndo, tallyOf } from '@/features/card/rights';
import { leftName, repeatName, whenName } from '@/features/card/when';
import { actOf, blankForm, formOf, momentOf, stateOf, type FormAct } from '../src/pages/card/form';

const NOW = new Date(2026, 6, 25, 21, 0);
const inHours = (hours: number): Date => new Date(NOW.getTime() + hours * 3600_000);

describe('who may do what', () => {
  const act = { act: 'memory', fact: { text: '外婆不吃辣' } } as const;
  const card = { act, mayConfirm: ['li'], by: { id: 'li', name: '李' }, undoUntil: new Date(NOW.getTime() + 60_000).toISOString() };

  it.each([
    ['li', 'member', true, true],
    ['mei', 'member', false, false],
    ['mei', 'admin', true, true],
    ['mei', 'owner', true, true],
  ] as const)('%s as %s', (id, role, decides, undoes) => {
    expect([mayDecide(card, { id, role }), mayUndo(card, { id, role }, NOW.getTime()), mayEnd(card, { id, role })]).toEqual([decides, undoes, decides]);
  });

  it('everybody decides where nobody is named, and nobody undoes after five minutes', () => {
    expect(mayDecide({ act, mayConfirm: [] }, { id: 'mei', role: 'member' })).toBe(true);
    expect(mayUndo(card, { id: 'li', role: 'owner' }, NOW.getTime() + 60_000)).toBe(false);
  });

  it.each(['owner', 'admin'] as const)('nobody but who asked decides about their own check-ins: not even an %s', (role) => {
    const pause: Act = { act: 'checkinPause', pause: { memberId: 'li', challenges: [{ id: 'c', title: '晨跑' }], from: '2026-07-25' } };
    const own = { ...card, act: pause };
    const rights = (id: string): boolean[] => [mayDecide(own, { id, role }), mayUndo(own, { id, role }, NOW.getTime())];
    expect([rights('mei'), rights('li')]).toEqual([[false, false], [true, true]]);
  });
});

describe('a poll', () => {
  it('counts people once and shares by those who voted', () => {
    const { options, voters } = tallyOf([['a', 'b'], ['a'], []], 'a');
    expect(voters).toBe(2);
    expect(options).toEqual([
      { count: 2, share: 1, mine: true, leads: true },
      { count: 1, share: 0.5, mine: true, leads: false },
      { count: 0, share: 0, mine: false, leads: false },
    ]);
    expect(tallyOf([[], []], 'a').options.some(({ leads, share }) => leads || share > 0)).toBe(false);
  });

  it.each([
    [[], 1, false, [1]],
    [[0], 1, false, [1]],
    [[1], 1, false, []],
    [[2], 0, true, [0, 2]],
    [[0, 2], 2, true, [0]],
  ] as const)('from %j a tap on %i (many: %s) gives %j', (mine, tapped, many, after) => {
    expect(choiceAfter(mine, tapped, many)).toEqual(after);
  });
});

describe('when, in words', () => {
  it.each([
    [inHours(1), '今天 22:00', 'Today 22:00'],
    [inHours(11), '明天 08:00', 'Tomorrow 08:00'],
    [inHours(35), '后天 08:00', 'In two days 08:00'],
    [inHours(24 * 5), '周四 7 月 30 日 21:00', 'Thu 30 Jul 21:00'],
    [inHours(24 * 30), '8 月 24 日 21:00', '24 Aug 21:00'],
  ])('%s', (date, zh, en) => {
    expect([whenName(date.toISOString(), NOW, 'zh'), whenName(date.toISOString(), NOW, 'en')]).toEqual([zh, en]);
  });

  it.each([
    ['FREQ=DAILY', '每天', 'Every day'],
    ['FREQ=DAILY;INTERVAL=2', '每 2 天', 'Every 2 days'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '每个工作日', 'Every weekday'],
    ['FREQ=WEEKLY;BYDAY=FR', '每周五', 'Every Fri'],
    ['FREQ=WEEKLY;BYDAY=MO,TH', '每周一、周四', 'Every Mon, Thu'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '每 2 周的周一', 'Every 2 weeks: Mon'],
    ['FREQ=MONTHLY;BYMONTHDAY=1', '每月 1 号', 'Every month, day 1'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '每月最后一天', 'Every month, the last day'],
    ['FREQ=MONTHLY;BYDAY=2SU', '每月第二个周日', 'Every month, the second Sun'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '每月最后一个周五', 'Every month, the last Fri'],
    ['FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1', '每年', 'Every year'],
  ])('%s', (rrule, zh, en) => {
    expect([repeatName(rrule, 'zh'), repeatName(rrule, 'en')]).toEqual([zh, en]);
  });

  it.each([
    [300_000, '5:00'],
    [61_001, '1:02'],
    [9_000, '0:09'],
    [-5, '0:00'],
  ])('%i ms are left: %s', (ms, text) => {
    expect(leftName(ms)).toBe(text);
  });
});

describe('the form', () => {
  const zone = 'Asia/Shanghai';
  const reminder = (over: object): FormAct => ({ act: 'reminder', reminder: { text: '带伞', at: inHours(11).toISOString(), zone, ...over } });

  it.each([undefined, 'FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'FREQ=WEEKLY;BYDAY=SU', 'FREQ=MONTHLY;BYMONTHDAY=26', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'])('of a reminder (%s) gives the same reminder back', (rrule) => {
    const act = reminder({ ...(rrule === undefined ? {} : { rrule }), to: ['li'] });
    expect(actOf(formOf(act), zone)).toEqual(act);
  });

  it('of a poll and of a fact gives the same back', () => {
    const poll: FormAct = { act: 'poll', poll: { question: '哪天？', options: ['周六', '周日'], many: true, closesAt: inHours(20).toISOString() } };
    const fact: FormAct = { act: 'memory', fact: { text: '外婆不吃辣', seq: 3 } };
    expect([actOf(formOf(poll), zone), actOf(formOf(fact), zone)]).toEqual([poll, fact]);
  });

  it('starts with what it is given, and an hour that lies ahead', () => {
    expect(blankForm('reminder', NOW, { text: '买票' })).toMatchObject({ text: '买票', at: { day: '2026-07-25', time: '23:00' }, repeat: 'none' });
    expect(blankForm('reminder', NOW, { at: inHours(-3).toISOString() })).toMatchObject({ at: { time: '23:00' } });
    expect(blankForm('reminder', NOW, { at: inHours(11).toISOString() })).toMatchObject({ at: momentOf(inHours(11)) });
    expect(blankForm('poll', NOW, { options: ['山', '海'] })).toMatchObject({ options: ['山', '海'] });
  });

  it('is ready only when it can be taken', () => {
    const poll = { kind: 'poll', question: '哪天？', options: ['周六', '周日', ' '], many: false, closes: undefined } as const;
    const at = momentOf(inHours(-1));
    expect(stateOf(poll, NOW)).toBe('ready');
    expect(stateOf({ ...poll, question: ' ' }, NOW)).toBe('unfinished');
    expect(stateOf({ ...poll, options: ['周六', ' '] }, NOW)).toBe('unfinished');
    expect(stateOf({ ...poll, options: ['周六', '周六'] }, NOW)).toBe('unfinished');
    expect(stateOf({ ...poll, closes: at }, NOW)).toBe('past');
    const form = { kind: 'reminder', text: '带伞', at, repeat: 'none', kept: undefined, to: [] } as const;
    expect(stateOf(form, NOW)).toBe('past');
    expect(stateOf({ ...form, repeat: 'day' }, NOW)).toBe('ready');
    expect(stateOf({ ...form, at: momentOf(inHours(1)), text: '' }, NOW)).toBe('unfinished');
  });
});

it('an AI message that only proposes is known by its words', () => {
  expect([`阿楠：${PROPOSED.zh}`, `Li, Mei: ${PROPOSED.en}`, PROPOSED.zh].map(onlyProposes)).toEqual([true, true, true]);
  expect([`周六在南门集合。${PROPOSED.zh}`, `阿楠：${PROPOSED.zh}再见`, '阿楠：好'].map(onlyProposes)).toEqual([false, false, false]);
});
