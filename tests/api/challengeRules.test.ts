import type { Challenge } from '@shared/wire/challenge';
import type { Pai } from '@shared/wire/pai';
import { cardAt, onCard } from '../support/cards';
import { make, Player, stand, start } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, type Person, type Reply } from '../support/person';

let cloud: Cloud;
let owner: Person;
let li: Person;
let mei: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
beforeEach(async () => {
  stand('2026-11-02T09:00:00+08:00');
  [owner, li, mei] = await cloud.people('派主', '李', '梅');
  pai = await owner.createPai('早起团');
  await owner.bring(pai.id, li, mei);
});
afterEach(() => stand());

describe('[R1] rules that cannot hold are refused by their field', () => {
  it.each<[string, object, string, string]>([
    ['no title', { title: '​ ' }, 'challenge/no-title', 'title'],
    ['a title too long', { title: '早'.repeat(41) }, 'challenge/title-long', 'title'],
    ['an insult', { title: '废物滚出去，你们都是垃圾' }, 'text/unsafe', 'title'],
    ['a start that has passed', { start: '2026-10-31' }, 'challenge/start-past', 'start'],
    ['an end before the start', { end: '2026-11-01' }, 'challenge/end-early', 'end'],
    ['too many days', { end: '2030-11-01' }, 'challenge/too-long', 'end'],
    ['a rule nobody can read', { cadence: { kind: 'rrule', rrule: 'FREQ=NEVER' } }, 'challenge/rule-unknown', 'cadence'],
    ['not one day to check in on', { start: '2026-11-07', end: '2026-11-08', cadence: { kind: 'weekdays' } }, 'challenge/no-day', 'cadence'],
    ['a rule that never comes to a day', { cadence: { kind: 'rrule', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' } }, 'challenge/no-day', 'cadence'],
    ['a rule that is over before it begins', { cadence: { kind: 'rrule', rrule: 'FREQ=DAILY;UNTIL=20260101' } }, 'challenge/no-day', 'cadence'],
    ['a goal beyond what a rule comes to', { cadence: { kind: 'rrule', rrule: 'FREQ=DAILY;COUNT=3' }, goal: { kind: 'total', days: 5 } }, 'challenge/goal-high', 'goal'],
    ['a unit of blanks', { proof: { kind: 'number', unit: '  ' } }, 'request/invalid', 'rules.proof.unit'],
    ['a goal beyond the days there are', { end: '2026-11-08', goal: { kind: 'total', days: 8 } }, 'challenge/goal-high', 'goal'],
    ['more weeks in a row than there are', { end: '2026-11-15', cadence: { kind: 'perWeek', n: 3 }, goal: { kind: 'consecutive', days: 3 } }, 'challenge/goal-high', 'goal'],
    ['somebody in two teams', { teams: [{ name: '红', members: ['a'] }, { name: '蓝', members: ['a'] }] }, 'challenge/team-twice', 'teams'],
  ])('%s', async (_what, rules, code, field) => {
    const reply = await make(owner, pai.id, { start: '2026-11-02', ...rules });
    expect([reply.body.error?.code, reply.body.error?.field]).toEqual([code, field]);
  });

  it('and so is a zone nobody knows', async () => {
    expect(codeOf(await make(owner, pai.id, { start: '2026-11-02' }, 'Mars/Olympus'))).toBe('400 challenge/zone-unknown');
  });
});

describe('[R2] places for running challenges', () => {
  it('are twenty, also for those who start at the same moment; an end gives one back', async () => {
    const replies = await Promise.all(Array.from({ length: 24 }, (_, i) => make(owner, pai.id, { title: `第${i}个`, start: '2026-11-02', end: '2026-11-03' })));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(new Set(replies.filter(({ status }) => status !== 201).map(codeOf))).toEqual(new Set(['409 challenge/too-many']));
    const [first] = replies.flatMap(({ body }) => (body.challenge ? [body.challenge] : [])) as [Challenge];
    await owner.must('POST', `/pais/${pai.id}/challenges/${first.id}/close`, {});
    expect([codeOf(await make(owner, pai.id, { start: '2026-11-02' })), codeOf(await make(owner, pai.id, { start: '2026-11-02' }))]).toEqual(['201', '409 challenge/too-many']);
    stand('2026-11-04T00:00:00+08:00');
    expect(codeOf(await make(owner, pai.id, { start: '2026-11-04' }))).toBe('201');
  });
});

describe('[R3] rules change only forward', () => {
  const patch = (who: Person, id: string, rules: object): Promise<Reply<{ challenge: Challenge }>> => new Player(who, { paiId: pai.id, id }).change(rules);

  it('from the next day on', async () => {
    const challenge = await start(owner, pai.id, { start: '2026-11-02', window: { from: '06:00', to: '10:00' } });
    const player = new Player(owner, challenge);
    const changed = (await patch(owner, challenge.id, { window: { from: '06:00', to: '08:00' } })).body.challenge;
    expect(changed).toMatchObject({ rules: { window: { to: '10:00' } }, next: { from: '2026-11-03', by: '派主', rules: { window: { to: '08:00' } } } });
    expect(codeOf(await player.checkIn())).toBe('201');
    stand('2026-11-03T09:00:00+08:00');
    expect((await player.read()).rules.window).toEqual({ from: '06:00', to: '08:00' });
    expect(codeOf(await player.checkIn())).toBe('409 challenge/outside-window');
  });

  it('in seven days where they get easier, and what was to come becomes part of it', async () => {
    const challenge = await start(owner, pai.id, { start: '2026-11-02', window: { from: '06:00', to: '08:00' } });
    await patch(owner, challenge.id, { title: '更早起' });
    const { next } = (await patch(owner, challenge.id, { makeup: { cards: 2, maxAgeDays: 3 } })).body.challenge;
    expect(next).toMatchObject({ from: '2026-11-09', rules: { title: '更早起', makeup: { cards: 2 }, window: { from: '06:00' } } });
  });

  it('what is given as null is taken away, also of what was to come; what is not given stays', async () => {
    const proof = { kind: 'text' as const, minWords: 5 };
    const whole = { end: '2026-12-31', window: { from: '06:00', to: '08:00' }, goal: { kind: 'total' as const, days: 21 }, makeup: { cards: 2, maxAgeDays: 3 }, teams: [{ name: '红', members: [owner.id] }] };
    const challenge = await start(owner, pai.id, { start: '2026-11-02', ...whole, proof, review: true, strict: true });
    const later = (await patch(owner, challenge.id, { window: null, goal: null, makeup: null, end: null, teams: null })).body.challenge.next?.rules;
    expect(later).toMatchObject({ proof, review: true, strict: true, cadence: { kind: 'daily' } });
    expect(Object.keys(later ?? {}).filter((rule) => rule in whole)).toEqual([]);
    const again = (await patch(owner, challenge.id, { title: '更早起' })).body.challenge;
    expect(again.next?.rules).toMatchObject({ title: '更早起', proof, review: true, strict: true });
    expect(again.next?.rules.window).toBeUndefined();
    expect(again.rules).toMatchObject({ ...whole, proof });
    stand('2026-11-09T12:00:00+08:00');
    expect((await new Player(owner, challenge).checkIn({ proof: { text: '今天读了三页半书' } })).status).toBe(201);
  });

  it('for nobody before their own tomorrow, however far east they are', async () => {
    const challenge = await start(owner, pai.id, { start: '2026-11-02' });
    await new Player(li, challenge, 'Pacific/Kiritimati').join();
    stand('2026-11-02T23:00:00+08:00');
    expect((await patch(owner, challenge.id, { title: '更早起' })).body.challenge.next?.from).toBe('2026-11-04');
  });

  it('by whoever started it, the owner and admins; not once it is closed', async () => {
    const challenge = await start(li, pai.id, { start: '2026-11-02' });
    expect(codeOf(await patch(mei, challenge.id, { title: '我的' }))).toBe('403 challenge/not-yours');
    expect(codeOf(await patch(owner, challenge.id, { title: '派主的' }))).toBe('200');
    expect(codeOf(await patch(li, challenge.id, { title: '' }))).toBe('400 request/invalid');
    expect(codeOf(await li.post(`/pais/${pai.id}/challenges/${challenge.id}/close`))).toBe('200');
    expect(codeOf(await patch(li, challenge.id, { title: '还改' }))).toBe('409 challenge/closed');
  });
});

describe('[R4] the end', () => {
  it('of a closed one: it stays to be read, and takes nothing more', async () => {
    const player = new Player(owner, await start(owner, pai.id, { start: '2026-11-02' }));
    await player.checkIn();
    expect((await player.do('close')).body.challenge).toMatchObject({ state: 'closed', mine: { button: 'ended', total: 1 } });
    expect((await player.do('close')).status).toBe(200);
    expect([await player.checkIn(), await player.write('pauses'), await new Player(li, player.challenge).join()].map(codeOf)).toEqual(Array(3).fill('409 challenge/closed'));
    stand('2026-11-04T09:00:00+08:00');
    expect((await player.read()).mine.days).toHaveLength(1);
  });

  it('by its last day', async () => {
    const player = new Player(owner, await start(owner, pai.id, { start: '2026-11-02', end: '2026-11-03', goal: { kind: 'total', days: 1 } }));
    await player.checkIn();
    stand('2026-11-04T09:00:00+08:00');
    expect(await player.read()).toMatchObject({ state: 'ended', mine: { button: 'ended', done: true, days: [{ state: 'accepted' }, { state: 'missed' }] } });
    expect([codeOf(await player.checkIn()), codeOf(await new Player(li, player.challenge).join())]).toEqual(['409 challenge/ended', '409 challenge/ended']);
  });
});

describe('[R5] taking part', () => {
  it('begins with the day one joins, and a return goes on where it was', async () => {
    const player = new Player(li, await start(owner, pai.id, { start: '2026-11-02' }));
    stand('2026-11-03T09:00:00+08:00');
    expect(codeOf(await player.checkIn())).toBe('409 challenge/not-member');
    expect((await player.join()).body.challenge.mine.days.map(({ state }) => state)).toEqual(['off', 'open']);
    await player.checkIn();
    expect((await player.do('leave')).body.challenge).toMatchObject({ members: 1, mine: { joined: false, button: 'join' }, byTotal: [{ id: owner.id }] });
    expect([codeOf(await player.checkIn()), (await player.feed()).entries[0]?.member.left]).toEqual(['409 challenge/not-member', true]);
    stand('2026-11-05T09:00:00+08:00');
    expect((await player.join()).body.challenge.mine.days.map(({ state }) => state)).toEqual(['off', 'accepted', 'missed', 'open']);
  });

  it('is once, however often one joins at the same moment', async () => {
    const player = new Player(li, await start(owner, pai.id, { start: '2026-11-02' }));
    await Promise.all([1, 2, 3, 4].map(() => player.join()));
    expect((await player.read()).members).toBe(2);
  });

  it('in teams is counted by head', async () => {
    const rules = { start: '2026-11-02', teams: [{ name: '红', members: [owner.id, li.id] }, { name: '蓝', members: [mei.id] }] };
    const [a, b, c] = [owner, li, mei].map((who) => new Player(who, { id: '', paiId: pai.id })) as [Player, Player, Player];
    const challenge = await start(owner, pai.id, rules);
    const players = [a, b, c].map(({ who }) => new Player(who, challenge));
    for (const player of players) await player.join();
    await players[0]?.checkIn();
    await players[2]?.checkIn();
    expect((await (players[0] as Player).read()).teams).toEqual([{ name: '蓝', total: 1, perHead: 1 }, { name: '红', total: 1, perHead: 0.5 }]);
  });
});

describe('[R6] undo', () => {
  const cardOf = async (): Promise<number> => (await owner.history(pai.id)).at(-1)?.seq ?? 0;

  it('within five minutes, where nobody has checked in, leaves nothing', async () => {
    const challenge = await start(owner, pai.id, { start: '2026-11-02' });
    const seq = await cardOf();
    expect(codeOf(await onCard(li, pai.id, seq, 'undo'))).toBe('403 card/not-yours');
    expect(codeOf(await onCard(owner, pai.id, seq, 'undo'))).toBe('200');
    expect([(await cardAt(li, pai.id, seq))?.state, codeOf(await new Player(owner, challenge).checkIn())]).toEqual(['undone', '404 challenge/not-found']);
  });

  it('is refused once somebody has', async () => {
    const player = new Player(owner, await start(owner, pai.id, { start: '2026-11-02' }));
    await player.checkIn();
    const seq = await cardOf();
    expect(codeOf(await onCard(owner, pai.id, seq, 'undo'))).toBe('409 challenge/begun');
    expect([(await cardAt(li, pai.id, seq))?.state, (await player.read()).state]).toEqual(['confirmed', 'active']);
  });

  it('and a check-in at the same moment: one of them holds', async () => {
    for (let round = 0; round < 4; round++) {
      const player = new Player(owner, await start(owner, pai.id, { start: '2026-11-02' }));
      const [undone, done] = await Promise.all([onCard(owner, pai.id, await cardOf(), 'undo'), player.checkIn()]);
      expect([undone.status === 200, done.status === 201].filter(Boolean)).toHaveLength(1);
    }
  });
});
