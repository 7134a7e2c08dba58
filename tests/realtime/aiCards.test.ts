import type { Message } from '@shared/wire/message';
import type { Run } from '@shared/wire/run';
import { AiPai } from '../support/aiPai';
import { onCard } from '../support/cards';
import { codeOf, wait, type Person } from '../support/person';
import { twoWorkers } from '../support/twoWorkers';

const world = twoWorkers();
beforeEach(() =>
  world.model.script(({ messages }) =>
    messages.at(-1)?.role === 'tool'
      ? { text: '都拟好了，等你们确认。' }
      : { calls: [{ name: 'draft_reminder', args: { text: '拿快递', when: '明早8点' } }, { name: 'draft_poll', args: { question: '哪天', options: ['周六', '周日'] } }] },
  ),
);

interface Asked {
  pai: AiPai;
  nan: Person;
  lin: Person;
  asks: [Message, Message];
}

/** Two ask within one turn: a reminder and a poll. */
async function bothAsk(): Promise<Asked> {
  const [owner, nan, lin] = [await world.front.person('派主'), await world.front.person('阿楠'), await world.front.person('林静')];
  const pai = await AiPai.of(owner, nan, lin);
  const asks: Asked['asks'] = [await pai.call(nan, '明早8点提醒我拿快递'), await pai.call(lin, '投个票：周六还是周日')];
  return { pai, nan, lin, asks };
}

const ended = ({ pai, asks }: Asked): Promise<Run> => pai.ended(asks[0], 20_000);

async function eachHasTheirs({ pai, nan, lin, asks }: Asked): Promise<Message[]> {
  const said = await pai.answers();
  expect(said.map(({ askers, mentions, text, replyTo, card }) => ({ askers, mentions, text, replies: replyTo?.seq, act: card?.act.act, mayConfirm: card?.mayConfirm }))).toEqual([
    { askers: [nan.id], mentions: [nan.id], text: '阿楠：都拟好了，等你们确认。', replies: asks[0].seq, act: 'reminder', mayConfirm: [nan.id] },
    { askers: [lin.id], mentions: [lin.id], text: '林静：拟好了，看一眼对不对，确认了才算数。', replies: asks[1].seq, act: 'poll', mayConfirm: [lin.id] },
  ]);
  return said;
}

describe('[A2] two who ask for something to be done in one turn', () => {
  it('get a card each, and each confirms their own', async () => {
    await world.one.restart();
    const turn = await bothAsk();
    expect(await ended(turn)).toMatchObject({ state: 'done' });
    const [first, second] = await eachHasTheirs(turn);
    expect((await turn.pai.run(turn.asks[0]))?.answerSeq).toBe(first?.seq);
    expect(codeOf(await onCard(turn.lin, turn.pai.id, first?.seq ?? 0, 'confirm'))).toBe('403 card/not-yours');
    expect(codeOf(await onCard(turn.lin, turn.pai.id, second?.seq ?? 0, 'confirm'))).toBe('200');
    expect(codeOf(await onCard(turn.nan, turn.pai.id, first?.seq ?? 0, 'confirm'))).toBe('200');
  }, 60_000);

  it.each([
    ['between the two', '"clientMsgId":"run:'],
    ['right after the second', ':2"'],
  ])('once, where the worker dies %s', async (_when, mark) => {
    await world.one.restart({ at: 'after-commit', mark });
    const turn = await bothAsk();
    await world.one.ended();
    const left = await turn.pai.answers();
    await world.two.restart();
    expect(await ended(turn)).toMatchObject({ state: 'done', answerSeq: left[0]?.seq });
    await wait(1000);
    const said = await eachHasTheirs(turn);
    expect(said.slice(0, left.length)).toEqual(left);
    expect(world.model.requests).toHaveLength(2);
  }, 60_000);

  it('where the worker died between the two and the role is turned off, the second is not said', async () => {
    await world.one.restart({ at: 'after-commit', mark: '"clientMsgId":"run:' });
    const turn = await bothAsk();
    await world.one.ended();
    await turn.pai.set({ mode: 'off' });
    await world.two.restart();
    expect(await ended(turn)).toMatchObject({ state: 'done' });
    await wait(1000);
    expect((await turn.pai.answers()).map(({ askers }) => askers)).toEqual([[turn.nan.id]]);
  }, 60_000);
});
