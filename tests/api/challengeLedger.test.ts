import type { Pai } from '@shared/wire/pai';
import { Player, stand, start, type GivenRules } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, newClientMsgId, type Person } from '../support/person';

let cloud: Cloud;
let owner: Person;
let li: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
beforeEach(async () => {
  stand('2026-11-02T05:00:00+08:00');
  [owner, li] = await cloud.people('派主', '李');
  pai = await owner.createPai('早起团');
  await owner.bring(pai.id, li);
});
afterEach(() => stand());

const EARLY: Partial<GivenRules> = { window: { from: '06:00', to: '08:00' } };

/** A challenge the owner started, as Li uses it. */
async function given(rules: Partial<GivenRules> = {}, zone?: string): Promise<Player> {
  const player = new Player(li, await start(owner, pai.id, { start: '2026-11-02', ...rules }), zone);
  await player.join();
  return player;
}

const statesOf = async (player: Player): Promise<string[]> => (await player.read()).mine.days.map(({ state }) => state);

describe('[C2] the window', () => {
  it('is open from its first minute to before its last, and the button says when', async () => {
    const player = await given(EARLY);
    expect((await player.read()).mine).toMatchObject({ button: 'outside-window', opensAt: '2026-11-01T22:00:00.000Z' });
    stand('2026-11-02T05:59:59.999+08:00');
    const early = await player.checkIn();
    expect([codeOf(early), early.body.error?.message]).toEqual(['409 challenge/outside-window', '打卡时间是 06:00 到 08:00，到时再来']);
    stand('2026-11-02T08:00:00+08:00');
    expect(codeOf(await player.checkIn())).toBe('409 challenge/outside-window');
    stand('2026-11-02T07:59:59.999+08:00');
    expect(await player.read()).toMatchObject({ mine: { button: 'ready', closesAt: '2026-11-02T00:00:00.000Z' } });
    expect(codeOf(await player.checkIn())).toBe('201');
    expect((await player.read()).mine).toMatchObject({ button: 'done', opensAt: '2026-11-02T22:00:00.000Z' });
  });

  it('that crosses midnight belongs to the day it opens on', async () => {
    stand('2026-11-03T00:30:00+08:00');
    const player = await given({ window: { from: '22:00', to: '01:00' } });
    const { entry } = (await player.checkIn()).body;
    expect(entry).toMatchObject({ day: '2026-11-02', state: 'accepted', nth: 1, zone: 'Asia/Shanghai' });
  });
});

describe('[C8] make-ups (story 6)', () => {
  it('are two, the third is refused, and both are marked in ranking, feed and export', async () => {
    const player = await given({ makeup: { cards: 2, maxAgeDays: 3 } });
    stand('2026-11-05T12:00:00+08:00');
    expect([(await player.read()).mine.cardsLeft, ...(await statesOf(player))]).toEqual([2, 'missed', 'missed', 'missed', 'open']);
    expect([await player.makeUp('2026-11-02'), await player.makeUp('2026-11-04')].map(codeOf)).toEqual(['201', '201']);
    const third = await player.makeUp('2026-11-03');
    expect([codeOf(third), third.body.error?.field, third.body.error?.message]).toEqual(['409 challenge/no-cards', 'day', '补卡用完了']);
    const challenge = await player.read();
    expect(challenge.byTotal.find(({ id }) => id === li.id)).toMatchObject({ value: 2, makeups: 2 });
    expect(challenge.mine).toMatchObject({ cardsLeft: 0, total: 2, streak: 1 });
    expect((await player.feed()).entries.map(({ kind, day, state }) => [kind, day, state])).toEqual([['makeup', '2026-11-04', 'made-up'], ['makeup', '2026-11-02', 'made-up']]);
    const csv = await (await fetch(`${cloud.url}/api${player.path}/export.csv`, { headers: { authorization: `Bearer ${li.session.token}` } })).text();
    expect(csv.split('\r\n').filter((line) => line.includes('补卡') && line.includes('补'))).toHaveLength(2);
  });

  it('are one where two phones make the same day up, and no more than there are cards', async () => {
    const player = await given({ makeup: { cards: 1, maxAgeDays: 3 } });
    stand('2026-11-04T12:00:00+08:00');
    const replies = await Promise.all(['2026-11-02', '2026-11-03', '2026-11-02', '2026-11-03'].map((day) => player.makeUp(day)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await player.read()).mine).toMatchObject({ total: 1, cardsLeft: 0 });
  });

  it('reach back as far as the rules say', async () => {
    const player = await given({ makeup: { cards: 5, maxAgeDays: 1 } });
    stand('2026-11-04T12:00:00+08:00');
    expect([await player.makeUp('2026-11-02'), await player.makeUp('2026-11-04'), await player.makeUp('2026-11-03')].map(codeOf)).toEqual(['409 challenge/too-old', '409 challenge/not-missed', '201']);
  });
});

