import type { Message } from '@shared/wire/message';
import type { Run } from '@shared/wire/run';
import { onCard } from '../support/cards';
import { cloudEnv } from '../support/cloud';
import { startModelStub, type ModelStub } from '../support/model';
import { startNode, type CloudNode } from '../support/node';
import { codeOf, eventually, type Person } from '../support/person';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let stub: ModelStub;
let front: CloudNode;
let one: CloudNode;
let two: CloudNode;

beforeAll(async () => {
  stub = await startModelStub();
  const env = await cloudEnv({ MODEL_BASE_URL: stub.url, MODEL_NAME: 'some-model' });
  front = await startNode({ env: { ...env, ROLES: 'web,realtime' } });
  one = await startNode({ env: { ...env, ROLES: 'worker' } });
  two = await startNode({ env: { ...env, ROLES: 'worker' } });
  await Promise.all([one.kill(), two.kill()]);
}, 90_000);
afterAll(async () => {
  await Promise.all([front.stop(), one.stop(), two.stop()]);
  await stub.stop();
}, 60_000);
afterEach(async () => void (await Promise.all([one.kill(), two.kill()])));
beforeEach(() => {
  stub.control.reset();
  stub.control.script(({ messages }) =>
    messages.at(-1)?.role === 'tool'
      ? { text: '都拟好了，等你们确认。' }
      : { calls: [{ name: 'draft_reminder', args: { text: '拿快递', when: '明早8点' } }, { name: 'draft_poll', args: { question: '哪天', options: ['周六', '周日'] } }] },
  );
});

interface Asked {
  paiId: string;
  aiId: string;
  owner: Person;
  nan: Person;
  lin: Person;
  /** Positions of the asks. */
  seqs: [number, number];
}

/** Two ask within one turn: a reminder and a poll. */
async function bothAsk(): Promise<Asked> {
  const [owner, nan, lin] = [await front.person('派主'), await front.person('阿楠'), await front.person('林静')];
  const { id: paiId } = await owner.createPai();
  await owner.bring(paiId, nan, lin);
  const { id: aiId } = await owner.ai(paiId);
  const first = await nan.say(paiId, '@小派 明早8点提醒我拿快递', { mentions: [aiId] });
  const second = await lin.say(paiId, '@小派 投个票：周六还是周日', { mentions: [aiId] });
  return { paiId, aiId, owner, nan, lin, seqs: [first.seq, second.seq] };
}

const saidIn = async ({ owner, paiId }: Asked): Promise<Message[]> => (await owner.history(paiId)).filter(({ sender }) => sender.kind === 'ai');
const runOf = async ({ owner, paiId, seqs }: Asked): Promise<Run | undefined> => (await owner.get<{ run: Run }>(`/runs/${paiId}-${seqs[0]}`)).body.run;
const ended = (turn: Asked): Promise<Run> =>
  eventually('the turn has ended', async () => {
    const run = await runOf(turn);
    return run && !['queued', 'running'].includes(run.state) ? run : undefined;
  }, 20_000);

async function eachHasTheirs(turn: Asked): Promise<Message[]> {
  const { nan, lin, seqs } = turn;
  const said = await saidIn(turn);
  expect(said.map(({ askers, mentions, text, replyTo, card }) => ({ askers, mentions, text, replies: replyTo?.seq, act: card?.act.act, mayConfirm: card?.mayConfirm }))).toEqual([
    { askers: [nan.id], mentions: [nan.id], text: '阿楠：都拟好了，等你们确认。', replies: seqs[0], act: 'reminder', mayConfirm: [nan.id] },
    { askers: [lin.id], mentions: [lin.id], text: '林静：拟好了，看一眼对不对，确认了才算数。', replies: seqs[1], act: 'poll', mayConfirm: [lin.id] },
  ]);
  return said;
}

describe('[A2] two who ask for something to be done in one turn', () => {
  it('get a card each, and each confirms their own', async () => {
    await one.restart();
    const turn = await bothAsk();
    expect(await ended(turn)).toMatchObject({ state: 'done' });
    const [first, second] = await eachHasTheirs(turn);
    expect((await runOf(turn))?.answerSeq).toBe(first?.seq);
    expect(codeOf(await onCard(turn.lin, turn.paiId, first?.seq ?? 0, 'confirm'))).toBe('403 card/not-yours');
    expect(codeOf(await onCard(turn.lin, turn.paiId, second?.seq ?? 0, 'confirm'))).toBe('200');
    expect(codeOf(await onCard(turn.nan, turn.paiId, first?.seq ?? 0, 'confirm'))).toBe('200');
  }, 60_000);

  it.each([
    ['between the two', '"clientMsgId":"run:'],
    ['right after the second', ':2"'],
  ])('once, where the worker dies %s', async (_when, mark) => {
    await one.restart({ at: 'after-commit', mark });
    const turn = await bothAsk();
    await one.ended();
    const left = await saidIn(turn);
    await two.restart();
    expect(await ended(turn)).toMatchObject({ state: 'done', answerSeq: left[0]?.seq });
    await wait(1000);
    const said = await eachHasTheirs(turn);
    expect(said.slice(0, left.length)).toEqual(left);
    expect(stub.control.requests).toHaveLength(2);
  }, 60_000);

  it('where the worker died between the two and the role is turned off, the second is not said', async () => {
    await one.restart({ at: 'after-commit', mark: '"clientMsgId":"run:' });
    const turn = await bothAsk();
    await one.ended();
    await turn.owner.must('PUT', `/pais/${turn.paiId}/roles/${turn.aiId}`, { mode: 'off' });
    await two.restart();
    expect(await ended(turn)).toMatchObject({ state: 'done' });
    await wait(1000);
    expect((await saidIn(turn)).map(({ askers }) => askers)).toEqual([[turn.nan.id]]);
  }, 60_000);
});
