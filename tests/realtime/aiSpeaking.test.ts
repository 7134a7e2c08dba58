import type { RoleBody } from '@shared/wire/aiRole';
import type { Message } from '@shared/wire/message';
import type { Run } from '@shared/wire/run';
import { givenCloud, type Cloud } from '../support/cloud';
import { startModelStub, type ModelStub } from '../support/model';
import { eventually, type Person } from '../support/person';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let stub: ModelStub;
let cloud: Cloud;
let lin: Person;
let nan: Person;
let paiId: string;
let aiId: string;

beforeAll(async () => {
  stub = await startModelStub();
  cloud = await givenCloud({ MODEL_BASE_URL: stub.url, MODEL_NAME: 'some-model' });
});
afterAll(async () => {
  await cloud.stop();
  await stub.stop();
});
beforeEach(async () => {
  stub.control.reset();
  [lin, nan] = await cloud.people('林静', '阿楠');
  paiId = (await lin.createPai('周末爬山')).id;
  await lin.bring(paiId, nan);
  aiId = (await lin.ai(paiId)).id;
});

const set = (change: RoleBody, roleId = aiId): Promise<unknown> => lin.must('PUT', `/pais/${paiId}/roles/${roleId}`, change);
const answers = async (): Promise<Message[]> => (await lin.history(paiId)).filter(({ sender }) => sender.kind === 'ai');
const answered = (n: number): Promise<Message[]> => eventually(`${n} answer(s)`, async () => ((await answers()).length >= n ? answers() : undefined), 15_000);
const runAt = async (seq: number): Promise<Run | undefined> => (await lin.get<{ run: Run }>(`/runs/${paiId}-${seq}`)).body.run;
const endedAt = (seq: number): Promise<Run> =>
  eventually(`the run of ${seq} ends`, async () => {
    const run = await runAt(seq);
    return run?.endedAt ? run : undefined;
  }, 15_000);
