import type { Message } from '@shared/wire/message';
import type { Run } from '@shared/wire/run';
import { AiPai } from '../support/aiPai';
import { modelCloud } from '../support/modelCloud';
import { eventually, wait, type Person, type Reply } from '../support/person';

const world = modelCloud({ MODEL_PRICE: '2,8,CNY' });
let lin: Person;
let nan: Person;
let wang: Person;
let pai: AiPai;

beforeEach(async () => {
  [lin, nan, wang] = await world.cloud.people('林静', '阿楠', '王磊');
  pai = await AiPai.of(lin, nan, wang);
});

const asked = (n = 1): Promise<unknown> => eventually('the model is asked', () => world.model.requests.length >= n);
const stop = (who: Person, message: Message): Promise<Reply<{ run: Run }>> => who.post(`/runs/${pai.runIdOf(message)}/stop`);

/** A turn that is in the middle of its answer, word by word. */
async function talking(who = nan): Promise<Message> {
  world.model.script(() => ({ text: '慢慢地一个字一个字说出来的一句很长很长的话。'.repeat(8), paceMs: 60 }));
  const message = await pai.call(who, '你好呀');
  await asked();
  await wait(300);
  return message;
}

describe('[A1] off holds from the moment it is answered', () => {
  it('for a turn that waits, one that thinks and one that speaks', async () => {
    const speaking = await talking();
    const waiting = await pai.call(wang, '在吗');
    await pai.set({ mode: 'off' });
    const [head] = (await lin.history(pai.id)).slice(-1);
    const stopped = Date.now();
    await eventually('the model is hung up on', () => world.model.requests.every(({ aborted }) => aborted));
    expect(Date.now() - stopped).toBeLessThan(1500);
    for (const message of [speaking, waiting]) expect(await pai.ended(message)).toMatchObject({ state: 'withheld', reason: 'off' });
    await wait(2500);
    expect(await pai.answers()).toEqual([]);
    expect((await lin.history(pai.id)).filter(({ seq, kind }) => seq > (head?.seq ?? 0) && kind !== 'system')).toEqual([]);
  });

  it('however the answer and the switch meet', async () => {
    world.model.script(() => ({ text: '好的呀。' }));
    for (let i = 0; i < 12; i++) {
      await pai.set({ mode: 'called' });
      const before = (await pai.answers()).length;
      const message = await pai.call(nan, '你好呀');
      // around the end of the 300 ms in which further asks may join
      await wait(310 + i * 12);
      await pai.set({ mode: 'off' });
      const atOff = (await pai.answers()).length;
      const run = await pai.ended(message);
      await wait(300);
      expect((await pai.answers()).length).toBe(atOff);
      expect(atOff - before).toBe(run.state === 'done' ? 1 : 0);
    }
  }, 90_000);

  it('a role that is removed says nothing more', async () => {
    await lin.must('POST', `/pais/${pai.id}/roles`, { template: 'trip' });
    const message = await talking();
    await lin.must('DELETE', `/pais/${pai.id}/roles/${pai.aiId}`);
    expect(await pai.ended(message)).toMatchObject({ state: 'withheld', reason: 'off' });
    await wait(1500);
    expect(await pai.answers()).toEqual([]);
  });
});

