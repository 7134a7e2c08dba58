import mongoose from 'mongoose';
import type { WithheldReply } from '@shared/wire/aiRole';
import type { Pai } from '@shared/wire/pai';
import type { Run } from '@shared/wire/run';
import { sweepTopics } from '../../cloud/src/assistant';
import { givenCloud, type Cloud } from '../support/cloud';
import type { Person } from '../support/person';
import { DAY_MS, MINUTE_MS, at } from '../support/time';

const HOUR_MS = 60 * MINUTE_MS;
const LATER = 4 * HOUR_MS;

let cloud: Cloud;
let lin: Person;
let nan: Person;
let pai: Pai;
let roleId: string;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

beforeEach(async () => {
  [lin, nan] = await cloud.people('林静', '阿楠');
  pai = await lin.createPai('读书会');
  await lin.bring(pai.id, nan);
  roleId = (await lin.ai(pai.id)).id;
  await set({});
});

const clockIn = (ms: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' }).format(Date.now() + ms);

/** Quiet hours that are over: without any the night would be quiet, and these tests run at all hours. */
const awake = () => ({ from: clockIn(-2 * HOUR_MS), to: clockIn(-HOUR_MS) });
const set = (change: object, id = roleId): Promise<unknown> => lin.must('PUT', `/pais/${pai.id}/roles/${id}`, { mode: 'host', quiet: awake(), ...change });

const CHAT = ['这本书比上一本好读', '第三章的雨林写得真细', '我昨晚看到两点', '河流那段我划了好多线', '作者真去过那里'];

/** Some talk among people, and one line that may be taken up; its position. */
async function talk(line: string, who = nan): Promise<number> {
  for (const [i, text] of CHAT.entries()) await (i % 2 ? lin : nan).say(pai.id, text);
  return (await who.say(pai.id, line)).seq;
}

const topics = () => mongoose.connection.collection('runs').find({ paiId: pai.id, kind: 'topic' }).sort({ createdAt: 1 }).toArray();
/** What several nodes at once make of it, some time from now. */
const sweptIn = (ms: number) =>
  at(ms, async () => {
    await Promise.all([sweepTopics(), sweepTopics(), sweepTopics()]);
    return topics();
  });
const said = async (who = lin) => (await who.history(pai.id)).filter(({ sender }) => sender.kind === 'ai');
const withheld = async () => (await lin.must<WithheldReply>('GET', `/pais/${pai.id}/ai/withheld`)).turns;

const QUESTION = '谁去借第二册？';

describe('[A8] a host opens a topic', () => {
  it('takes up a question nobody answered, once, with its source and a receipt, however many nodes look', async () => {
    const seq = await talk(QUESTION);
    expect(await sweptIn(2 * HOUR_MS)).toEqual([]);
    const [run] = await sweptIn(LATER);
    await sweptIn(LATER + 30 * MINUTE_MS);
    const [opened, ...more] = await said(nan);
    expect(more).toEqual([]);
    expect(opened?.text).toContain('阿楠');
    expect(opened?.text).toContain(QUESTION);
    expect(opened).toMatchObject({ sources: [{ seq }], askers: [], label: { visible: 'AI 生成' } });
    expect((await nan.must<{ run: Run }>('GET', `/runs/${run?._id}`)).run).toMatchObject({ kind: 'topic', state: 'done', reason: 'opened', askers: [], model: 'engine', tokens: { input: 0, output: 0 }, read: { count: 6, leftOut: 0 }, answerSeq: opened?.seq });
  });

  it('asks after a to-do that is nearly due rather than anything else, and calls who is to do it', async () => {
    await talk(QUESTION);
    const seq = (await lin.say(pai.id, '明天下午三点前阿楠把读书笔记发到群里')).seq;
    await sweptIn(LATER);
    const [opened] = await said();
    expect(opened?.text).toMatch(/林静.*读书笔记.*就到了。阿楠，/);
    expect(opened?.sources).toMatchObject([{ seq }]);
  });

  it('takes up a plan whose day is near, and something kept in mind with its message', async () => {
    await talk('读书会改到明天晚上八点在老地方');
    const agreed = await lin.say(pai.id, '好，没问题');
    const kept = await nan.say(pai.id, '后天是读书会三周年');
    await lin.must('POST', `/pais/${pai.id}/ai/memory`, { text: '后天是读书会三周年', seq: kept.seq });
    await sweptIn(LATER);
    await lin.say(pai.id, '早');
    await sweptIn(LATER + DAY_MS);
    const [plan, fact] = await said();
    expect(plan?.sources?.map(({ seq }) => seq)).toEqual([agreed.seq - 1, agreed.seq]);
    expect(plan?.text).toMatch(/老地方.*就在(?:今|明)天/);
    expect(fact?.sources?.map(({ seq }) => seq)).toEqual([kept.seq]);
    expect(fact?.text).toMatch(/三周年.*就在(?:今|明)天/);
  });

  it('keeps silent where nothing was left open, and says so to the owner once a day', async () => {
    await talk('我也划了线');
    for (const later of [LATER, LATER + MINUTE_MS]) expect(await sweptIn(later)).toMatchObject([{ state: 'withheld', reason: 'nothing-to-open' }]);
    expect(await said()).toEqual([]);
    expect(await withheld()).toMatchObject([{ roleId, reason: 'nothing-to-open' }]);
  });

  it('keeps out of quiet hours and of the hours after them', async () => {
    await talk(QUESTION);
    await set({ quiet: { from: clockIn(2 * HOUR_MS), to: clockIn(6 * HOUR_MS) } });
    for (const hours of [4, 5.9, 6.1, 8.9]) expect(await sweptIn(hours * HOUR_MS)).toEqual([]);
    expect(await sweptIn(9.1 * HOUR_MS)).toMatchObject([{ state: 'done' }]);
  });

  it('does not speak into a pai that has fallen asleep, nor to one person alone', async () => {
    await talk(QUESTION);
    expect(await sweptIn(4 * DAY_MS)).toEqual([]);
    const alone = await lin.createPai('一个人');
    await lin.must('PUT', `/pais/${alone.id}/roles/${alone.assistants[0]?.id}`, { mode: 'host', quiet: awake() });
    for (const text of [...CHAT, QUESTION]) await lin.say(alone.id, text);
    await sweptIn(LATER);
    expect((await lin.history(alone.id)).filter(({ sender }) => sender.kind === 'ai')).toEqual([]);
  });

  it('says nothing twice, and nothing more before somebody has spoken', async () => {
    await talk(QUESTION);
    await sweptIn(LATER);
    expect(await sweptIn(LATER + DAY_MS)).toHaveLength(1);
    await lin.say(pai.id, '这两天都没空看书');
    expect(await sweptIn(LATER + DAY_MS)).toMatchObject([{ state: 'done' }, { state: 'withheld', reason: 'nothing-to-open' }]);
    expect(await said()).toHaveLength(1);
  });

  it('counts for the cap and is held back by it', async () => {
    await set({ capPercent: 2 });
    await talk(QUESTION);
    expect(await sweptIn(LATER)).toMatchObject([{ state: 'withheld', reason: 'over-cap' }]);
    expect(await withheld()).toMatchObject([{ reason: 'over-cap' }]);
    expect(await said()).toEqual([]);
  });

  it.each(['off', 'called', 'helpful'])('is for a host alone: "%s" opens nothing', async (mode) => {
    await talk(QUESTION);
    await set({ mode });
    expect(await sweptIn(LATER)).toEqual([]);
  });

  it('reads nobody who hid from it, and takes up nothing that was recalled', async () => {
    const seq = await talk(QUESTION);
    await nan.must('PATCH', `/pais/${pai.id}/mine`, { aiMayRead: false });
    await lin.say(pai.id, '有没有人要拼车？');
    const [run] = await sweptIn(LATER);
    expect(JSON.stringify([run, await said()])).not.toContain('第二册');
    await nan.must('PATCH', `/pais/${pai.id}/mine`, { aiMayRead: true });
    await lin.must('DELETE', `/pais/${pai.id}/messages/${seq}`);
    await lin.say(pai.id, '早');
    await sweptIn(DAY_MS + LATER);
    expect(JSON.stringify(await said())).not.toContain('第二册');
  });

  it('loses its sentence when the message it rests on is recalled later', async () => {
    const seq = await talk(QUESTION);
    await sweptIn(LATER);
    await nan.must('DELETE', `/pais/${pai.id}/messages/${seq}`);
    const [opened] = await said();
    expect(opened?.sources).toEqual([]);
    expect(opened?.text).not.toContain('第二册');
  });

  it('opens one topic a day, however many hosts there are', async () => {
    const { role } = await lin.must<{ role: { id: string } }>('POST', `/pais/${pai.id}/roles`, { template: 'mood' });
    await set({}, role.id);
    await talk(QUESTION);
    await lin.say(pai.id, '下一本读什么？');
    await sweptIn(LATER);
    await sweptIn(LATER + MINUTE_MS);
    expect(await said()).toHaveLength(1);
  });

  it('is taken over from a node that died, and spoken once', async () => {
    await talk(QUESTION);
    await sweptIn(LATER);
    const [run] = await topics();
    await mongoose.connection.collection('runs').updateOne({ _id: run?._id }, { $set: { state: 'running', lease: { by: 'dead', until: new Date() } }, $unset: { endedAt: 1, answerSeq: 1 } });
    expect(await sweptIn(LATER + MINUTE_MS)).toMatchObject([{ state: 'done', attempts: 2, answerSeq: run?.answerSeq }]);
    expect(await said()).toHaveLength(1);
  });

  describe('left by a node that died before it spoke', () => {
    /** Its run, as of the log as it is now. */
    async function left(): Promise<void> {
      const toSeq = await talk(QUESTION);
      const createdAt = new Date();
      const lease = { by: 'dead', until: createdAt };
      await mongoose.connection.collection<{ _id: string; [field: string]: unknown }>('runs').insertOne({ _id: `topic-${pai.id}-before`, paiId: pai.id, assistantId: roleId, assistantName: '小派', kind: 'topic', state: 'running', reason: 'opened', asks: [], attempts: 1, createdAt, lease, stretch: { fromSeq: 1, toSeq } });
    }

    it('is spoken by another', async () => {
      await left();
      expect(await sweptIn(MINUTE_MS)).toMatchObject([{ state: 'done', attempts: 2 }]);
      expect(await said()).toHaveLength(1);
    });

    it.each(['off', 'helpful'])('is not spoken once the role is "%s"', async (mode) => {
      await left();
      await set({ mode });
      expect(await sweptIn(MINUTE_MS)).toMatchObject([{ state: 'withheld', reason: 'off' }]);
      expect(await said()).toEqual([]);
    });

    it('is not spoken into a talk that has begun again', async () => {
      await left();
      await lin.say(pai.id, '我去借');
      expect(await sweptIn(MINUTE_MS)).toMatchObject([{ state: 'withheld', reason: 'nothing-to-open' }]);
      expect(await said()).toEqual([]);
    });
  });
});
