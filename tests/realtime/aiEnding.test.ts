import type { RoleBody } from '@shared/wire/aiRole';
import type { Message } from '@shared/wire/message';
import type { Run } from '@shared/wire/run';
import { givenCloud, type Cloud } from '../support/cloud';
import { startModelStub, type ModelStub } from '../support/model';
import { eventually, type Person, type Reply } from '../support/person';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let stub: ModelStub;
let cloud: Cloud;
let lin: Person;
let nan: Person;
let wang: Person;
let paiId: string;
let aiId: string;

beforeAll(async () => {
  stub = await startModelStub();
  cloud = await givenCloud({ MODEL_BASE_URL: stub.url, MODEL_NAME: 'some-model', MODEL_PRICE: '2,8,CNY' });
});
afterAll(async () => {
  await cloud.stop();
  await stub.stop();
});
beforeEach(async () => {
  stub.control.reset();
  [lin, nan, wang] = await cloud.people('林静', '阿楠', '王磊');
  paiId = (await lin.createPai('周末爬山')).id;
  await lin.bring(paiId, nan, wang);
  aiId = (await lin.ai(paiId)).id;
});

const set = (change: RoleBody): Promise<unknown> => lin.must('PUT', `/pais/${paiId}/roles/${aiId}`, change);
const answers = async (): Promise<Message[]> => (await lin.history(paiId)).filter(({ sender }) => sender.kind === 'ai');
const call = (who: Person, text = '总结一下'): Promise<Message> => who.say(paiId, `@小派 ${text}`, { mentions: [aiId] });
const runOf = async (message: Message): Promise<Run> => (await lin.must<{ run: Run }>('GET', `/runs/${paiId}-${message.seq}`)).run;
const ended = (message: Message): Promise<Run> =>
  eventually('the run ends', async () => {
    const run = await runOf(message).catch(() => undefined);
    return run?.endedAt ? run : undefined;
  }, 15_000);
const asked = (n = 1): Promise<unknown> => eventually('the model is asked', () => stub.control.requests.length >= n);
const stop = (who: Person, message: Message): Promise<Reply<{ run: Run }>> => who.post(`/runs/${paiId}-${message.seq}/stop`);

/** A turn that is in the middle of its answer, word by word. */
async function talking(who = nan): Promise<Message> {
  stub.control.script(() => ({ text: '慢慢地一个字一个字说出来的一句很长很长的话。'.repeat(8), paceMs: 60 }));
  const message = await call(who, '你好呀');
  await asked();
  await wait(300);
  return message;
}

describe('[A1] off holds from the moment it is answered', () => {
  it('for a turn that waits, one that thinks and one that speaks', async () => {
    const speaking = await talking();
    const waiting = await call(wang, '在吗');
    await set({ mode: 'off' });
    const [head] = (await lin.history(paiId)).slice(-1);
    const stopped = Date.now();
    await eventually('the model is hung up on', () => stub.control.requests.every(({ aborted }) => aborted));
    expect(Date.now() - stopped).toBeLessThan(1500);
    for (const message of [speaking, waiting]) expect(await ended(message)).toMatchObject({ state: 'withheld', reason: 'off' });
    await wait(2500);
    expect(await answers()).toEqual([]);
    expect((await lin.history(paiId)).filter(({ seq, kind }) => seq > (head?.seq ?? 0) && kind !== 'system')).toEqual([]);
  });

  it('however the answer and the switch meet', async () => {
    stub.control.script(() => ({ text: '好的呀。' }));
    for (let i = 0; i < 12; i++) {
      await set({ mode: 'called' });
      const before = (await answers()).length;
      const message = await call(nan, '你好呀');
      // around the end of the 300 ms in which further asks may join
      await wait(310 + i * 12);
      await set({ mode: 'off' });
      const atOff = (await answers()).length;
      const run = await ended(message);
      await wait(300);
      expect((await answers()).length).toBe(atOff);
      expect(atOff - before).toBe(run.state === 'done' ? 1 : 0);
    }
  }, 40_000);

  it('a role that is removed says nothing more', async () => {
    await lin.must('POST', `/pais/${paiId}/roles`, { template: 'trip' });
    const message = await talking();
    await lin.must('DELETE', `/pais/${paiId}/roles/${aiId}`);
    expect(await ended(message)).toMatchObject({ state: 'withheld', reason: 'off' });
    await wait(1500);
    expect(await answers()).toEqual([]);
  });
});

