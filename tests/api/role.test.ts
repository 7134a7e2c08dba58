import type { AiRole, RolesReply, RoleVersion } from '@shared/wire/aiRole';
import { ROLE_TEMPLATES } from '@shared/wire/aiRole';
import type { Pai } from '@shared/wire/pai';
import { graphemeCount } from '@shared/domain/text';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, type Person } from '../support/person';

let cloud: Cloud;
let lin: Person;
let nan: Person;
let pai: Pai;
let role: AiRole;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

beforeEach(async () => {
  [lin, nan] = await cloud.people('林静', '阿楠');
  pai = await lin.createPai('周末爬山');
  await lin.bring(pai.id, nan);
  [role] = (await rolesOf(lin)).roles as [AiRole];
});

const rolesOf = (who: Person): Promise<RolesReply> => who.must<RolesReply>('GET', `/pais/${pai.id}/roles`);
const put = (change: object, headers = {}, id = role.id) => lin.call<{ role: AiRole }>('PUT', `/pais/${pai.id}/roles/${id}`, change, headers);
const set = async (change: object, id = role.id): Promise<AiRole> => (await lin.must<{ role: AiRole }>('PUT', `/pais/${pai.id}/roles/${id}`, change)).role;
const add = async (template: string): Promise<AiRole> => (await lin.must<{ role: AiRole }>('POST', `/pais/${pai.id}/roles`, { template })).role;
const versionsOf = async (id = role.id): Promise<RoleVersion[]> => (await nan.must<{ versions: RoleVersion[] }>('GET', `/pais/${pai.id}/roles/${id}/versions`)).versions;
const undo = (body: object = {}, id = role.id) => lin.post<{ role: AiRole }>(`/pais/${pai.id}/roles/${id}/undo`, body);
const notes = async (): Promise<string[]> => (await nan.history(pai.id)).filter(({ system }) => system?.code.startsWith('ai.')).map(({ text }) => text);