describe('a turn is stopped', () => {
  it('by who asked, with the name in the receipt; nothing of it is said', async () => {
    const message = await talking();
    expect((await pai.run(message))?.mayStop).toBe(true);
    const { status, body } = await stop(nan, message);
    expect([status, body.run.state, body.run.reason, body.run.stoppedBy]).toEqual([200, 'withheld', 'stopped', { id: nan.id, name: '阿楠' }]);
    await eventually('the model is hung up on', () => world.model.requests[0]?.aborted);
    await wait(1500);
    expect(await pai.answers()).toEqual([]);
    expect((await stop(nan, message)).body.run.stoppedBy).toEqual({ id: nan.id, name: '阿楠' });
  });

  it('by the owner, not by somebody who did not ask', async () => {
    const message = await talking();
    const refused = await stop(wang, message);
    expect([refused.status, refused.body.error?.code]).toEqual([403, 'run/not-yours']);
    expect((await wang.run(pai.runIdOf(message)))?.mayStop).toBe(false);
    expect((await stop(lin, message)).body.run.stoppedBy).toEqual({ id: lin.id, name: '林静' });
  });

  it('and the next one is not held up', async () => {
    const message = await talking();
    world.model.script(() => ({ text: '不客气。' }));
    const next = await pai.call(wang, '在吗');
    await stop(nan, message);
    expect((await pai.ended(next)).state).toBe('done');
    expect((await pai.answers()).map(({ askers }) => askers)).toEqual([[wang.id]]);
  });

  it('once it has spoken it stays as it was', async () => {
    world.model.script(() => ({ text: '不客气。' }));
    const message = await pai.call(nan, '你好呀');
    expect((await pai.ended(message)).state).toBe('done');
    expect((await stop(nan, message)).body.run).toMatchObject({ state: 'done', mayStop: false });
    expect(await pai.answers()).toHaveLength(1);
  });
});

describe('[A2] an ask is recalled before its answer', () => {
  it('alone it ends the turn at once', async () => {
    const message = await talking();
    await nan.must('DELETE', `/pais/${pai.id}/messages/${message.seq}`);
    expect(await pai.ended(message)).toMatchObject({ state: 'withheld', reason: 'recalled' });
    await wait(1000);
    expect(await pai.answers()).toEqual([]);
  });

  it('of several the others are answered, without the words of the one that is gone', async () => {
    world.model.script(() => ({ text: '不客气。', delayMs: 900 }));
    const first = await pai.call(nan, '你好呀，七七八八');
    await pai.call(wang, '在吗');
    await asked();
    await nan.must('DELETE', `/pais/${pai.id}/messages/${first.seq}`);
    await pai.ended(first);
    expect((await pai.answers()).map(({ askers }) => askers)).toEqual([[wang.id]]);
    expect(world.model.requests.at(-1)?.raw).not.toContain('七七八八');
  });
});

describe('[A5] a day has its tokens', () => {
  it('used up: one polite sentence an hour, the rest is refused in the receipt alone; all else works', async () => {
    await pai.set({ dailyTokens: 1000 });
    world.model.script(() => ({ text: '不客气。'.repeat(300) }));
    const { tokens, cost, ...done } = await pai.ended(await pai.call(nan, '你好呀'));
    expect(done.state).toBe('done');
    expect(tokens?.output).toBeGreaterThan(100);
    expect(cost).toEqual({ amount: ((tokens?.input ?? 0) * 2 + (tokens?.output ?? 0) * 8) / 1e6, currency: 'CNY' });
    const asked = world.model.requests.length;
    const first = await pai.ended(await pai.call(nan, '你好呀'));
    const second = await pai.ended(await pai.call(wang, '你好呀'));
    expect([first, second]).toEqual([expect.objectContaining({ state: 'refused', reason: 'budget' }), expect.objectContaining({ state: 'refused', reason: 'budget' })]);
    expect(second.answerSeq).toBeUndefined();
    const said = await pai.answers();
    expect(said).toHaveLength(2);
    expect(said[1]).toMatchObject({ seq: first.answerSeq, askers: [nan.id] });
    expect(said[1]?.text).toMatch(/^阿楠：今天的 AI 用量用完了/);
    expect(world.model.requests).toHaveLength(asked);
    await wang.say(pai.id, '照常聊天');
    await pai.set({ dailyTokens: 200_000 });
    expect((await pai.ended(await pai.call(wang, '你好呀'))).state).toBe('done');
  });

  it('asks at once cannot spend more than there is', async () => {
    await pai.set({ dailyTokens: 0 });
    expect(await pai.ended(await pai.call(nan, '你好呀'))).toMatchObject({ state: 'refused', reason: 'budget' });
    expect(world.model.requests).toEqual([]);
  });
});
