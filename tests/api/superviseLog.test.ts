import mongoose from 'mongoose';
import type { RoleBody, WithheldReply } from '@shared/wire/aiRole';
import type { Message } from '@shared/wire/message';
import type { Run } from '@shared/wire/run';
import { sweepSupervision } from '../../cloud/src/assistant';
import { callAnew, Player, stand, start, type GivenRules } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import type { Person } from '../support/person';

let cloud: Cloud;
let owner: Person;
let li: Person;
let wang: Person;
let paiId: string;
let roleId: string;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
afterEach(() => stand());

/** A Tuesday. */
const at = (time: string, day = 3): void => stand(`2026-11-${String(day).padStart(2, '0')}T${time}:00+08:00`);

beforeEach(async () => {
  at('07:00');
  [owner, li, wang] = await cloud.people('派主', '李静', '王芳');
  paiId = (await owner.createPai('晨跑团')).id;
  await owner.bring(paiId, li, wang);
  roleId = (await owner.ai(paiId)).id;
  await set({ mode: 'helpful', quiet: null, language: 'zh' });
});

const set = (change: RoleBody): Promise<unknown> => callAnew(owner, 'PUT', `/pais/${paiId}/roles/${roleId}`, change);

async function running(rules: Partial<GivenRules> = {}, ...others: Person[]): Promise<[Player, ...Player[]]> {
  const challenge = await start(owner, paiId, { title: '晨跑', start: '2026-11-03', ...rules });
  const joined = others.map((who) => new Player(who, challenge));
  for (const player of joined) await player.join();
  return [new Player(owner, challenge), ...joined];
}

/** Checks in at seven on some days of the month. */
async function runs(player: Player, ...days: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const day of days) {
    at('07:00', day);
    const { status, body } = await player.checkIn();
    if (status !== 201) throw new Error(`no check-in on ${day}: ${JSON.stringify(body)}`);
    ids.push(body.entry.id);
  }
  return ids;
}

/** Three nodes at once, at a time of a day. */
async function sweep(time: string, day: number): Promise<void> {
  at(time, day);
  await Promise.all([sweepSupervision(), sweepSupervision(), sweepSupervision()]);
}
const said = async (): Promise<Message[]> => (await callAnew<{ messages: Message[] }>(owner, 'GET', `/pais/${paiId}/messages`)).body.messages.filter(({ sender }) => sender.kind === 'ai');
const texts = async (): Promise<string[]> => (await said()).map(({ text }) => text);
const ordered = () => mongoose.connection.collection('runs').find({ paiId, kind: 'challenge' }).sort({ createdAt: 1 }).toArray();
const receipt = async ({ runId = '' }: Pick<Message, 'runId'>): Promise<Run> => (await callAnew<{ run: Run }>(owner, 'GET', `/runs/${runId}`)).body.run;

