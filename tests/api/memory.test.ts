import type { MemoryFact } from '@shared/wire/aiRole';
import type { Pai } from '@shared/wire/pai';
import { factsFor } from '../../cloud/src/assistant/memory';
import { findPai } from '../../cloud/src/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, eventually, type Person } from '../support/person';

let cloud: Cloud;
let lin: Person;
let nan: Person;
let wang: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

beforeEach(async () => {
  [lin, nan, wang] = await cloud.people('林静', '阿楠', '王磊');
  pai = await lin.createPai('周末爬山');
  await lin.bring(pai.id, nan, wang);
});

const at = (rest = ''): string => `/pais/${pai.id}/ai/memory${rest}`;
const keep = async (who: Person, text: string, seq?: number): Promise<MemoryFact> => (await who.must<{ fact: MemoryFact }>('POST', at(), { text, seq })).fact;
const factsOf = async (who: Person): Promise<MemoryFact[]> => (await who.must<{ facts: MemoryFact[] }>('GET', at())).facts;
const textsFor = async (who: Person): Promise<string[]> => (await factsOf(who)).map(({ text }) => text);
/** What a turn of these askers would be told. */
const known = async (...askers: Person[]): Promise<string[]> => {
  const doc = await findPai(pai.id);
  return doc ? (await factsFor(doc, askers.map(({ id }) => id))).map(({ text }) => text) : [];
};

describe('a fact', () => {
  it('says what it rests on, who wrote it and whom it is about', async () => {
    const { seq } = await nan.say(pai.id, '我不吃辣');
    expect(await keep(lin, '阿楠不吃辣', seq)).toMatchObject({ text: '阿楠不吃辣', seq, by: { id: lin.id, name: '林静' }, about: { id: nan.id, name: '阿楠' }, mine: true });
    expect((await factsOf(nan))[0]).toMatchObject({ mine: true });
    expect((await factsOf(wang))[0]).toMatchObject({ mine: false });
  });

  it('in the first person is about who said it', async () => {
    const { seq } = await nan.say(pai.id, '我周三都要加班');
    expect((await keep(lin, '我周三都要加班', seq)).about?.id).toBe(nan.id);
    expect((await keep(wang, '我带三副登山杖')).about?.id).toBe(wang.id);
    expect((await keep(wang, '我们都坐地铁')).about).toBeUndefined();
  });

  it('can be corrected and dropped by its author, whom it is about, the owner and admins, by nobody else', async () => {
    const fact = await keep(nan, '王磊爱坐靠窗');
    expect((await wang.call<{ fact: MemoryFact }>('PATCH', at(`/${fact.id}`), { text: '王磊爱坐过道' })).body.fact.text).toBe('王磊爱坐过道');
    const group = await keep(nan, '集合在南门');
    expect(codeOf(await wang.patch(at(`/${group.id}`), { text: '集合在北门' }))).toBe('403 memory/not-yours');
    expect(codeOf(await wang.del(at(`/${group.id}`)))).toBe('403 memory/not-yours');
    expect((await lin.patch(at(`/${group.id}`), { text: '集合在东门' })).status).toBe(200);
    expect((await nan.del(at(`/${group.id}`))).status).toBe(200);
    expect(codeOf(await nan.del(at(`/${group.id}`)))).toBe('404 memory/not-found');
  });

  it('that is empty, too long, or the 201st is refused', async () => {
    expect(codeOf(await lin.post(at(), { text: ' \u200b ' }))).toBe('400 memory/empty');
    expect(codeOf(await lin.post(at(), { text: '字'.repeat(201) }))).toBe('400 memory/too-long');
    for (let i = 0; i < 20; i++) await Promise.all(Array.from({ length: 10 }, (_, j) => keep(lin, `第 ${i}-${j} 条`)));
    expect(codeOf(await lin.post(at(), { text: '再来一条' }))).toBe('409 memory/full');
    expect((await factsOf(lin)).length).toBe(200);
  });
});

describe('private things stay out', () => {
  it.each([
    ['身份证 11010519491231002X', 'memory/private-number'],
    ['王磊的手机 13812345678', 'memory/private-number'],
    ['门禁密码 8848', 'memory/private-number'],
    ['卡号 4111 1111 1111 1111', 'memory/private-number'],
    ['外婆血压高', 'memory/private-health'],
    ['阿楠对花生过敏', 'memory/private-health'],
    ['He has diabetes', 'memory/private-health'],
    ['王磊月薪两万', 'memory/private-money'],
    ['林静欠阿楠三百块', 'memory/private-money'],
    ['阿楠去年离婚了', 'memory/private-life'],
  ])('%s', async (text, code) => {
    expect(codeOf(await lin.post(at(), { text }))).toBe(`400 ${code}`);
    expect(await factsOf(lin)).toHaveLength(0);
  });

  it.each(['阿楠不吃花生', '门票一共六十元', '外婆腿脚慢，走平路', '集合时间 2026-10-01 08:30', '每人预算三百', '王磊生日 5 月 3 日', '房间订了 3 间', 'Nan does not eat meat'])('%s is for everybody', async (text) => {
    expect((await keep(lin, text)).text).toBe(text);
  });

  it('nor may what nobody should read be kept', async () => {
    expect(codeOf(await lin.post(at(), { text: '约炮加群' }))).toBe('400 text/unsafe');
  });

  it('a correction cannot bring them in', async () => {
    const { id } = await keep(lin, '阿楠不吃花生');
    expect(codeOf(await lin.patch(at(`/${id}`), { text: '阿楠对花生过敏' }))).toBe('400 memory/private-health');
    expect(await textsFor(lin)).toEqual(['阿楠不吃花生']);
  });
});

