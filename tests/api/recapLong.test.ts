import mongoose from 'mongoose';
import type { Pai } from '@shared/wire/pai';
import type { Recap } from '@shared/wire/recap';
import type { Run } from '@shared/wire/run';
import { givenCloud, type Cloud } from '../support/cloud';
import { eventually, type Person } from '../support/person';

const SUBJECTS = ['香山南门的台阶', '烧烤摊的炭火', '火车票的改签', '民宿的押金', '孩子的水彩笔'];
const line = (i: number): string => `${SUBJECTS[Math.floor(i / 40) % SUBJECTS.length]}，这是第${i}次说起，记一下`;
const COUNT = 320;

/* Each test says hundreds of messages first. */
jest.setTimeout(60_000);

let cloud: Cloud;
let lin: Person;
let nan: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

async function sayMany(count: number, from = 1): Promise<void> {
  for (let i = from; i < from + count; i += 20) await Promise.all(Array.from({ length: Math.min(20, from + count - i) }, (_, k) => (i % 40 < 20 ? lin : nan).say(pai.id, line(i + k))));
}

beforeEach(async () => {
  [lin, nan] = await cloud.people('林静', '阿楠');
  pai = await lin.createPai('很长的派');
  await lin.bring(pai.id, nan);
  await sayMany(COUNT);
});

const segments = () => mongoose.connection.collection('segments').find({ paiId: pai.id }).sort({ fromSeq: 1 }).toArray();
const kept = async (): Promise<string> => JSON.stringify([await segments(), await mongoose.connection.collection('recaps').find({ paiId: pai.id }).toArray()]);

async function recapFor(who: Person, body: object = { range: 'all' }): Promise<Recap> {
  const { run } = await who.must<{ run: Run }>('POST', `/pais/${pai.id}/recaps`, body);
  const ended = await eventually('the recap', async () => {
    const now = (await who.must<{ run: Run }>('GET', `/runs/${run.id}`)).run;
    return now.endedAt ? now : undefined;
  }, 20_000);
  return ended.recap as Recap;
}

describe('a long recap', () => {
  it('keeps closed segments, tells what is new and leaves the kept ones as they are', async () => {
    const first = await recapFor(lin);
    expect(first.messages).toBe(COUNT);
    expect(first.topics.length).toBeGreaterThan(1);
    const before = await segments();
    expect(before.length).toBeGreaterThan(1);
    await sayMany(140, COUNT + 1);
    expect((await recapFor(nan)).messages).toBe(COUNT + 140);
    const after = await segments();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
  });

  it('gives a reader in the middle of a segment nothing from before, and keeps nothing of that', async () => {
    await recapFor(lin);
    const before = await segments();
    const from = (before[0]?.toSeq as number) - 10;
    const recap = await recapFor(nan, { from });
    expect([...recap.topics.flatMap(({ sentences }) => sentences), ...recap.todos].flatMap(({ cites }) => cites).every((seq) => seq >= from)).toBe(true);
    expect(recap).toMatchObject({ fromSeq: from });
    expect(await segments()).toEqual(before);
  });

  it('fills what lies before the segments of a later reader', async () => {
    await recapFor(nan, { from: 10 });
    const [first] = await segments();
    expect(first?.fromSeq).toBe(10);
    expect((await recapFor(lin)).messages).toBe(COUNT);
    const all = await segments();
    expect(all[0]?.fromSeq).toBe(1);
    all.slice(1).forEach((segment, i) => expect(segment.fromSeq).toBe((all[i]?.toSeq as number) + 1));
  });

  it('keeps no word of a message that was recalled, within 5 s, and tells its segment again', async () => {
    const said = await nan.say(pai.id, '我把旧帐篷的钥匙放在鞋柜第二层，周六前记得拿');
    await sayMany(140, COUNT + 1);
    await recapFor(lin);
    expect(await kept()).toContain('鞋柜');
    await nan.must('DELETE', `/pais/${pai.id}/messages/${said.seq}`);
    await eventually('nothing kept', async () => !(await kept()).includes('鞋柜'), 5000);
    expect((await recapFor(lin)).messages).toBe(COUNT + 140);
    expect(await kept()).not.toContain('鞋柜');
    expect((await segments()).every(({ account }) => account !== null)).toBe(true);
  });

  it('is told in the talk too from what is kept, and its receipt says how much that was', async () => {
    const ai = await lin.ai(pai.id);
    await nan.say(pai.id, `@${ai.name} 总结一下全部消息`, { mentions: [ai.id] });
    const answer = await eventually('an answer', async () => (await nan.history(pai.id)).find(({ sender }) => sender.kind === 'ai'), 20_000);
    expect(answer.sources?.length).toBeGreaterThan(2);
    expect((await segments()).length).toBeGreaterThan(1);
    const run = await eventually('its end', async () => {
      const now = (await nan.must<{ run: Run }>('GET', `/runs/${answer.runId}`)).run;
      return now.endedAt ? now : undefined;
    });
    expect(run.read?.count).toBe(COUNT);
  });

  it('keeps no word of somebody who hides, and reads them again when they come back', async () => {
    await recapFor(lin);
    const half = (await segments())[0]?.account as { messages: number };
    await nan.must('PATCH', `/pais/${pai.id}/mine`, { aiMayRead: false });
    expect(await kept()).not.toMatch(/第(?:21|30|61)次/);
    const without = await recapFor(lin);
    expect(without).toMatchObject({ messages: COUNT / 2, leftOut: COUNT / 2 });
    expect(await kept()).not.toMatch(/第(?:21|30|61)次/);
    await nan.must('PATCH', `/pais/${pai.id}/mine`, { aiMayRead: true });
    expect((await recapFor(lin)).messages).toBe(COUNT);
    expect((await segments())[0]?.account).toMatchObject({ messages: half.messages });
  });
});