const call = (who: Person, text: string): Promise<Message> => who.say(paiId, `@小派 ${text}`, { mentions: [aiId] });
/** The clock time some hours from now, in the zone of the service. */
const clock = (hours: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' }).format(Date.now() + hours * 3600_000);

describe('[A1] when it speaks', () => {
  it.each([
    ['小派，谁带登山杖？', 'named'],
    ['几点集合呀小派', 'named'],
    ['hey Pai, who brings the poles?', 'named'],
  ])('called: its name as address, "%s"', async (text, reason) => {
    const { seq } = await nan.say(paiId, text);
    expect(await endedAt(seq)).toMatchObject({ state: 'done', reason, askers: [{ id: nan.id }] });
  });

  it.each(['小派昨天说错了', '大家周六几点集合？', '谁能总结一下最近聊了什么', '哈哈哈'])('called: not when it is only talked about or nobody calls, "%s"', async (text) => {
    await nan.say(paiId, text);
    await wait(3000);
    expect(await answers()).toEqual([]);
    expect(stub.control.requests).toEqual([]);
  });

  it('called: a short ask that goes on from the answer its author just got, and not the same words by somebody else; it is a call: neither cap nor quiet hours hold it back', async () => {
    await set({ capPercent: 2, quiet: { from: clock(-1), to: clock(1) } });
    await endedAt((await call(nan, '周六谁带登山杖？')).seq);
    const other = await lin.say(paiId, '那周日呢？');
    await wait(1500);
    expect(await runAt(other.seq)).toBeUndefined();
    await endedAt((await call(nan, '周六几点集合？')).seq);
    for (const text of ['那周日呢？', '那再下周日呢？']) {
      const next = await nan.say(paiId, text);
      expect(await endedAt(next.seq)).toMatchObject({ state: 'done', reason: 'follow-up', askers: [{ id: nan.id }] });
    }
  });

  it('helpful: also an ask to nobody that it can serve; not one to somebody else', async () => {
    await set({ mode: 'helpful', quiet: null, capPercent: 30 });
    for (let i = 0; i < 12; i++) await lin.say(paiId, `第 ${i} 条，明天早上的安排我再和大家确认一遍，别着急，路线和集合点都写在这里了，到时候看这一条就行`);
    const other = await nan.say(paiId, '@林静 你能总结一下吗', { mentions: [lin.id] });
    const { seq } = await nan.say(paiId, '有没有人帮忙总结一下大家都说了什么？');
    expect(await endedAt(seq)).toMatchObject({ state: 'done', reason: 'open-ask' });
    expect(await runAt(other.seq)).toBeUndefined();
    expect(await answers()).toHaveLength(1);
  });

  it('quiet hours silence what nobody called for, never a call', async () => {
    await set({ mode: 'helpful', quiet: { from: clock(-1), to: clock(1) } });
    const open = await nan.say(paiId, '有没有人帮忙总结一下大家都说了什么？');
    expect(await endedAt(open.seq)).toMatchObject({ state: 'withheld', reason: 'quiet-hours' });
    expect((await endedAt((await call(nan, '总结一下')).seq)).state).toBe('done');
    expect(await answers()).toHaveLength(1);
  });

  it('over its cap it says nothing nobody called for, and still answers a call', async () => {
    await set({ mode: 'helpful', quiet: null, capPercent: 2 });
    const open = await nan.say(paiId, '有没有人帮忙总结一下大家都说了什么？');
    expect(await endedAt(open.seq)).toMatchObject({ state: 'withheld', reason: 'over-cap' });
    expect((await endedAt((await call(nan, '总结一下')).seq)).state).toBe('done');
    expect(await answers()).toHaveLength(1);
  });

  it('of several roles the one that is called answers, and one alone where nobody is', async () => {
    const { role } = await lin.must<{ role: { id: string; name: string } }>('POST', `/pais/${paiId}/roles`, { template: 'trip' });
    for (const id of [aiId, role.id]) await set({ mode: 'helpful', quiet: null, capPercent: 30 }, id);
    await set({ skills: ['search'] });
    const calling = await nan.say(paiId, `@${role.name} 总结一下`, { mentions: [role.id] });
    const [answer] = await answered(1);
    expect(answer).toMatchObject({ sender: { id: role.id }, replyTo: { seq: calling.seq } });
    for (let i = 0; i < 20; i++) await lin.say(paiId, `第 ${i} 条，明天早上的安排我再和大家确认一遍，别着急，路线和集合点都写在这里了，到时候看这一条就行`);
    await nan.say(paiId, '有没有人帮忙总结一下大家都说了什么？');
    // the first role may not make recaps: the one that may serves it
    const [, second] = await answered(2);
    expect(second?.sender.id).toBe(role.id);
    await wait(2500);
    expect(await answers()).toHaveLength(2);
  });
});

describe('[A2] many asks', () => {
  it('50 mentions by 50 people within a second: one or two messages, each asker addressed once', async () => {
    await lin.must('PATCH', `/pais/${paiId}`, { cap: 100 });
    const crowd = await Promise.all(Array.from({ length: 50 }, (_, i) => cloud.person(`同学${String.fromCharCode(0x7532 + i)}${i}`)));
    await lin.bring(paiId, ...crowd);
    await lin.say(paiId, '集合地点在南门，周六早上八点');
    stub.control.script(() => ({ text: '周六早上八点，南门。' }));
    await Promise.all(crowd.map((person, i) => wait(i * 15).then(() => call(person, '集合地点在哪？几点？'))));
    await eventually('all are answered', async () => (await answers()).flatMap(({ askers }) => askers ?? []).length >= 50, 20_000);
    await wait(1500);
    const said = await answers();
    expect(said.length).toBeLessThanOrEqual(2);
    expect(said.flatMap(({ askers }) => askers).sort()).toEqual(crowd.map(({ id }) => id).sort());
    for (const person of crowd) expect(said.map(({ text }) => text).join('\n').split(person.user.nickname)).toHaveLength(2);
  }, 60_000);

  it('what comes while it works joins one further turn; nobody is dropped, nobody answered twice', async () => {
    stub.control.script(() => ({ text: '不客气。', delayMs: 1200 }));
    const first = await call(nan, '你好呀');
    await eventually('it works', () => stub.control.requests.length > 0);
    const later: Message[] = [];
    for (const who of [lin, nan, lin]) {
      later.push(await call(who, '在吗'));
      await wait(150);
    }
    await endedAt(first.seq);
    await answered(2);
    await wait(2500);
    const said = await answers();
    expect(said).toHaveLength(2);
    expect(said.map(({ askers }) => askers?.slice().sort())).toEqual([[nan.id], [lin.id, nan.id].sort()]);
    const second = await runAt(later[0]?.seq as number);
    expect(second?.askers.map(({ seq }) => seq)).toEqual(later.map(({ seq }) => seq));
  });

  it('an answer like the one before points at it, for the new asker alone', async () => {
    const source = await lin.say(paiId, '周六早上八点半在南门集合，记得带水和帽子');
    stub.control.script(({ messages }) => (messages.at(-1)?.role === 'tool' ? { text: `周六早上八点半在南门集合，记得带水和帽子[${source.seq}]。` } : { calls: [{ name: 'search_messages', args: { query: '集合' } }] }));
    await endedAt((await call(nan, '周六几点在哪集合')).seq);
    const again = await call(lin, '周六集合时间地点是什么');
    await endedAt(again.seq);
    const [first, second] = await answered(2);
    expect(first?.text).toContain('南门集合');
    expect(second?.text).not.toContain('南门集合');
    expect(second).toMatchObject({ askers: [lin.id], replyTo: { seq: again.seq }, sources: first?.sources });
    expect(second?.text).toMatch(/^林静：和 \d\d:\d\d 那条说的一样/);
  });
});

describe('[A3] silence', () => {
  it('is a record with its reason, never a message', async () => {
    await lin.say(paiId, '周六去香山');
    const thanks = await call(nan, '谢谢');
    expect(await endedAt(thanks.seq)).toMatchObject({ state: 'withheld', reason: 'thanks', askers: [{ id: nan.id }] });
    const about = await nan.say(paiId, '我觉得小派挺好用的');
    expect(await endedAt(about.seq)).toMatchObject({ state: 'withheld', reason: 'talked-about' });
    expect(JSON.stringify(await runAt(about.seq))).not.toContain('挺好用');
    expect(await answers()).toEqual([]);
    expect(stub.control.requests).toEqual([]);
  });

  it('keeps to whom it may read: a call by a member who hid from it is not read', async () => {
    await nan.must('PATCH', `/pais/${paiId}/mine`, { aiMayRead: false });
    const { seq } = await call(nan, '我的秘密是七七八八');
    // who hid is told so; the others only see that it was not called upon
    expect(await endedAt(seq)).toMatchObject({ state: 'withheld', reason: 'not-called' });
    expect((await nan.must<{ run: Run }>('GET', `/runs/${paiId}-${seq}`)).run.reason).toBe('unreadable');
    expect(stub.control.requests).toEqual([]);
  });

  it('what AI roles say wakes none of them', async () => {
    const { role } = await lin.must<{ role: { id: string; name: string } }>('POST', `/pais/${paiId}/roles`, { template: 'trip' });
    for (const id of [aiId, role.id]) await set({ mode: 'helpful', quiet: null, capPercent: 30 }, id);
    stub.control.script(() => ({ text: `${role.name}，你来总结一下吧？有没有人帮忙总结一下？` }));
    await endedAt((await call(nan, '你好呀')).seq);
    await wait(3500);
    expect(await answers()).toHaveLength(1);
    expect(stub.control.requests).toHaveLength(1);
  });
});