describe('a fact follows its message', () => {
  it('and is gone with a recall', async () => {
    const { seq } = await nan.say(pai.id, '我不吃辣');
    await keep(lin, '阿楠不吃辣', seq);
    await keep(lin, '集合在南门');
    await nan.must('DELETE', `/pais/${pai.id}/messages/${seq}`);
    await eventually('the fact goes', async () => (await factsOf(lin)).length === 1, 5000);
    expect(await textsFor(lin)).toEqual(['集合在南门']);
  });

  it('and is not used after an edit until somebody has looked', async () => {
    const { seq } = await nan.say(pai.id, '我不吃辣');
    const fact = await keep(lin, '阿楠不吃辣', seq);
    expect(await known(lin)).toEqual(['阿楠不吃辣']);
    await nan.must('PATCH', `/pais/${pai.id}/messages/${seq}`, { text: '我现在吃辣了' });
    await eventually('the fact is stale', async () => (await factsOf(lin))[0]?.stale, 5000);
    expect(await known(lin)).toEqual([]);
    await lin.must('PATCH', at(`/${fact.id}`), { text: '阿楠吃辣' });
    expect((await factsOf(lin))[0]?.stale).toBeUndefined();
    expect(await known(lin)).toEqual(['阿楠吃辣']);
  });

  it('and cannot be made from one that is recalled, or not there', async () => {
    const { seq } = await nan.say(pai.id, '我不吃辣');
    await nan.must('DELETE', `/pais/${pai.id}/messages/${seq}`);
    expect(codeOf(await lin.post(at(), { text: '阿楠不吃辣', seq }))).toBe('404 message/not-found');
    expect(codeOf(await lin.post(at(), { text: '阿楠不吃辣', seq: 999 }))).toBe('404 message/not-found');
  });
});

describe('who may know [A4]', () => {
  it('a newcomer sees and causes to be used only what rests on what they may read', async () => {
    await keep(lin, '暗号是苹果树', (await lin.say(pai.id, '暗号是苹果树')).seq);
    await keep(lin, '集合在南门');
    await lin.must('PATCH', `/pais/${pai.id}`, { history: 'join' });
    const late = await cloud.person('后来的');
    await lin.bring(pai.id, late);
    expect(await factsOf(late)).toEqual([]);
    expect(await known(late)).toEqual([]);
    expect(await known(lin, late)).toEqual([]);
    expect(await known(lin)).toEqual(['暗号是苹果树', '集合在南门']);
    expect(codeOf(await late.post(at(), { text: '我猜到了', seq: 2 }))).toBe('404 message/not-found');
  });

  it('the AI is not told what is by, of or about members who hid from it or left', async () => {
    const { seq } = await nan.say(pai.id, '我周三加班');
    await keep(wang, '周三晚上少一个人', seq);
    await keep(wang, '阿楠爱坐靠窗');
    await keep(nan, '集合在南门');
    await keep(lin, '车停东门');
    expect(await known(lin)).toHaveLength(4);
    await nan.must('PATCH', `/pais/${pai.id}/mine`, { aiMayRead: false });
    expect(await known(lin)).toEqual(['车停东门']);
    await nan.must('PATCH', `/pais/${pai.id}/mine`, { aiMayRead: true });
    expect(await known(lin)).toHaveLength(4);
    await nan.must('POST', `/pais/${pai.id}/leave`, {});
    expect(await known(lin)).toEqual(['车停东门']);
  });

  it('forgets what it knows of me when I say so, and nothing else', async () => {
    const { seq } = await nan.say(pai.id, '我周三加班');
    await keep(wang, '周三晚上少一个人', seq);
    await keep(wang, '阿楠爱坐靠窗');
    await keep(nan, '集合在南门');
    await keep(lin, '车停东门');
    expect(await nan.must('DELETE', at('/mine'))).toEqual({ forgotten: 3 });
    expect(await textsFor(lin)).toEqual(['车停东门']);
    expect(await nan.must('DELETE', at('/mine'))).toEqual({ forgotten: 0 });
  });

  it('carries the newest when there is more than a turn should hold', async () => {
    for (let i = 0; i < 30; i++) await keep(lin, `第 ${i} 条${'说'.repeat(190)}`);
    const told = await known(lin);
    expect(told.join('').length).toBeLessThanOrEqual(4000);
    expect(told.at(-1)).toMatch(/^第 29 条/);
    expect(told[0]).toMatch(/^第 1\d 条/);
  });
});
