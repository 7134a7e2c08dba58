import { KIND_PRESETS, PAI_KINDS } from '@shared/domain/kind';
import { LIMITS } from '@shared/domain/limits';
import type { Pai } from '@shared/wire/pai';
import { newId, newPaiNumber } from '../../cloud/src/infra/ids';
import { findPai, insertPai } from '../../cloud/src/pai/store';
import { givenCloud, type Cloud } from '../support/cloud';
import { pngOf } from '../support/media';
import { codeOf, type Person } from '../support/person';

let cloud: Cloud;
beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

/** Puts more pais into the store without asking the service for each. */
async function seed(model: Pai, count: number, owner: Person, member?: Person): Promise<void> {
  const doc = await findPai(model.id);
  if (!doc) throw new Error('no such pai');
  const seat = (userId: string, role: 'owner' | 'member') => ({ userId, role, joinedAt: new Date(), fromSeq: 1 });
  const members = [seat(owner.id, 'owner'), ...(member ? [seat(member.id, 'member')] : [])];
  const one = async (): Promise<void> => {
    while (!(await insertPai({ ...doc, _id: newId(), number: newPaiNumber(), ownerId: owner.id, members, memberCount: members.length })));
  };
  await Promise.all(Array.from({ length: count }, one));
}

describe('creating', () => {
  it('takes a name of 20 characters, whatever they are made of, and cleans it', async () => {
    const li = await cloud.person('李');
    expect((await li.createPai('👨‍👩‍👧‍👦'.repeat(20))).name).toBe('👨‍👩‍👧‍👦'.repeat(20));
    expect((await li.createPai(' 秋天\u202e  去杭州 ')).name).toBe('秋天 去杭州');
  });

  it.each([[''], ['  '], ['\u200b'], ['一'.repeat(21)]])('refuses the name %j', async (name) => {
    const li = await cloud.person('李');
    const reply = await li.post('/pais', { name });
    expect([codeOf(reply), reply.body.error?.field]).toEqual(['400 request/invalid', 'name']);
    expect((await li.must<{ pais: Pai[] }>('GET', '/pais')).pais).toEqual([]);
  });

  it.each(PAI_KINDS)('a pai of kind %s is preset', async (kind) => {
    const li = await cloud.person('李');
    const pai = await li.createPai('预设', { kind });
    expect(pai).toMatchObject({ kind, emoji: KIND_PRESETS[kind].emoji, intro: KIND_PRESETS[kind].intro.zh, ownerId: li.id, memberCount: 1, mine: { role: 'owner' } });
    const english = (await li.call<{ pai: Pai }>('POST', '/pais', { name: 'Preset', kind }, { 'accept-language': 'en' })).body.pai;
    expect(english.intro).toBe(KIND_PRESETS[kind].intro.en);
  });

  it('refuses an unknown kind', async () => {
    expect((await (await cloud.person('李')).post('/pais', { name: '派', kind: 'cult' })).body.error).toMatchObject({ code: 'request/invalid', field: 'kind' });
  });

  it('has the owner, the AI member with its mark and a first line', async () => {
    const li = await cloud.person('李');
    const pai = await li.createPai('一起');
    const members = await li.members(pai.id);
    expect(members.map(({ name, role, kind }) => [name, role, kind])).toEqual([['李', 'owner', 'user'], ['小派', 'ai', 'ai']]);
    expect((await li.history(pai.id)).map(({ seq, text }) => [seq, text])).toEqual([[1, '李 建了「一起」']]);
  });

  it.each([['🇨🇳'], ['👩🏽‍🚒'], ['❤️'], ['1️⃣'], ['🏴󠁧󠁢󠁥󠁮󠁧󠁿']])('takes the emoji %s', async (emoji) => {
    expect((await (await cloud.person('李')).createPai('派', { emoji })).emoji).toBe(emoji);
  });

  it.each([['a'], ['12'], ['#'], ['🍲🍲'], ['<b>'], ['🍲!'], ['\u200d']])('refuses %j as an emoji', async (emoji) => {
    const reply = await (await cloud.person('李')).post('/pais', { name: '派', emoji });
    expect([codeOf(reply), reply.body.error?.field]).toEqual(['400 request/invalid', 'emoji']);
  });

  it('takes a picture as its cover, one’s own and once', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const { file } = (await li.upload(await pngOf(40, 30), 'image')).body;
    expect(codeOf(await mei.post('/pais', { name: '偷封面', coverFileId: file.id }))).toBe('404 file/not-found');
    const pai = await li.createPai('有封面', { coverFileId: file.id });
    expect((await fetch(cloud.url + pai.cover)).headers.get('content-type')).toBe('image/jpeg');
    expect(codeOf(await li.post('/pais', { name: '再用', coverFileId: file.id }))).toBe('404 file/not-found');
    expect((await li.must<{ pai: Pai }>('PATCH', `/pais/${pai.id}`, { coverFileId: null })).pai.cover).toBeUndefined();
    expect((await fetch(cloud.url + pai.cover)).status).toBe(404);
  });

  it('draws 派号 nobody can follow', async () => {
    const li = await cloud.person('李');
    const numbers: number[] = [];
    for (let i = 0; i < 12; i++) numbers.push(Number((await li.createPai(`派${i}`)).number));
    expect(numbers.every((number) => number >= 10_000_000 && number <= 99_999_999)).toBe(true);
    expect(new Set(numbers).size).toBe(12);
    const steps = numbers.slice(1).map((number, i) => number - (numbers[i] ?? 0));
    expect(steps.some((step) => step < 0)).toBe(true);
    expect(steps.some((step) => step > 0)).toBe(true);
    expect(Math.max(...steps.map(Math.abs))).toBeGreaterThan(1000);
  });

  it('ends at 50 owned, clearly, and a transfer cannot pass the limit either', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const first = await li.createPai();
    await seed(first, LIMITS.paisOwned - 2, li);
    await li.createPai('第五十个');
    const over = await li.post('/pais', { name: '第五十一个' });
    expect(codeOf(over)).toBe('409 pai/owned-limit');
    expect(over.body.error?.message).toContain('50');
    const other = await mei.createPai('梅的');
    await mei.bring(other.id, li);
    expect(codeOf(await mei.post(`/pais/${other.id}/transfer`, { userId: li.id }))).toBe('409 pai/owned-limit');
    await li.must('POST', `/pais/${first.id}/dissolve`, {});
  });

  it('ends at 500 joined', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai();
    await seed(pai, LIMITS.paisJoined - 1, li, mei);
    await li.bring(pai.id, mei);
    const wang = await cloud.person('王');
    const another = await wang.createPai('第五百零一个');
    expect(codeOf(await mei.post('/pais', { name: '再建一个' }))).toBe('409 pai/joined-limit');
    await expect(wang.bring(another.id, mei)).rejects.toThrow('pai/joined-limit');
    expect((await mei.must<{ pais: Pai[] }>('GET', '/pais')).pais).toHaveLength(500);
    await mei.must('POST', `/pais/${pai.id}/leave`, {});
    await mei.createPai('腾出了地方');
  });
});