describe('[A9] praise', () => {
  it('is said once, however many nodes look, is specific, and its receipt names the entries', async () => {
    const [, runner] = await running({}, li);
    const ids = await runs(runner as Player, 4, 5, 6, 7, 8, 9, 10);
    await sweep('07:02', 10);
    expect(await texts()).toEqual([]);
    await sweep('07:03', 10);
    await sweep('07:04', 10);
    const [message, ...more] = await said();
    expect(more).toEqual([]);
    expect(message).toMatchObject({ text: '李静的「晨跑」连续第 7 天了。', askers: [], label: { visible: 'AI 生成' } });
    const run = await receipt(message as Message);
    expect(run).toMatchObject({ kind: 'challenge', state: 'done', reason: 'cheered', model: 'engine', tokens: { input: 0, output: 0 }, ledger: [{ text: message?.text, entryIds: ids }] });
  });

  it('says that everybody has checked in, not again within a week', async () => {
    const [one, two] = await running({}, li);
    for (const day of [3, 4]) {
      await runs(one, day);
      await runs(two as Player, day);
      await sweep('07:10', day);
    }
    expect(await texts()).toEqual(['「晨跑」今天全员 2 人都打了。']);
  });

  it('says a goal before all else, and in one message what comes together', async () => {
    const [one, two] = await running({ goal: { kind: 'total', days: 2 } }, li);
    await runs(one, 3, 4);
    await runs(two as Player, 4);
    await sweep('07:10', 4);
    expect(await texts()).toEqual(['派主达成了「晨跑」的目标：累计 2 天。「晨跑」今天全员 2 人都打了。']);
  });

  it('welcomes somebody back without a word of what was missed', async () => {
    const [, two] = await running({}, li, wang);
    await runs(two as Player, 3, 4, 7);
    await sweep('07:10', 7);
    expect(await texts()).toEqual(['李静又打上「晨跑」了，累计 3 天。']);
  });

  it('keeps silent about a check-in that does not count any more, or whose member has left', async () => {
    const [boss, two, three] = await running({ goal: { kind: 'total', days: 1 } }, li, wang);
    await runs(two as Player, 3);
    await boss.write('verdicts', { memberId: li.id, day: '2026-11-03', ok: false });
    await sweep('07:10', 3);
    expect(await ordered()).toMatchObject([{ state: 'withheld', reason: 'outdated' }]);
    await runs(three as Player, 4);
    await (three as Player).do('leave');
    await sweep('07:10', 4);
    expect(await ordered()).toMatchObject([{}, { state: 'withheld', reason: 'outdated' }]);
    expect(await texts()).toEqual([]);
  });

  it('names nobody who does not let the AI read them', async () => {
    const [one, two] = await running({ goal: { kind: 'total', days: 1 } }, li);
    await callAnew(li, 'PATCH', `/pais/${paiId}/mine`, { aiMayRead: false });
    await runs(two as Player, 3);
    await sweep('07:10', 3);
    expect(await texts()).toEqual([]);
    await runs(one, 4);
    await sweep('07:10', 4);
    expect(await texts()).toEqual(['派主达成了「晨跑」的目标：累计 1 天。']);
  });

  it('waits until quiet hours are over, and then says which day it was', async () => {
    await set({ quiet: { from: '22:00', to: '08:00' } });
    const [one, two] = await running({}, li);
    await runs(one, 3);
    at('22:30');
    await (two as Player).checkIn();
    await sweep('22:40', 3);
    await sweep('07:59', 4);
    expect(await texts()).toEqual([]);
    await sweep('08:00', 4);
    expect(await texts()).toEqual(['「晨跑」昨天全员 2 人都打了。']);
  });

  it('is one message a day, of whatever challenge of the pai', async () => {
    const first = await running({ goal: { kind: 'total', days: 1 } }, li);
    const second = await running({ title: '早读', goal: { kind: 'total', days: 1 } }, wang);
    await runs(first[1] as Player, 3);
    await sweep('07:10', 3);
    at('09:00');
    await (second[1] as Player).checkIn();
    await sweep('09:10', 3);
    expect(await texts()).toEqual(['李静达成了「晨跑」的目标：累计 1 天。']);
  });

  it.each<RoleBody>([{ mode: 'called' }, { mode: 'off' }, { skills: ['recap', 'search'] }])('is for a role that may speak unasked and supervises: not with %j', async (change) => {
    await set(change);
    const [one] = await running({ goal: { kind: 'total', days: 1 } });
    await runs(one, 3);
    await sweep('07:10', 3);
    expect(await ordered()).toEqual([]);
  });

  it('is not said once the role was turned off, and counts for the cap', async () => {
    const [one, two] = await running({ goal: { kind: 'total', days: 1 } }, li);
    await runs(one, 3);
    await set({ mode: 'off' });
    await sweep('07:10', 3);
    expect(await ordered()).toMatchObject([{ state: 'withheld', reason: 'off' }]);
    await set({ mode: 'helpful', capPercent: 2 });
    await runs(two as Player, 4);
    await sweep('07:10', 4);
    expect((await callAnew<WithheldReply>(owner, 'GET', `/pais/${paiId}/ai/withheld`)).body.turns).toMatchObject([{ reason: 'over-cap' }, { reason: 'off' }]);
    expect(await texts()).toEqual([]);
  });

  it('is taken over from a node that died, and said once', async () => {
    const [one] = await running({ goal: { kind: 'total', days: 1 } });
    await runs(one, 3);
    await sweep('07:10', 3);
    const [run] = await ordered();
    await mongoose.connection.collection('runs').updateOne({ _id: run?._id }, { $set: { state: 'running', lease: { by: 'dead', until: new Date('2026-11-03T07:10:00+08:00') } }, $unset: { endedAt: 1, answerSeq: 1 } });
    await sweep('07:11', 3);
    expect(await ordered()).toMatchObject([{ state: 'done', attempts: 2, answerSeq: run?.['answerSeq'] as number }]);
    expect(await said()).toHaveLength(1);
  });

  it('is said in English where the role speaks it', async () => {
    await set({ language: 'en' });
    const [one, two] = await running({ goal: { kind: 'consecutive', days: 1 } }, li);
    await runs(one, 3);
    await runs(two as Player, 3);
    await sweep('07:10', 3);
    expect(await texts()).toEqual(['派主 has reached the goal of “晨跑”: 1 day in a row. 李静 has reached the goal of “晨跑”: 1 day in a row. All 2 have checked in to “晨跑” today.']);
  });
});

