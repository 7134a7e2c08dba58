import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { Message } from '@shared/wire/message';
import type { Run } from '@shared/wire/run';
import { AiPai } from '../support/aiPai';
import { cloudEnv } from '../support/cloud';
import { startModelStub, type ModelStub, type Script } from '../support/model';
import { startNode, type CloudNode } from '../support/node';
import { eventually, wait, type Person } from '../support/person';

let stub: ModelStub;
let front: CloudNode;
let one: CloudNode;
let two: CloudNode;
let queue: Queue;
let jobs: Redis;

beforeAll(async () => {
  stub = await startModelStub();
  const env = await cloudEnv({ MODEL_BASE_URL: stub.url, MODEL_NAME: 'some-model', MODEL_TIMEOUT_SECONDS: '1' });
  front = await startNode({ env: { ...env, ROLES: 'web,realtime' } });
  one = await startNode({ env: { ...env, ROLES: 'worker' }, fault: { at: 'after-commit', mark: '"clientMsgId":"run:' } });
  two = await startNode({ env: { ...env, ROLES: 'worker' }, isDown: true });
  jobs = new Redis(env.REDIS_URL as string, { maxRetriesPerRequest: null });
  queue = new Queue('work', { connection: jobs, prefix: '{jobs}' });
}, 90_000);
afterAll(async () => {
  await queue.close();
  jobs.disconnect();
  await Promise.all([front.stop(), one.stop(), two.stop()]);
  await stub.stop();
}, 60_000);
beforeEach(() => {
  stub.control.reset();
  stub.control.script(sensible(0));
});

/** A model that looks at the recap and says one sentence with its source. */
const sensible =
  (delayMs: number): Script =>
  ({ messages }) =>
    messages.at(-1)?.role === 'tool' ? { text: '周六去香山[2]。', delayMs } : { calls: [{ name: 'recap', args: {} }], delayMs };

interface Asked {
  pai: AiPai;
  asker: Person;
  ask: Message;
}

async function givenTalk(): Promise<Omit<Asked, 'ask'>> {
  const [owner, asker] = [await front.person('林静'), await front.person('阿楠')];
  const pai = await AiPai.of(owner);
  await owner.say(pai.id, '周六去香山爬山吧');
  await owner.bring(pai.id, asker);
  return { pai, asker };
}

async function ask(talk?: Omit<Asked, 'ask'>): Promise<Asked> {
  const { pai, asker } = talk ?? (await givenTalk());
  return { pai, asker, ask: await pai.call(asker, '总结一下') };
}

const ended = ({ pai, ask }: Asked, ms = 20_000): Promise<Run> => pai.ended(ask, ms);

/** One answer, and still one a while later; the receipt points at it. */
async function expectOneAnswer(asked: Asked, run: Run): Promise<Message> {
  await wait(1000);
  const answers = await asked.pai.answers();
  expect(answers).toHaveLength(1);
  expect(answers[0]).toMatchObject({ seq: run.answerSeq, clientMsgId: `run:${asked.pai.runIdOf(asked.ask)}`, askers: [asked.asker.id] });
  expect(answers[0]?.text.trim()).not.toBe('');
  return answers[0] as Message;
}

const asked = (n = 1): Promise<unknown> => eventually('the model is asked', () => stub.control.requests.length >= n);

describe('a worker dies', () => {
  it('[L2] in the middle of thinking, and right after its answer was stored: another one ends both turns with one answer each', async () => {
    const spoken = await ask();
    await one.ended();
    expect(await spoken.pai.answers()).toHaveLength(1);
    await one.restart();
    stub.control.reset();
    stub.control.failAlways({ kind: 'hang' });
    const cutOff = await ask();
    await asked();
    await one.kill();
    expect(await cutOff.pai.answers()).toEqual([]);
    stub.control.reset();
    stub.control.script(sensible(0));
    await two.restart();
    const both = await Promise.all([spoken, cutOff].map(async (turn) => ({ turn, run: await ended(turn, 40_000) })));
    expect(both.map(({ run }) => run.state)).toEqual(['done', 'done']);
    await Promise.all(both.map(({ turn, run }) => expectOneAnswer(turn, run)));
    await one.restart();
  }, 90_000);
});

