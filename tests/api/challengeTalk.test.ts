import type { Pai } from '@shared/wire/pai';
import { AiPai } from '../support/aiPai';
import { cardAt, onCard } from '../support/cards';
import { Player } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, type Person } from '../support/person';

let cloud: Cloud;
let owner: Person;
let li: Person;
let ai: AiPai;
let pai: Pick<Pai, 'id'>;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
beforeEach(async () => {
  [owner, li] = await cloud.people('派主', '李');
  ai = await AiPai.of(owner, li);
  pai = { id: ai.id };
});

/** What the AI member drew up for Li. */
async function drawn(text: string): Promise<{ seq: number; cardId: string }> {
  await ai.call(li, text);
  const [answer] = await ai.answered();
  return { seq: answer?.seq ?? 0, cardId: answer?.card?.id ?? '' };
}

const ASK = '我们来个21天喝水打卡，每天8杯，可以补两次';

describe('[S2] a challenge started by talk', () => {
  it('waits for a member: nothing has begun until the card is confirmed', async () => {
    const { seq, cardId } = await drawn(ASK);
    expect(await cardAt(owner, pai.id, seq)).toMatchObject({ state: 'open', mayConfirm: [li.id], act: { act: 'challenge', challenge: { rules: { title: '喝水', makeup: { cards: 2 }, proof: { kind: 'number', unit: '杯', min: 8 } } } } });
    const player = new Player(li, { id: cardId, paiId: pai.id });
    expect(codeOf(await player.checkIn())).toBe('404 challenge/not-found');
    const replies = await Promise.all([li, owner, li].map((who) => onCard(who, pai.id, seq, 'confirm')));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    const challenge = await player.read();
    expect(challenge).toMatchObject({ id: cardId, state: 'active', members: 1, rules: { title: '喝水' } });
    const starter = new Player(challenge.by.id === li.id ? li : owner, challenge);
    expect(codeOf(await starter.checkIn({ proof: { amount: 8 } }))).toBe('201');
    expect(codeOf(await onCard(starter.who, pai.id, seq, 'undo'))).toBe('409 challenge/begun');
  });

  it('can be undone for five minutes, and dismissed instead', async () => {
    const { seq, cardId } = await drawn(ASK);
    await onCard(li, pai.id, seq, 'confirm');
    expect(codeOf(await onCard(li, pai.id, seq, 'undo'))).toBe('200');
    expect((await new Player(li, { id: cardId, paiId: pai.id }).call('GET', '')).status).toBe(404);
  });

  it('is one or none where one confirms and another dismisses at the same moment', async () => {
    const { seq, cardId } = await drawn(ASK);
    const [confirmed, dismissed] = await Promise.all([onCard(li, pai.id, seq, 'confirm'), onCard(owner, pai.id, seq, 'dismiss')]);
    expect([confirmed.status, dismissed.status].sort()).toEqual([200, 409]);
    expect((await new Player(li, { id: cardId, paiId: pai.id }).call('GET', '')).status).toBe(confirmed.status === 200 ? 200 : 404);
  });

  it('can be changed first, by the rules of rules', async () => {
    const { seq } = await drawn(ASK);
    const act = (await cardAt(li, pai.id, seq))?.act;
    if (act?.act !== 'challenge') throw new Error('no challenge was drawn up');
    const put = (rules: object) => li.call<{ message: { card: { rows: object[] } } }>('PUT', `/pais/${pai.id}/messages/${seq}/card`, { act: { act: 'challenge', challenge: { ...act.challenge, rules: { ...act.challenge.rules, ...rules } } } });
    expect(codeOf(await put({ end: '2020-01-01' }))).toBe('400 challenge/end-early');
    const rows = (await put({ window: { from: '08:00', to: '20:00' } })).body.message.card.rows;
    expect(rows).toEqual(expect.arrayContaining([{ field: 'window', value: '08:00-20:00' }, { field: 'title', value: '喝水', seq: expect.any(Number) as number }]));
  });
});