describe('[C7] a pause (story 16)', () => {
  it('takes the days out, a check-in ends it, and resuming too', async () => {
    const player = await given();
    await player.checkIn();
    stand('2026-11-03T12:00:00+08:00');
    expect((await player.write('pauses', { until: '2026-11-05' })).body.entry).toMatchObject({ kind: 'pause', day: '2026-11-03', until: '2026-11-05' });
    expect(codeOf(await player.write('pauses'))).toBe('409 challenge/already-paused');
    expect((await player.read()).mine.button).toBe('paused');
    stand('2026-11-05T12:00:00+08:00');
    expect(codeOf(await player.checkIn())).toBe('201');
    expect([await statesOf(player), (await player.read()).mine.streak]).toEqual([['accepted', 'paused', 'paused', 'accepted'], 2]);
    expect(codeOf(await player.write('resume'))).toBe('409 challenge/not-paused');
    expect(codeOf(await player.write('pauses', { until: '2026-11-01' }))).toBe('400 challenge/bad-day');
    await player.write('pauses');
    expect(codeOf(await player.write('resume'))).toBe('201');
  });
});

describe('[C1] the member’s own clock', () => {
  it('a phone in another zone says so before it checks in: 23:59 here is another day there', async () => {
    const player = await given();
    stand('2026-11-02T23:59:00+08:00');
    expect((await player.checkIn()).body.entry).toMatchObject({ day: '2026-11-02', zone: 'Asia/Shanghai' });
    stand('2026-11-03T00:30:00+08:00');
    const inTokyo = await player.checkIn({ zone: 'Asia/Tokyo' });
    expect(inTokyo.body.entry).toMatchObject({ day: '2026-11-03', zone: 'Asia/Tokyo' });
    expect(inTokyo.body.challenge.mine.zone).toBe('Asia/Tokyo');
    expect((await player.feed()).entries.map(({ kind }) => kind)).toEqual(['checkin', 'zone', 'checkin']);
  });

  it('west over the date line the same day comes again, and is done already', async () => {
    const player = await given({}, 'Pacific/Auckland');
    await player.checkIn();
    const moved = await player.who.call('PUT', `${player.path}/zone`, { zone: 'Pacific/Honolulu' });
    expect(moved.status).toBe(200);
    stand('2026-11-02T12:00:00-10:00');
    expect(codeOf(await player.checkIn({ zone: 'Pacific/Honolulu' }))).toBe('409 challenge/already-done');
  });

  it('a zone nobody knows is refused by its field', async () => {
    const player = await given();
    const reply = await player.checkIn({ zone: 'Mars/Olympus' });
    expect([codeOf(reply), reply.body.error?.field]).toEqual(['400 challenge/zone-unknown', 'zone']);
  });

  it('an hour that comes twice or never moves no window', async () => {
    stand('2026-10-24T05:00:00+02:00');
    const player = new Player(li, await start(owner, pai.id, { start: '2026-10-24', ...EARLY }, 'Europe/Berlin'), 'Europe/Berlin');
    await player.join();
    stand('2026-10-25T05:30:00Z');
    expect((await player.read()).mine).toMatchObject({ button: 'ready', closesAt: '2026-10-25T07:00:00.000Z' });
    expect((await player.checkIn()).body.entry.day).toBe('2026-10-25');
    expect((await player.read()).mine.opensAt).toBe('2026-10-26T05:00:00.000Z');
  });
});

describe('[C12] recorded offline', () => {
  it('counts for when it was done', async () => {
    const player = await given(EARLY);
    stand('2026-11-02T20:00:00+08:00');
    const { entry } = (await player.checkIn({ doneAt: '2026-11-01T22:30:00.000Z' })).body;
    expect(entry).toMatchObject({ day: '2026-11-02', doneAt: '2026-11-01T22:30:00.000Z', at: '2026-11-02T12:00:00.000Z', state: 'accepted' });
  });

  it('of a clock that runs ahead or too long ago is refused, with the cure', async () => {
    const player = await given();
    stand('2026-11-03T12:00:00+08:00');
    const [ahead, late] = [await player.checkIn({ doneAt: '2026-11-03T04:05:01.000Z' }), await player.checkIn({ doneAt: '2026-11-02T03:59:59.000Z' })];
    expect([codeOf(ahead), codeOf(late), late.body.error?.field]).toEqual(['400 challenge/future', '409 challenge/late-sync', 'doneAt']);
    expect(codeOf(await player.checkIn({ doneAt: '2026-11-03T04:05:00.000Z' }))).toBe('201');
  });

  it('twenty that waited on a phone are taken one by one: each for its day, once, a bad one alone refused, however the answers are lost', async () => {
    const players = await Promise.all(Array.from({ length: 20 }, (_, i) => given({ title: `第 ${i} 个`, window: i === 7 ? { from: '06:00', to: '08:00' } : undefined })));
    const made = (i: number): string => `2026-11-02T12:${10 + i}:00.000Z`;
    stand('2026-11-03T07:30:00+08:00');
    const began = performance.now();
    const codes: string[] = [];
    for (const [i, player] of players.entries()) {
      const body = { clientMsgId: newClientMsgId(), zone: 'Asia/Shanghai', doneAt: made(i) };
      if (i % 5 === 0) await player.do('checkins', body);
      codes.push(codeOf(await player.do('checkins', body)));
    }
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(codes).toEqual(players.map((_, i) => (i === 7 ? '409 challenge/outside-window' : i % 5 === 0 ? '200' : '201')));
    for (const [i, player] of players.entries()) {
      const written = (await player.feed()).entries.map(({ day, doneAt }) => [day, doneAt]);
      expect(written).toEqual(i === 7 ? [] : [['2026-11-02', made(i)]]);
    }
  });
});

