import type { Challenge } from '@shared/wire/challenge';
import type { Pai } from '@shared/wire/pai';
import { Player, stand, start, SHANGHAI, type GivenRules } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, newClientMsgId, type Person } from '../support/person';

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

/** A challenge the owner started, as the owner and Li use it. */
async function given(rules: Partial<GivenRules> = {}): Promise<[Player, Player]> {
  const challenge = await start(owner, pai.id, { start: '2026-11-02', ...rules });
  const players = [new Player(owner, challenge), new Player(li, challenge)] as const;
  await players[1].join();
  return [...players];
}

describe('[S1] a challenge made by hand', () => {
  it('is in effect at once, told in the log, and its starter takes part', async () => {
    const challenge = await start(owner, pai.id, { start: '2026-11-02', end: '2026-11-22', goal: { kind: 'consecutive', days: 21 } });
    expect(challenge).toMatchObject({ state: 'active', members: 1, doneToday: 0, mayManage: true, mine: { joined: true, today: '2026-11-02', button: 'ready', closesAt: '2026-11-02T16:00:00.000Z' } });
    const said = (await li.history(pai.id)).at(-1);
    expect(said).toMatchObject({ sender: { id: owner.id }, text: '早起', card: { id: challenge.id, state: 'confirmed', act: { act: 'challenge' } } });
    expect((await new Player(li, challenge).read()).mine).toMatchObject({ joined: false, button: 'join' });
  });

  it('is one, however often it is sent', async () => {
    const body = { clientMsgId: newClientMsgId(), rules: { title: '早起', start: '2026-11-02', cadence: { kind: 'daily' } }, zone: SHANGHAI };
    const replies = await Promise.all([1, 2, 3, 4].map(() => owner.post<{ challenge: Challenge }>(`/pais/${pai.id}/challenges`, body)));
    expect(new Set(replies.map((reply) => reply.body.challenge.id)).size).toBe(1);
    expect((await owner.must<{ challenges: Challenge[] }>('GET', `/pais/${pai.id}/challenges`)).challenges).toHaveLength(1);
    expect((await owner.history(pai.id)).filter(({ card }) => card)).toHaveLength(1);
  });
});

describe('a check-in', () => {
  it('[L2] is one, sent twice; and one, tapped twice on two phones', async () => {
    const [, player] = await given();
    const clientMsgId = newClientMsgId();
    const [first, again] = [await player.checkIn({ clientMsgId }), await player.checkIn({ clientMsgId })];
    expect([first.status, again.status, again.body.entry.id]).toEqual([201, 200, first.body.entry.id]);
    stand('2026-11-03T09:00:00+08:00');
    const taps = await Promise.all(Array.from({ length: 12 }, () => player.checkIn()));
    expect(taps.map(codeOf).sort()).toEqual(['201', ...Array<string>(11).fill('409 challenge/already-done')]);
    expect((await player.read()).mine).toMatchObject({ total: 2, streak: 2, button: 'done', doneAt: '2026-11-03T01:00:00.000Z' });
  });

  it('of everybody at the same moment loses nobody', async () => {
    const [a, b] = await given();
    const c = new Player(mei, a.challenge);
    await c.join();
    expect((await Promise.all([a, b, c].map((player) => player.checkIn()))).map(codeOf)).toEqual(['201', '201', '201']);
    expect(await a.read()).toMatchObject({ doneToday: 3, members: 3 });
    expect((await a.feed()).entries.map(({ kind }) => kind)).toEqual(['checkin', 'checkin', 'checkin']);
  });
});
