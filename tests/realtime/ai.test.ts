import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { Message } from '@shared/wire/message';
import type { Run } from '@shared/wire/run';
import { cloudEnv } from '../support/cloud';
import { startModelStub, type ModelStub, type Script } from '../support/model';
import { startNode, type CloudNode } from '../support/node';
import { eventually, type Person } from '../support/person';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const DONE = ['done', 'withheld', 'refused', 'failed'];

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
  two = await startNode({ env: { ...env, ROLES: 'worker' } });
  await two.kill();
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
  paiId: string;
  owner: Person;
  asker: Person;
  seq: number;
  runId: string;
}

async function ask(text = '总结一下'): Promise<Asked> {
  const [owner, asker] = [await front.person('林静'), await front.person('阿楠')];
  const { id: paiId } = await owner.createPai();
  await owner.say(paiId, '周六去香山爬山吧');
  await owner.bring(paiId, asker);
  const ai = await owner.ai(paiId);
  const { seq } = await asker.say(paiId, `@${ai.name} ${text}`, { mentions: [ai.id] });
  return { paiId, owner, asker, seq, runId: `${paiId}-${seq}` };
}

const answersTo = async ({ owner, paiId }: Asked): Promise<Message[]> => (await owner.history(paiId)).filter(({ sender }) => sender.kind === 'ai');

async function runOf({ owner, runId }: Asked): Promise<Run | undefined> {
  return (await owner.get<{ run: Run }>(`/runs/${runId}`)).body.run;
}

async function ended(asked: Asked, ms = 20_000): Promise<Run> {
  return eventually(`run ${asked.runId} ends`, async () => {
    const run = await runOf(asked);
    return run && DONE.includes(run.state) ? run : undefined;
  }, ms);
}

/** One answer, and still one a while later; the receipt points at it. */
async function expectOneAnswer(asked: Asked, run: Run): Promise<Message> {
  await wait(1000);
  const answers = await answersTo(asked);
  expect(answers).toHaveLength(1);
  expect(answers[0]).toMatchObject({ seq: run.answerSeq, clientMsgId: `run:${asked.runId}`, askers: [asked.asker.id] });
  expect(answers[0]?.text.trim()).not.toBe('');
  return answers[0] as Message;
}

const asked = (): Promise<unknown> => eventually('the model is asked', () => stub.control.requests.length > 0);

describe('a worker dies', () => {
  it('[L2] in the middle of thinking, and right after its answer was stored: another one ends both turns with one answer each', async () => {
    const spoken = await ask();
    await one.ended();
    expect(await answersTo(spoken)).toHaveLength(1);
    await one.restart();
    stub.control.reset();
    stub.control.failAlways({ kind: 'hang' });
    const cutOff = await ask();
    await asked();
    await one.kill();
    expect(await answersTo(cutOff)).toEqual([]);
    stub.control.reset();
    stub.control.script(sensible(0));
    await two.restart();
    for (const turn of [spoken, cutOff]) {
      const run = await ended(turn, 40_000);
      expect(run.state).toBe('done');
      await expectOneAnswer(turn, run);
    }
    await one.restart();
  }, 90_000);
});

describe('two workers', () => {
  it('[L2] a job delivered again and again, before, during and after: one answer', async () => {
    stub.control.script(sensible(300));
    const turn = await ask();
    const again = (n: number): Promise<unknown> => Promise.all(Array.from({ length: n }, (_, i) => queue.add('run.answer', { runId: turn.runId }, { jobId: `again-${turn.runId}-${n}-${i}`, removeOnComplete: true, removeOnFail: true })));
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
    const ai = await first.owner.ai(first.paiId);
    const more = await Promise.all([first.asker, first.owner, first.asker].map((person) => person.say(first.paiId, `@${ai.name} 再总结一下`, { mentions: [ai.id] })));
    const others = await Promise.all(Array.from({ length: 5 }, () => ask()));
    for (const turn of others) await expectOneAnswer(turn, await ended(turn));
    const seqs = [first.seq, ...more.map(({ seq }) => seq)];
    await eventually('all asks are answered', async () => {
      const runs = await Promise.all(seqs.map((seq) => runOf({ ...first, runId: `${first.paiId}-${seq}` })));
      const finished = runs.filter((run) => run && DONE.includes(run.state));
      return finished.flatMap((run) => run?.askers.map(({ seq }) => seq) ?? []).length === seqs.length;
    }, 20_000);
    const runs = (await Promise.all(seqs.map((seq) => runOf({ ...first, runId: `${first.paiId}-${seq}` })))).filter((run) => run !== undefined);
    expect(runs.flatMap(({ askers }) => askers.map(({ seq }) => seq)).sort((x, y) => x - y)).toEqual([...seqs].sort((x, y) => x - y));
    expect((await answersTo(first)).map(({ seq }) => seq).sort()).toEqual(runs.map(({ answerSeq }) => answerSeq).sort());
  }, 60_000);
});

describe('asks that no longer stand', () => {
  it.each([
    ['recalled', ({ asker, paiId, seq }: Asked) => asker.must('DELETE', `/pais/${paiId}/messages/${seq}`)],
    ['its asker removed', ({ owner, asker, paiId }: Asked) => owner.must('DELETE', `/pais/${paiId}/members/${asker.id}`)],
    ['the pai dissolved', ({ owner, paiId }: Asked) => owner.must('POST', `/pais/${paiId}/dissolve`, {})],
  ])('[P1] withholds the answer to an ask while it is worked on: %s', async (_, takeBack) => {
    stub.control.script(sensible(600));
    const turn = await ask();
    await asked();
    await takeBack(turn);
    await wait(2500);
    await turn.owner.post(`/pais/${turn.paiId}/restore`);
    expect((await ended(turn)).state).toBe('withheld');
    expect(await answersTo(turn)).toEqual([]);
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