describe('[C11] review and dispute (story 17)', () => {
  it('is pending until somebody who may has judged; a rejected one can be appealed and restored', async () => {
    const player = await given({ review: true });
    const judge = new Player(owner, player.challenge);
    const { entry } = (await player.checkIn()).body;
    expect([entry.state, (await player.read()).mine.button]).toEqual(['pending', 'pending']);
    const verdict = (ok: boolean, by = judge): ReturnType<Player['write']> => by.write('verdicts', { memberId: li.id, day: '2026-11-02', ok, reason: '看不清' });
    expect(codeOf(await verdict(true, player))).toBe('403 challenge/not-yours');
    expect(codeOf(await verdict(false))).toBe('201');
    expect((await player.read()).mine.button).toBe('rejected');
    const appealed = await player.do<{ entry: { appeal?: object; state?: string } }>(`entries/${entry.id}/appeal`, { text: '是今天拍的' });
    expect(appealed.body.entry).toMatchObject({ appeal: { text: '是今天拍的' }, state: 'rejected' });
    expect((await judge.read()).toJudge).toBe(1);
    expect(codeOf(await verdict(true))).toBe('201');
    expect([(await judge.read()).toJudge, (await player.read()).mine.button]).toEqual([0, 'done']);
  });

  it('shows verdicts and appeals to the member and those who judge alone', async () => {
    const mei = await cloud.person('梅');
    await owner.bring(pai.id, mei);
    const player = await given();
    const { entry } = (await player.checkIn()).body;
    await new Player(owner, player.challenge).write('verdicts', { memberId: li.id, day: '2026-11-02', ok: false, reason: '不是今天的' });
    await player.do(`entries/${entry.id}/appeal`, { text: '是的' });
    const seenBy = async (who: Person): Promise<unknown[]> => (await new Player(who, player.challenge).feed()).entries.map(({ kind, reason, appeal }) => [kind, reason ?? appeal?.text]);
    expect(await seenBy(mei)).toEqual([['checkin', undefined]]);
    expect(await seenBy(li)).toEqual([['verdict', '不是今天的'], ['checkin', '是的']]);
    expect(await seenBy(owner)).toEqual(await seenBy(li));
  });

  it('nobody judges their own where another may', async () => {
    const player = await given();
    const judge = new Player(owner, player.challenge);
    await judge.checkIn();
    const own = { memberId: owner.id, day: '2026-11-02', ok: true };
    expect(codeOf(await judge.write('verdicts', own))).toBe('201');
    await owner.must('PATCH', `/pais/${pai.id}/members/${li.id}`, { role: 'admin' });
    expect(codeOf(await judge.write('verdicts', own))).toBe('403 challenge/own-verdict');
    expect(codeOf(await player.write('verdicts', { ...own, day: '2026-11-03' }))).toBe('404 challenge/nothing-to-judge');
  });
});

describe('[C4] [C10] cadences', () => {
  it('weekdays: Saturday is off', async () => {
    stand('2026-11-07T09:00:00+08:00');
    const player = await given({ start: '2026-11-07', cadence: { kind: 'weekdays' } });
    expect((await player.read()).mine).toMatchObject({ button: 'not-today', opensAt: '2026-11-08T16:00:00.000Z' });
    expect(codeOf(await player.checkIn())).toBe('409 challenge/not-today');
  });

  it('three a week: weeks make the streak', async () => {
    const player = await given({ cadence: { kind: 'perWeek', n: 3 } });
    for (const day of ['02', '04', '08', '09', '11', '12']) {
      stand(`2026-11-${day}T09:00:00+08:00`);
      await player.checkIn();
    }
    expect((await player.read()).mine).toMatchObject({ streak: 2, total: 6 });
  });
});