describe('settings', () => {
  it('start with one role that speaks when called, which members may look at and only the owner change', async () => {
    expect(role).toMatchObject({ name: '小派', mode: 'called', capPercent: 10, quiet: { from: '22:00', to: '08:00' }, template: 'general', version: 1 });
    expect((await rolesOf(lin)).mayEdit).toBe(true);
    expect((await rolesOf(nan)).mayEdit).toBe(false);
  });

  it('are kept as they are given, and each change is a version', async () => {
    const wanted = { name: '管家', emoji: '🧭', manner: '说话像列车员，准', skills: ['recap', 'search'], mode: 'helpful', quiet: null, capPercent: 2, dailyTokens: 5000, language: 'zh', digest: { every: 'week', at: '20:00', weekday: 7 } };
    expect(await set(wanted)).toMatchObject({ ...wanted, version: 2 });
    expect((await rolesOf(nan)).roles[0]).toMatchObject(wanted);
    expect((await lin.pai(pai.id)).assistants[0]).toMatchObject({ name: '管家', emoji: '🧭', mode: 'helpful' });
  });

  it('changed from two devices at once are kept once: the other looks again', async () => {
    const both = await Promise.all(Array.from({ length: 6 }, (_, i) => put({ capPercent: 3 + i })));
    const kept = both.filter(({ status }) => status === 200);
    expect(both.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect((await rolesOf(lin)).roles[0]?.version).toBe(1 + kept.length);
  });

  const faults: [string, object, string, RegExp, RegExp][] = [
    ['an empty name', { name: ' \u200b' }, 'name', /名字.*1 到 10 个字/, /Name.*1 to 10/],
    ['a long name', { name: '一二三四五六七八九十一' }, 'name', /最多 10 个字/, /at most 10/],
    ['the operator’s name', { name: '派官方客服' }, 'name', /官方/, /operator/],
    ['everybody’s name', { name: '所有人' }, 'name', /所有人/, /everyone/],
    ['a person’s name', { name: '阿 楠' }, 'name', /重名/, /somebody here/],
    ['two emoji', { emoji: '🧭🧭' }, 'emoji', /一个表情/, /one emoji/],
    ['a word for an emoji', { emoji: 'x' }, 'emoji', /一个表情/, /one emoji/],
    ['a long manner', { manner: '话'.repeat(1001) }, 'manner', /1000 个字/, /1,000/],
    ['quiet hours without a length', { quiet: { from: '08:00', to: '08:00' } }, 'quiet', /不能是同一时刻/, /same time/],
    ['an hour that is none', { quiet: { from: '25:00', to: '08:00' } }, 'quiet.from', /HH:MM/, /HH:MM/],
    ['a weekly digest without a day', { digest: { every: 'week', at: '20:00' } }, 'digest', /星期几/, /weekday/],
    ['a cap above 30', { capPercent: 31 }, 'capPercent', /30/, /30/],
    ['a cap below 2', { capPercent: 1 }, 'capPercent', /2/, /2/],
    ['a mode there is not', { mode: 'loud' }, 'mode', /mode/, /mode/],
    ['a skill that is not built', { skills: ['fly'] }, 'skills.0', /./, /./],
  ];
  it.each(faults)('refuse %s, naming the field and the cure', async (_, change, field, zh, en) => {
    const chinese = await put(change, { 'accept-language': 'zh' });
    expect([chinese.status, chinese.body.error?.field]).toEqual([400, field]);
    expect(chinese.body.error?.message).toMatch(zh);
    expect((await put(change, { 'accept-language': 'en' })).body.error?.message).toMatch(en);
    expect((await rolesOf(lin)).roles[0]?.version).toBe(1);
  });

  it('refuse relatives, partners and comforters, kindly', async () => {
    for (const change of [{ name: '妈妈' }, { name: 'AI女友' }, { manner: '扮演我去世的奶奶' }, { manner: 'You are my boyfriend' }]) {
      const reply = await put(change);
      expect([codeOf(reply), reply.body.error?.field]).toEqual(['400 role/imitates', Object.keys(change)[0]]);
    }
  });

  it('take a manner of exactly 1,000 characters, families of emoji counted as one', async () => {
    const manner = '👨‍👩‍👧‍👦'.repeat(10) + '话'.repeat(990);
    expect(graphemeCount((await set({ manner })).manner)).toBe(1000);
  });
});

describe('several roles', () => {
  it('come from templates, every one of which can be kept as it is', async () => {
    await set({ name: '派派' });
    for (const template of ROLE_TEMPLATES.slice(0, 4)) await add(template);
    expect(codeOf(await lin.post(`/pais/${pai.id}/roles`, { template: 'elder' }))).toBe('409 role/too-many');
    for (const { id, name, emoji, manner } of (await rolesOf(lin)).roles) expect((await put({ name, emoji, manner }, {}, id)).status).toBe(200);
    expect((await nan.members(pai.id)).filter(({ kind }) => kind === 'ai')).toHaveLength(5);
  });

  it('never pass five, however many are added at once', async () => {
    await Promise.all(Array.from({ length: 9 }, (_, i) => lin.post(`/pais/${pai.id}/roles`, { template: ROLE_TEMPLATES[i % ROLE_TEMPLATES.length] })));
    const { roles } = await rolesOf(lin);
    expect(roles.length).toBeLessThanOrEqual(5);
    expect(new Set(roles.map(({ name }) => name)).size).toBe(roles.length);
  });

  it('have names of their own', async () => {
    const trip = await add('trip');
    expect((await add('trip')).name).toBe('行程管家2');
    const reply = await put({ name: '行程管家' });
    expect([codeOf(reply), reply.body.error?.field]).toEqual(['400 request/invalid', 'name']);
    expect((await set({ name: trip.name }, trip.id)).name).toBe('行程管家');
  });

  it('go one by one, but not the last', async () => {
    const trip = await add('trip');
    expect(codeOf(await lin.del(`/pais/${pai.id}/roles/${role.id}`))).toBe('200');
    expect((await rolesOf(lin)).roles.map(({ id }) => id)).toEqual([trip.id]);
    expect(codeOf(await lin.del(`/pais/${pai.id}/roles/${trip.id}`))).toBe('409 role/last');
    expect(codeOf(await lin.del(`/pais/${pai.id}/roles/${role.id}`))).toBe('404 role/not-found');
    expect(codeOf(await put({ mode: 'off' }))).toBe('404 role/not-found');
  });

  it('stay one when both are removed at once', async () => {
    const trip = await add('trip');
    await Promise.all([role, trip].map(({ id }) => lin.del(`/pais/${pai.id}/roles/${id}`)));
    expect((await rolesOf(lin)).roles).toHaveLength(1);
  });
});

describe('versions', () => {
  it('say who changed what and when, newest first', async () => {
    await set({ mode: 'helpful', capPercent: 20 });
    await lin.must('POST', `/pais/${pai.id}/transfer`, { userId: nan.id });
    await nan.must('PUT', `/pais/${pai.id}/roles/${role.id}`, { name: '派派' });
    const versions = await versionsOf();
    expect(versions.map(({ version, by, changed }) => [version, by.name, changed])).toEqual([
      [3, '阿楠', ['name']],
      [2, '林静', ['mode', 'capPercent']],
      [1, expect.any(String), []],
    ]);
    expect(versions[1]?.role).toMatchObject({ mode: 'helpful', capPercent: 20, name: '小派' });
    expect(Date.parse(versions[0]?.at ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('are there before anything was changed', async () => {
    expect((await versionsOf()).map(({ version, by }) => [version, by.name])).toEqual([[1, '林静']]);
    expect(codeOf(await undo())).toBe('409 role/nothing-to-undo');
  });

  it('can be gone back to, which is a version too', async () => {
    await set({ manner: '甲' });
    await set({ manner: '乙', capPercent: 5 });
    expect((await undo()).body.role).toMatchObject({ manner: '甲', capPercent: 10, version: 4 });
    expect((await undo({ version: 3 })).body.role).toMatchObject({ manner: '乙', capPercent: 5, version: 5 });
    expect((await undo({ version: 1 })).body.role).toMatchObject({ manner: role.manner, version: 6 });
    expect((await versionsOf()).map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(codeOf(await undo({ version: 99 }))).toBe('409 role/nothing-to-undo');
  });

  it('do not bring back a name somebody has taken', async () => {
    await set({ name: '管家' });
    await set({ name: '派派' });
    await nan.must('PATCH', '/me', { nickname: '管家' });
    const reply = await undo({ version: 2 });
    expect([codeOf(reply), reply.body.error?.field]).toEqual(['400 request/invalid', 'name']);
  });

  it('are the last fifty', async () => {
    for (let i = 0; i < 55; i++) await set({ capPercent: 2 + (i % 28) });
    const versions = await versionsOf();
    expect([versions.length, versions[0]?.version, versions.at(-1)?.version]).toEqual([50, 56, 7]);
  });
});

describe('everybody is told', () => {
  it('when an AI may speak otherwise, comes or goes, in the reader’s language', async () => {
    await set({ mode: 'helpful' });
    await set({ capPercent: 20 });
    await set({ mode: 'off' });
    const trip = await add('trip');
    await lin.del(`/pais/${pai.id}/roles/${trip.id}`);
    expect(await notes()).toEqual(['林静 让「小派」没人叫也可以帮一把', '林静 让「小派」不说话了', '林静 加了 AI「行程管家」，叫了才说', '林静 移走了 AI「行程管家」']);
  });
});
