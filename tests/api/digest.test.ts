import mongoose from 'mongoose';
import type { Pai } from '@shared/wire/pai';
import type { Run } from '@shared/wire/run';
import { sweepDigests } from '../../cloud/src/assistant';
import { givenCloud, type Cloud } from '../support/cloud';
import { eventually, type Person } from '../support/person';
import { MINUTE_MS, at } from '../support/time';

const HOUR_MS = 60 * MINUTE_MS;

let cloud: Cloud;
let lin: Person;
let nan: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud({ ROLES: 'web,realtime,worker' })));
afterAll(() => cloud.stop());

beforeEach(async () => {
  [lin, nan] = await cloud.people('林静', '阿楠');
  pai = await lin.createPai('读书会');
  await lin.bring(pai.id, nan);
});

const clockIn = (ms: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' }).format(Date.now() + ms);

const set = (change: object): Promise<unknown> => lin.must('PUT', `/pais/${pai.id}/roles/${pai.assistants[0]?.id}`, { mode: 'helpful', quiet: null, digest: { every: 'day', at: clockIn(HOUR_MS) }, ...change });

async function talk(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await (i % 2 ? lin : nan).say(pai.id, `第${i + 1}章讲的是雨林里的河，下周二之前读完`);
}

const digests = () => mongoose.connection.collection('runs').find({ paiId: pai.id, kind: 'digest' }).toArray();
/** What a sweep some time from now makes of it, once all it ordered has ended. */
const sweptIn = (ms: number) =>
  at(ms, async () => {
    await Promise.all([sweepDigests(), sweepDigests(), sweepDigests()]);
    return eventually('the digests to end', async () => {
      const runs = await digests();
      return runs.every(({ endedAt }) => endedAt) && runs;
    });
  });
const said = async () => (await nan.history(pai.id)).filter(({ sender }) => sender.kind === 'ai');

describe('a digest', () => {
  it('comes once at its time, as a message whose recap everybody may open, and not again', async () => {
    await set({});
    await talk(16);
    expect(await sweptIn(50 * MINUTE_MS)).toEqual([]);
    const [run] = await sweptIn(65 * MINUTE_MS);
    expect(run).toMatchObject({ state: 'done', reason: 'digest', read: { count: 16 } });
    await sweptIn(70 * MINUTE_MS);
    const messages = await said();
    expect(messages.map(({ runId }) => runId)).toEqual([run?._id]);
    expect(messages[0]).toMatchObject({ askers: [], label: { visible: 'AI 生成' } });
    expect((await nan.must<{ run: Run }>('GET', `/runs/${run?._id}`)).run.recap?.messages).toBe(16);
  });

  it('is withheld, with the reason and without a word, when little was said', async () => {
    await set({});
    await talk(9);
    expect(await sweptIn(65 * MINUTE_MS)).toMatchObject([{ state: 'withheld', reason: 'little-said' }]);
    await talk(10);
    await sweptIn(70 * MINUTE_MS);
    expect(await said()).toEqual([]);
  });

  it('waits until quiet hours are over', async () => {
    await set({ quiet: { from: clockIn(30 * MINUTE_MS), to: clockIn(3 * HOUR_MS) } });
    await talk(16);
    expect(await sweptIn(65 * MINUTE_MS)).toEqual([]);
    expect(await sweptIn(181 * MINUTE_MS)).toMatchObject([{ state: 'done' }]);
  });

  it('is not made up for when it was missed long ago, nor made for a role that only answers', async () => {
    await set({});
    await talk(16);
    expect(await sweptIn(8 * HOUR_MS)).toEqual([]);
    await set({ mode: 'called' });
    expect(await sweptIn(65 * MINUTE_MS)).toEqual([]);
  });

  it('does not come at once when its time of today is over', async () => {
    await set({ digest: { every: 'day', at: clockIn(-HOUR_MS) } });
    await talk(16);
    expect(await sweptIn(0)).toEqual([]);
    expect(await sweptIn(23.5 * HOUR_MS)).toHaveLength(1);
  });
});