describe('two workers', () => {
  it('[L2] a job delivered again and again, before, during and after: one answer', async () => {
    stub.control.script(sensible(300));
    const turn = await ask();
    const runId = turn.pai.runIdOf(turn.ask);
    const again = (n: number): Promise<unknown> => Promise.all(Array.from({ length: n }, (_, i) => queue.add('run.answer', { runId }, { jobId: `again-${runId}-${n}-${i}`, removeOnComplete: true, removeOnFail: true })));
    await again(6);
    await asked();
    await again(7);
    const run = await ended(turn);
    await again(5);
    expect(run.state).toBe('done');
    await expectOneAnswer(turn, run);
    // Nobody thought twice either.
    expect(stub.control.requests).toHaveLength(2);
  }, 40_000);

  it('asks in many pais and several in one: every asker is answered exactly once', async () => {
    stub.control.script(sensible(100));
    const first = await ask();
    const more = await Promise.all([first.asker, first.pai.owner, first.asker].map((person) => first.pai.call(person, '再总结一下')));
    const others = await Promise.all(Array.from({ length: 5 }, () => ask()));
    await Promise.all(others.map(async (turn) => expectOneAnswer(turn, await ended(turn))));
    const seqs = [first.ask, ...more].map(({ seq }) => seq);
    const runsOfAll = async (): Promise<Run[]> => (await Promise.all([first.ask, ...more].map((message) => first.pai.run(message)))).filter((run) => run !== undefined);
    await eventually('all asks are answered', async () => (await runsOfAll()).flatMap(({ endedAt, askers }) => (endedAt ? askers : [])).length === seqs.length, 20_000);
    const runs = await runsOfAll();
    expect(runs.flatMap(({ askers }) => askers.map(({ seq }) => seq)).sort((x, y) => x - y)).toEqual([...seqs].sort((x, y) => x - y));
    expect((await first.pai.answers()).map(({ seq }) => seq).sort()).toEqual(runs.map(({ answerSeq }) => answerSeq).sort());
  }, 60_000);
});

describe('asks that no longer stand', () => {
  it('[P1] withholds the answer to an ask while it is worked on: recalled, its asker removed, the pai dissolved', async () => {
    stub.control.script(sensible(600));
    const talks = [await givenTalk(), await givenTalk(), await givenTalk()];
    const [recalled, removed, dissolved] = (await Promise.all(talks.map((talk) => ask(talk)))) as [Asked, Asked, Asked];
    await asked(3);
    await Promise.all([
      recalled.asker.must('DELETE', `/pais/${recalled.pai.id}/messages/${recalled.ask.seq}`),
      removed.pai.owner.must('DELETE', `/pais/${removed.pai.id}/members/${removed.asker.id}`),
      dissolved.pai.owner.must('POST', `/pais/${dissolved.pai.id}/dissolve`, {}),
    ]);
    await wait(2500);
    await dissolved.pai.owner.must('POST', `/pais/${dissolved.pai.id}/restore`, {});
    for (const [how, turn] of Object.entries({ recalled, removed, dissolved })) expect([how, (await ended(turn)).state, await turn.pai.answers()]).toEqual([how, 'withheld', []]);
  }, 40_000);
});

describe('the model fails', () => {
  it.each(['error', 'refused', 'hang', 'cut', 'garbage'] as const)('%s: one answer by the engine, marked so', async (kind) => {
    stub.control.failAlways({ kind });
    const turn = await ask();
    const run = await ended(turn, 30_000);
    const answer = await expectOneAnswer(turn, run);
    expect(answer.fallback).toBe(true);
    expect(run).toMatchObject({ state: 'done', fallback: true });
  }, 50_000);

  it('Redis comes back empty while an ask waits: it is answered, once', async () => {
    stub.control.script(sensible(500));
    const turn = await ask();
    await jobs.flushdb();
    await expectOneAnswer(turn, await ended(turn, 40_000));
  }, 60_000);

  it('nobody listens at its address: one answer by the engine', async () => {
    await stub.stop();
    const turn = await ask();
    const run = await ended(turn, 30_000);
    expect((await expectOneAnswer(turn, run)).fallback).toBe(true);
    stub = await startModelStub();
  }, 50_000);
});