describe('settings', () => {
  it('change name, intro, emoji and rules, and the log says what everybody should know', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai('旧名');
    await li.bring(pai.id, mei);
    await li.must('PATCH', `/pais/${pai.id}`, { name: '新名', intro: '新的介绍', emoji: '🍁', joinRule: 'approval', history: 'all', cap: 30 });
    expect(await mei.pai(pai.id)).toMatchObject({ name: '新名', intro: '新的介绍', emoji: '🍁', joinRule: 'approval', history: 'all', cap: 30 });
    expect((await mei.history(pai.id)).map(({ text }) => text)).toContain('李 把名字改成了「新名」');
  });

  it.each([
    ['name', { name: '' }],
    ['name', { name: '一'.repeat(21) }],
    ['intro', { intro: '一'.repeat(201) }],
    ['announcement', { announcement: '一'.repeat(501) }],
    ['emoji', { emoji: 'x' }],
    ['cap', { cap: 1 }],
    ['cap', { cap: 501 }],
    ['joinRule', { joinRule: 'open' }],
    ['history', { history: 'never' }],
  ])('name the field %s of %j', async (field, change) => {
    const li = await cloud.person('李');
    const before = await li.createPai();
    const reply = await li.patch(`/pais/${before.id}`, change);
    expect([codeOf(reply), reply.body.error?.field]).toEqual(['400 request/invalid', field]);
    expect(await li.pai(before.id)).toEqual(before);
  });

  it('an announcement is shown with who wrote it, said in the log, and taken down', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai();
    await li.bring(pai.id, mei);
    await li.must('PATCH', `/pais/${pai.id}`, { announcement: '周六九点\n东站集合' });
    expect((await mei.pai(pai.id)).announcement).toMatchObject({ text: '周六九点\n东站集合', by: li.id });
    expect((await mei.history(pai.id)).pop()?.system).toEqual({ code: 'announcement.changed', names: ['李', '周六九点\n东站集合'] });
    expect(codeOf(await mei.patch(`/pais/${pai.id}`, { announcement: '我也写' }))).toBe('403 pai/forbidden');
    await li.must('PATCH', `/pais/${pai.id}`, { announcement: ' ' });
    expect((await mei.pai(pai.id)).announcement).toBeUndefined();
  });

  it('do-not-disturb, pinning and hiding the AI are one’s own', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai();
    await li.bring(pai.id, mei);
    const wanted = { muted: true, pinned: true, hideAi: true, aiMayRead: false };
    expect((await mei.must<{ pai: Pai }>('PATCH', `/pais/${pai.id}/mine`, wanted)).pai.mine).toMatchObject(wanted);
    await mei.must('PATCH', `/pais/${pai.id}/mine`, { pinned: false });
    const [listed] = (await mei.must<{ pais: Pai[] }>('GET', '/pais')).pais;
    expect(listed?.mine).toMatchObject({ ...wanted, pinned: false });
    expect((await li.pai(pai.id)).mine).toMatchObject({ muted: false, pinned: false, hideAi: false, aiMayRead: true });
  });
});