describe('[A9] a nudge', () => {
  it('tells how many are left before the day closes, naming nobody, and not two days in a row', async () => {
    const [one] = await running({}, li, wang);
    await runs(one, 3);
    await sweep('19:59', 3);
    expect(await texts()).toEqual([]);
    await sweep('20:00', 3);
    await sweep('20:05', 3);
    expect(await texts()).toEqual(['「晨跑」今天 1 人打了，还有 2 人没打，今天之内都算。']);
    await sweep('20:00', 4);
    await sweep('20:00', 5);
    expect(await texts()).toHaveLength(2);
    expect((await receipt((await said())[0] as Message)).reason).toBe('nudged');
  });

  it('tells of all challenges that close at the same time in one message', async () => {
    const [one] = await running({}, li);
    await running({ title: '早读' }, li);
    await runs(one, 3);
    await sweep('20:00', 3);
    const [message, ...more] = await said();
    expect(more).toEqual([]);
    expect(message?.text).toContain('「晨跑」今天 1 人打了，还有 1 人没打，今天之内都算。');
    expect(message?.text).toContain('「早读」今天还没有人打，今天之内都算。');
  });

  it('names those who are left where the group wants it strict, but nobody who hides from the AI', async () => {
    await running({ strict: true, window: { from: '18:00', to: '22:00' } }, li, wang);
    await callAnew(wang, 'PATCH', `/pais/${paiId}/mine`, { aiMayRead: false });
    await sweep('20:00', 3);
    await sweep('20:00', 4);
    expect(await texts()).toEqual(Array(2).fill('「晨跑」还没打的：派主、李静，另有 1 人。22:00 前都算。'));
  });

  it('is not said where all have checked in, in quiet hours, in a week that only has to be filled, or late', async () => {
    const [one] = await running({ cadence: { kind: 'perWeek', n: 3 } });
    await sweep('20:00', 3);
    await one.do('close');
    await running();
    await sweep('20:10', 3);
    await set({ quiet: { from: '19:00', to: '21:00' } });
    await sweep('20:00', 4);
    expect(await ordered()).toEqual([]);
  });
});

describe('[A9] the week in the log', () => {
  it('is told once on Monday morning, each line with its entries, and is the message of that day', async () => {
    const [one, two] = await running({ proof: { kind: 'tap' } }, li, wang);
    const ids = { one: await runs(one, 3, 4), two: await runs(two as Player, 5) };
    at('07:00', 9);
    await one.checkIn();
    await sweep('08:59', 9);
    expect(await texts()).toEqual([]);
    await sweep('09:00', 9);
    await sweep('09:01', 9);
    await sweep('20:00', 9);
    const [message, ...more] = await said();
    expect(more).toEqual([]);
    expect(message?.text).toBe('上周的打卡（11月2日到11月8日）：\n「晨跑」这一周 2 个人打了 3 次卡\n· 派主打了 2 天\n· 李静打了 1 天');
    const run = await receipt(message as Message);
    expect(run).toMatchObject({ reason: 'week-told', model: 'engine', ledger: [{ entryIds: [...ids.one, ...ids.two] }, { text: '· 派主打了 2 天', entryIds: ids.one }, { entryIds: ids.two }] });
  });

  it('waits for the end of quiet hours; leaves out who hides from the AI and challenges that do not want it', async () => {
    await set({ quiet: { from: '22:00', to: '10:30' } });
    const [one, two] = await running({}, li);
    const [off] = await running({ title: '早读', report: 'off' });
    await callAnew(li, 'PATCH', `/pais/${paiId}/mine`, { aiMayRead: false });
    await runs(one, 3);
    await runs(two as Player, 4);
    await runs(off, 4);
    await sweep('10:29', 9);
    expect((await texts()).filter((text) => text.includes('上周'))).toEqual([]);
    await sweep('10:30', 9);
    expect((await texts()).at(-1)).toBe('上周的打卡（11月2日到11月8日）：\n「晨跑」这一周 2 个人打了 2 次卡\n· 派主打了 1 天');
  });

  it('is not made up for half a day later, and a week in which nothing was done leaves no trace', async () => {
    const [one] = await running();
    await sweep('09:00', 9);
    expect(await ordered()).toEqual([]);
    await runs(one, 10);
    await sweep('16:00', 16);
    expect(await ordered()).toEqual([]);
  });
});

it('[A9] praises nobody for what a make-up alone has brought', async () => {
  const [one] = await running({ goal: { kind: 'total', days: 1 }, makeup: { cards: 1, maxAgeDays: 3 } });
  at('07:00', 4);
  await one.makeUp('2026-11-03');
  await sweep('07:10', 4);
  expect(await ordered()).toEqual([]);
});
