import type { Message } from '@shared/wire/message';
import { AiPai } from '../support/aiPai';
import { modelCloud } from '../support/modelCloud';
import { eventually, wait, type Person } from '../support/person';

const world = modelCloud();
let lin: Person;
let nan: Person;
let pai: AiPai;

beforeEach(async () => {
  [lin, nan] = await world.cloud.people('林静', '阿楠');
  pai = await AiPai.of(lin, nan);
});

/** Enough talk of people that a share of 30 % leaves room. */
async function plenty(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await lin.say(pai.id, `第 ${i} 条，明天早上的安排我再和大家确认一遍，别着急，路线和集合点都写在这里了，到时候看这一条就行`);
}
/** The clock time some hours from now, in the zone of the service. */
const clock = (hours: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' }).format(Date.now() + hours * 3600_000);

describe('[A1] when it speaks', () => {
  it.each([
    ['小派，谁带登山杖？', 'named'],
    ['几点集合呀小派', 'named'],
    ['hey Pai, who brings the poles?', 'named'],
  ])('called: its name as address, "%s"', async (text, reason) => {
    const ask = await nan.say(pai.id, text);
    expect(await pai.ended(ask)).toMatchObject({ state: 'done', reason, askers: [{ id: nan.id }] });
  });

  it('called: not when it is only talked about or nobody calls', async () => {
    const texts = ['小派昨天说错了', '大家周六几点集合？', '谁能总结一下最近聊了什么', '哈哈哈'];
    const pais = await Promise.all(texts.map(() => AiPai.of(lin, nan)));
    for (const [i, text] of texts.entries()) await nan.say((pais[i] as AiPai).id, text);
    await wait(3000);
    expect(await Promise.all(pais.map((each) => each.answers()))).toEqual(texts.map(() => []));
    expect(world.model.requests).toEqual([]);
  });

  it('called: a short ask that goes on from the answer its author just got, and not the same words by somebody else; it is a call: neither cap nor quiet hours hold it back', async () => {
    await pai.set({ capPercent: 2, quiet: { from: clock(-1), to: clock(1) } });
    await pai.ended(await pai.call(nan, '周六谁带登山杖？'));
    const other = await lin.say(pai.id, '那周日呢？');
    await wait(1500);
    expect(await pai.run(other)).toBeUndefined();
    await pai.ended(await pai.call(nan, '周六几点集合？'));
    for (const text of ['那周日呢？', '那再下周日呢？']) {
      const next = await nan.say(pai.id, text);
      expect(await pai.ended(next)).toMatchObject({ state: 'done', reason: 'follow-up', askers: [{ id: nan.id }] });
    }
  });

  it('helpful: also an ask to nobody that it can serve; not one to somebody else', async () => {
    await pai.set({ mode: 'helpful', quiet: null, capPercent: 30 });
    await plenty(12);
    const other = await nan.say(pai.id, '@林静 你能总结一下吗', { mentions: [lin.id] });
    const open = await nan.say(pai.id, '有没有人帮忙总结一下大家都说了什么？');
    expect(await pai.ended(open)).toMatchObject({ state: 'done', reason: 'open-ask' });
    expect(await pai.run(other)).toBeUndefined();
    expect(await pai.answers()).toHaveLength(1);
  });

  it('quiet hours silence what nobody called for, never a call', async () => {
    await pai.set({ mode: 'helpful', quiet: { from: clock(-1), to: clock(1) } });
    const open = await nan.say(pai.id, '有没有人帮忙总结一下大家都说了什么？');
    expect(await pai.ended(open)).toMatchObject({ state: 'withheld', reason: 'quiet-hours' });
    expect((await pai.ended(await pai.call(nan, '总结一下'))).state).toBe('done');
    expect(await pai.answers()).toHaveLength(1);
  });

  it('over its cap it says nothing nobody called for, and still answers a call', async () => {
    await pai.set({ mode: 'helpful', quiet: null, capPercent: 2 });
    const open = await nan.say(pai.id, '有没有人帮忙总结一下大家都说了什么？');
    expect(await pai.ended(open)).toMatchObject({ state: 'withheld', reason: 'over-cap' });
    expect((await pai.ended(await pai.call(nan, '总结一下'))).state).toBe('done');
    expect(await pai.answers()).toHaveLength(1);
  });

  it('of several roles the one that is called answers, and one alone where nobody is', async () => {
    const { role } = await lin.must<{ role: { id: string; name: string } }>('POST', `/pais/${pai.id}/roles`, { template: 'trip' });
    for (const id of [pai.aiId, role.id]) await pai.set({ mode: 'helpful', quiet: null, capPercent: 30 }, id);
    await pai.set({ skills: ['search'] });
    const calling = await nan.say(pai.id, `@${role.name} 总结一下`, { mentions: [role.id] });
    const [answer] = await pai.answered(1);
    expect(answer).toMatchObject({ sender: { id: role.id }, replyTo: { seq: calling.seq } });
    await plenty(20);
    await nan.say(pai.id, '有没有人帮忙总结一下大家都说了什么？');
    // the first role may not make recaps: the one that may serves it
    const [, second] = await pai.answered(2);
    expect(second?.sender.id).toBe(role.id);
    await wait(2500);
    expect(await pai.answers()).toHaveLength(2);
  });
});

describe('[A2] many asks', () => {
  it('50 mentions by 50 people within a second: one or two messages, each asker addressed once', async () => {
    await lin.must('PATCH', `/pais/${pai.id}`, { cap: 100 });
    const crowd = await Promise.all(Array.from({ length: 50 }, (_, i) => world.cloud.person(`同学${String.fromCharCode(0x7532 + i)}${i}`)));
    await lin.bring(pai.id, ...crowd);
    await lin.say(pai.id, '集合地点在南门，周六早上八点');
    world.model.script(() => ({ text: '周六早上八点，南门。' }));
    await Promise.all(crowd.map((person, i) => wait(i * 15).then(() => pai.call(person, '集合地点在哪？几点？'))));
    await eventually('all are answered', async () => (await pai.answers()).flatMap(({ askers }) => askers ?? []).length >= 50, 20_000);
    await wait(1500);
    const said = await pai.answers();
    expect(said.length).toBeLessThanOrEqual(2);
    expect(said.flatMap(({ askers }) => askers).sort()).toEqual(crowd.map(({ id }) => id).sort());
    for (const person of crowd) expect(said.map(({ text }) => text).join('\n').split(person.user.nickname)).toHaveLength(2);
  }, 60_000);

  it('what comes while it works joins one further turn; nobody is dropped, nobody answered twice', async () => {
    world.model.script(() => ({ text: '不客气。', delayMs: 1200 }));
    const first = await pai.call(nan, '你好呀');
    await eventually('it works', () => world.model.requests.length > 0);
    const later: Message[] = [];
    for (const who of [lin, nan, lin]) {
      later.push(await pai.call(who, '在吗'));
      await wait(150);
    }
    await pai.ended(first);
    await pai.answered(2);
    await wait(2500);
    const said = await pai.answers();
    expect(said).toHaveLength(2);
    expect(said.map(({ askers }) => askers?.slice().sort())).toEqual([[nan.id], [lin.id, nan.id].sort()]);
    const second = await pai.run(later[0] as Message);
    expect(second?.askers.map(({ seq }) => seq)).toEqual(later.map(({ seq }) => seq));
  });

  it('an answer like the one before points at it, for the new asker alone', async () => {
    const source = await lin.say(pai.id, '周六早上八点半在南门集合，记得带水和帽子');
    world.model.script(({ messages }) => (messages.at(-1)?.role === 'tool' ? { text: `周六早上八点半在南门集合，记得带水和帽子[${source.seq}]。` } : { calls: [{ name: 'search_messages', args: { query: '集合' } }] }));
    await pai.ended(await pai.call(nan, '周六几点在哪集合'));
    const again = await pai.call(lin, '周六集合时间地点是什么');
    await pai.ended(again);
    const [first, second] = await pai.answered(2);
    expect(first?.text).toContain('南门集合');
    expect(second?.text).not.toContain('南门集合');
    expect(second).toMatchObject({ askers: [lin.id], replyTo: { seq: again.seq }, sources: first?.sources });
    expect(second?.text).toMatch(/^林静：和 \d\d:\d\d 那条说的一样/);
  });
});

describe('[A3] silence', () => {
  it('is a record with its reason, never a message', async () => {
    await lin.say(pai.id, '周六去香山');
    const thanks = await pai.call(nan, '谢谢');
    expect(await pai.ended(thanks)).toMatchObject({ state: 'withheld', reason: 'thanks', askers: [{ id: nan.id }] });
    const about = await nan.say(pai.id, '我觉得小派挺好用的');
    expect(await pai.ended(about)).toMatchObject({ state: 'withheld', reason: 'talked-about' });
    expect(JSON.stringify(await pai.run(about))).not.toContain('挺好用');
    expect(await pai.answers()).toEqual([]);
    expect(world.model.requests).toEqual([]);
  });

  it('keeps to whom it may read: a call by a member who hid from it is not read', async () => {
    await nan.must('PATCH', `/pais/${pai.id}/mine`, { aiMayRead: false });
    const ask = await pai.call(nan, '我的秘密是七七八八');
    // who hid is told so; the others only see that it was not called upon
    expect(await pai.ended(ask)).toMatchObject({ state: 'withheld', reason: 'not-called' });
    expect((await nan.run(pai.runIdOf(ask)))?.reason).toBe('unreadable');
    expect(world.model.requests).toEqual([]);
  });

  it('what AI roles say wakes none of them', async () => {
    const { role } = await lin.must<{ role: { id: string; name: string } }>('POST', `/pais/${pai.id}/roles`, { template: 'trip' });
    for (const id of [pai.aiId, role.id]) await pai.set({ mode: 'helpful', quiet: null, capPercent: 30 }, id);
    world.model.script(() => ({ text: `${role.name}，你来总结一下吧？有没有人帮忙总结一下？` }));
    await pai.ended(await pai.call(nan, '你好呀'));
    await wait(3500);
    expect(await pai.answers()).toHaveLength(1);
    expect(world.model.requests).toHaveLength(1);
  });
});