describe('a turn is stopped', () => {
  it('by who asked, with the name in the receipt; nothing of it is said', async () => {
    const message = await talking();
    expect((await runOf(message)).mayStop).toBe(true);
    const { status, body } = await stop(nan, message);
    expect([status, body.run.state, body.run.reason, body.run.stoppedBy]).toEqual([200, 'withheld', 'stopped', { id: nan.id, name: '阿楠' }]);
    await eventually('the model is hung up on', () => stub.control.requests[0]?.aborted);
    await wait(1500);
    expect(await answers()).toEqual([]);
    expect((await stop(nan, message)).body.run.stoppedBy).toEqual({ id: nan.id, name: '阿楠' });
  });

  it('by the owner, not by somebody who did not ask', async () => {
    const message = await talking();
    const refused = await stop(wang, message);
    expect([refused.status, refused.body.error?.code]).toEqual([403, 'run/not-yours']);
    expect((await wang.must<{ run: Run }>('GET', `/runs/${paiId}-${message.seq}`)).run.mayStop).toBe(false);
    expect((await stop(lin, message)).body.run.stoppedBy).toEqual({ id: lin.id, name: '林静' });
  });

  it('and the next one is not held up', async () => {
    const message = await talking();
    stub.control.script(() => ({ text: '不客气。' }));
    const next = await call(wang, '在吗');
    await stop(nan, message);
    expect((await ended(next)).state).toBe('done');
    expect((await answers()).map(({ askers }) => askers)).toEqual([[wang.id]]);
  });

  it('once it has spoken it stays as it was', async () => {
    stub.control.script(() => ({ text: '不客气。' }));
    const message = await call(nan, '你好呀');
    expect((await ended(message)).state).toBe('done');
    expect((await stop(nan, message)).body.run).toMatchObject({ state: 'done', mayStop: false });
    expect(await answers()).toHaveLength(1);
  });
});

describe('[A2] an ask is recalled before its answer', () => {
  it('alone it ends the turn at once', async () => {
    const message = await talking();
    await nan.must('DELETE', `/pais/${paiId}/messages/${message.seq}`);
    expect(await ended(message)).toMatchObject({ state: 'withheld', reason: 'recalled' });
    await wait(1000);
    expect(await answers()).toEqual([]);
  });

  it('of several the others are answered, without the words of the one that is gone', async () => {
    stub.control.script(() => ({ text: '不客气。', delayMs: 900 }));
    const first = await call(nan, '你好呀，七七八八');
    await call(wang, '在吗');
    await asked();
    await nan.must('DELETE', `/pais/${paiId}/messages/${first.seq}`);
    await ended(first);
    expect((await answers()).map(({ askers }) => askers)).toEqual([[wang.id]]);
    expect(stub.control.requests.at(-1)?.raw).not.toContain('七七八八');
  });
});

describe('[A5] a day has its tokens', () => {
  it('used up: one polite sentence an hour, the rest is refused in the receipt alone; all else works', async () => {
    await set({ dailyTokens: 1000 });
    stub.control.script(() => ({ text: '不客气。'.repeat(300) }));
    const { tokens, cost, ...done } = await ended(await call(nan, '你好呀'));
    expect(done.state).toBe('done');
    expect(tokens?.output).toBeGreaterThan(100);
    expect(cost).toEqual({ amount: ((tokens?.input ?? 0) * 2 + (tokens?.output ?? 0) * 8) / 1e6, currency: 'CNY' });
    const asked = stub.control.requests.length;
    const first = await ended(await call(nan, '你好呀'));
    const second = await ended(await call(wang, '你好呀'));
    expect([first, second]).toEqual([expect.objectContaining({ state: 'refused', reason: 'budget' }), expect.objectContaining({ state: 'refused', reason: 'budget' })]);
    expect(second.answerSeq).toBeUndefined();
    const said = await answers();
    expect(said).toHaveLength(2);
    expect(said[1]).toMatchObject({ seq: first.answerSeq, askers: [nan.id] });
    expect(said[1]?.text).toMatch(/^阿楠：今天的 AI 用量用完了/);
    expect(stub.control.requests).toHaveLength(asked);
    await wang.say(paiId, '照常聊天');
    await set({ dailyTokens: 200_000 });
    expect((await ended(await call(wang, '你好呀'))).state).toBe('done');
  });

  it('asks at once cannot spend more than there is', async () => {
    await set({ dailyTokens: 0 });
    expect(await ended(await call(nan, '你好呀'))).toMatchObject({ state: 'refused', reason: 'budget' });
    expect(stub.control.requests).toEqual([]);
  });
});
