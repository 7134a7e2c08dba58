import mongoose from 'mongoose';
import { LIMITS } from '@shared/domain/limits';
import type { CardReply, Invite, Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { pngOf } from '../support/media';
import { codeOf, type Person, type Reply } from '../support/person';
import { at, DAY_MS } from '../support/time';

let cloud: Cloud;
beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

interface Made {
  id: string;
  token: string;
  url: string;
  path: string;
  expiresAt: string;
}

const invite = (who: Person, pai: Pai, body: object = {}): Promise<Made> => who.must<Made>('POST', `/pais/${pai.id}/invites`, body);
const accept = (who: Person, { token }: Pick<Made, 'token'>): Promise<Reply<{ pai?: Pai; pending: boolean }>> => who.post(`/invites/${token}/accept`);
const listed = async (who: Person, pai: Pai): Promise<Invite[]> => (await who.must<{ invites: Invite[] }>('GET', `/pais/${pai.id}/invites`)).invites;

/** The card as somebody sees it who is not signed in. */
async function look({ token }: Pick<Made, 'token'>, language = 'zh'): Promise<Reply<CardReply>> {
  const response = await fetch(`${cloud.url}/api/invites/${token}`, { headers: { 'accept-language': language } });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Reply<CardReply>['body'] };
}

describe('an invitation', () => {
  it('is a 128-bit token within WeChat’s scene set, kept as a hash only', async () => {
    const li = await cloud.person('李');
    const made = await invite(li, await li.createPai());
    expect(made.token).toMatch(/^[A-Za-z0-9_-]{22,32}$/);
    expect(made.url.endsWith(`/i/${made.token}`)).toBe(true);
    expect(made.path).toBe(`/pages/landing/index?t=${made.token}`);
    expect(Date.parse(made.expiresAt) - Date.now()).toBeGreaterThan(6.9 * DAY_MS);
    const stored = await mongoose.connection.collection<{ _id: string }>('invites').findOne({ _id: made.id });
    expect(JSON.stringify(stored)).not.toContain(made.token);
    expect(JSON.stringify(await listed(li, await li.pai((stored as unknown as { paiId: string }).paiId)))).not.toContain(made.token);
  });

  it.each([{ maxUses: 0 }, { maxUses: 1001 }, { maxUses: 1.5 }, { hours: 0 }, { hours: LIMITS.inviteMaxHours + 1 }, { hours: '8' }])('is not made with %j', async (body) => {
    const li = await cloud.person('李');
    const reply = await li.post(`/pais/${(await li.createPai()).id}/invites`, body);
    expect([codeOf(reply), reply.body.error?.field]).toEqual(['400 request/invalid', Object.keys(body)[0]]);
  });

  it('counts people, not tries; the list is for its maker, all of it for owner and admins', async () => {
    const [li, mei, wang] = await cloud.people('李', '梅', '王');
    const pai = await li.createPai();
    const first = await invite(li, pai, { maxUses: 5 });
    for (const who of [mei, mei, wang, mei]) expect((await accept(who, first)).status).toBe(200);
    const second = await invite(mei, pai, { maxUses: 1 });
    expect((await listed(li, pai)).map(({ uses, state, mine, createdBy }) => ({ uses, state, mine, by: createdBy.name }))).toEqual([
      { uses: 0, state: 'open', mine: false, by: '梅' },
      { uses: 2, state: 'open', mine: true, by: '李' },
    ]);
    expect((await listed(mei, pai)).map(({ id }) => id)).toEqual([second.id]);
    expect(await listed(wang, pai)).toEqual([]);
    await accept(await cloud.person('赵'), second);
    expect((await listed(mei, pai))[0]).toMatchObject({ uses: 1, maxUses: 1, state: 'used-up' });
  });

  it('lets exactly as many in as it may when all come at once', async () => {
    const li = await cloud.person('李');
    const pai = await li.createPai();
    const made = await invite(li, pai, { maxUses: 3 });
    const all = await cloud.people('甲', '乙', '丙', '丁', '戊', '己');
    const codes = (await Promise.all(all.map((who) => accept(who, made)))).map(codeOf).sort();
    expect(codes).toEqual(['200', '200', '200', ...Array<string>(3).fill('410 invite/used-up')]);
    expect((await li.pai(pai.id)).memberCount).toBe(4);
  });

  it('lets the same person come back without a second use', async () => {
    const [li, mei, wang] = await cloud.people('李', '梅', '王');
    const pai = await li.createPai();
    const made = await invite(li, pai, { maxUses: 1 });
    await accept(mei, made);
    await mei.must('POST', `/pais/${pai.id}/leave`, {});
    expect((await accept(mei, made)).status).toBe(200);
    expect(codeOf(await accept(wang, made))).toBe('410 invite/used-up');
    expect((await listed(li, pai))[0]?.uses).toBe(1);
  });

  it('gives its use back when there was no seat', async () => {
    const [li, mei, wang] = await cloud.people('李', '梅', '王');
    const pai = await li.createPai();
    await li.must('PATCH', `/pais/${pai.id}`, { cap: 2 });
    const made = await invite(li, pai, { maxUses: 2 });
    const codes = (await Promise.all([accept(mei, made), accept(wang, made)])).map(codeOf).sort();
    expect(codes).toEqual(['200', '409 pai/full']);
    expect((await listed(li, pai))[0]?.uses).toBe(1);
  });

  it('at most 50 are open; those withdrawn or used up make room', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai();
    const once = await invite(li, pai, { maxUses: 1 });
    const many = await Promise.all(Array.from({ length: LIMITS.invitesOpen - 1 }, () => invite(li, pai)));
    const over = await li.post(`/pais/${pai.id}/invites`);
    expect(codeOf(over)).toBe('409 invite/too-many');
    expect(over.body.error?.message).toContain('50');
    await li.must('DELETE', `/pais/${pai.id}/invites/${many[0]?.id}`);
    await invite(li, pai);
    expect(codeOf(await li.post(`/pais/${pai.id}/invites`))).toBe('409 invite/too-many');
    await accept(mei, once);
    await invite(li, pai);
  });
});

describe('the card before signing in', () => {
  it('shows the pai, its owner and plain seats; another’s face only where that one chose so', async () => {
    const [li, mei, wang] = await cloud.people('李雷', '韩梅梅', '王不露面');
    const pai = await li.createPai('去杭州', { emoji: '🍁', kind: 'trip' });
    const { file } = (await mei.upload(await pngOf(30, 30), 'image')).body;
    await mei.must('PATCH', '/me', { showOnInvites: true, avatarFileId: file.id });
    await li.bring(pai.id, mei, wang);
    await mei.say(pai.id, '这句话不给外人看');
    const { status, body } = await look(await invite(li, pai));
    expect(status).toBe(200);
    expect(body).toMatchObject({ standing: 'none', card: { name: '去杭州', emoji: '🍁', kind: 'trip', owner: { name: '李雷' }, memberCount: 3, full: false, joinRule: 'link', history: 'week', assistant: { name: '小派', mode: 'called' } } });
    expect(body.card.seats.map(({ name, avatar }) => [name, avatar !== undefined])).toEqual([['韩梅梅', true], [undefined, false]]);
    for (const secret of ['王不露面', '这句话', li.id, mei.id, wang.id, pai.id, pai.number]) expect(JSON.stringify(body)).not.toContain(secret);
  });

  it('says which model reads and when the AI speaks', async () => {
    const li = await cloud.person('李');
    const pai = await li.createPai();
    const made = await invite(li, pai);
    expect((await look(made)).body.card.assistant.model).not.toBe('');
    await li.must('PUT', `/pais/${pai.id}/roles/${pai.assistants[0]?.id}`, { mode: 'off' });
    expect((await look(made)).body.card.assistant.mode).toBe('off');
  });

  it('is used by nobody’s looking at it', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai();
    const made = await invite(li, pai, { maxUses: 1 });
    for (const path of [`/api/invites/${made.token}`, `/i/${made.token}`]) {
      for (const method of ['GET', 'HEAD', 'GET']) expect([200, 503]).toContain((await fetch(cloud.url + path, { method, headers: { 'user-agent': 'facebookexternalhit/1.1' } })).status);
    }
    expect((await mei.get<CardReply>(`/invites/${made.token}`)).body.standing).toBe('none');
    expect((await listed(li, pai))[0]?.uses).toBe(0);
    expect((await accept(mei, made)).status).toBe(200);
  });

  it('knows who is in already, and who has asked', async () => {
    const [li, mei, wang] = await cloud.people('李', '梅', '王');
    const pai = await li.createPai();
    const made = await invite(li, pai, { maxUses: 1 });
    await accept(mei, made);
    await li.must('PATCH', `/pais/${pai.id}`, { joinRule: 'approval' });
    const open = await invite(li, pai);
    expect((await accept(wang, open)).body).toEqual({ pending: true });
    expect((await wang.get(`/invites/${open.token}`)).body).toMatchObject({ standing: 'asked' });
    // In, though the first of the two is used up.
    for (const { token } of [made, open]) {
      expect((await mei.get(`/invites/${token}`)).body).toMatchObject({ standing: 'member', paiId: pai.id });
      const again = await mei.post<{ pai: Pai }>(`/invites/${token}/accept`);
      expect([again.status, again.body.pai.id]).toEqual([200, pai.id]);
    }
    expect((await listed(li, pai)).map(({ uses }) => uses)).toEqual([1, 1]);
  });

  it('has its use back when the wish it carried is turned down', async () => {
    const [li, mei, wang] = await cloud.people('李', '梅', '王');
    const pai = await li.createPai();
    await li.must('PATCH', `/pais/${pai.id}`, { joinRule: 'approval' });
    const made = await invite(li, pai, { maxUses: 1 });
    await accept(mei, made);
    expect(codeOf(await accept(wang, made))).toBe('410 invite/used-up');
    await li.must('POST', `/pais/${pai.id}/requests/${mei.id}`, { approve: false });
    expect((await accept(wang, made)).body).toEqual({ pending: true });
    expect((await listed(li, pai))[0]?.uses).toBe(1);
  });
});

describe('an invitation that leads nowhere says why, kindly, and nothing else', () => {
  /** Each way an invitation ends: the address and what it answers. */
  const ENDS: [string, string, (li: Person, pai: Pai, made: Made) => Promise<unknown>][] = [
    ['withdrawn', '410 invite/revoked', (li, pai, made) => li.must('DELETE', `/pais/${pai.id}/invites/${made.id}`)],
    ['used up', '410 invite/used-up', async (_li, _pai, made) => accept(await cloud.person('先来的'), made)],
    ['closed', '403 pai/closed', (li, pai) => li.must('PATCH', `/pais/${pai.id}`, { joinRule: 'closed' })],
    ['dissolved', '410 pai/dissolved', (li, pai) => li.must('POST', `/pais/${pai.id}/dissolve`, {})],
  ];

  it.each(ENDS)('%s', async (_, expected, end) => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai('秘密聚会');
    const made = await invite(li, pai, { maxUses: 1 });
    await end(li, pai, made);
    const [zh, en] = [await look(made), await look(made, 'en')];
    expect([codeOf(zh), codeOf(en), codeOf(await accept(mei, made))]).toEqual([expected, expected, expected]);
    expect(zh.body.error?.message).toMatch(/[一-鿿]/);
    expect(en.body.error?.message).not.toMatch(/[一-鿿]/);
    expect(Object.keys(zh.body)).toEqual(['error']);
    expect(JSON.stringify(zh.body)).not.toMatch(/秘密聚会|李/);
  });

  it('expired', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const made = await invite(li, await li.createPai(), { hours: 0.05 });
    expect(codeOf(await at(4 * 60_000, () => accept(mei, made)))).toBe('410 invite/expired');
    expect(codeOf(await at(4 * 60_000, () => look(made)))).toBe('410 invite/expired');
    expect((await look(made)).status).toBe(200);
  });

  it('full: still shown, with no seat', async () => {
    const [li, mei, wang] = await cloud.people('李', '梅', '王');
    const pai = await li.createPai();
    await li.must('PATCH', `/pais/${pai.id}`, { cap: 2 });
    const made = await invite(li, pai);
    await accept(mei, made);
    expect((await look(made)).body.card).toMatchObject({ full: true, memberCount: 2 });
    const refused = await accept(wang, made);
    expect(codeOf(refused)).toBe('409 pai/full');
    expect(refused.body.error?.message).toContain('2');
  });

  it('blocked: only the one who is', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai();
    const made = await invite(li, pai);
    await accept(mei, made);
    await li.must('DELETE', `/pais/${pai.id}/members/${mei.id}?block=1`);
    expect(codeOf(await mei.get(`/invites/${made.token}`))).toBe('403 pai/blocked');
    expect(codeOf(await accept(mei, made))).toBe('403 pai/blocked');
    expect((await look(made)).status).toBe(200);
  });

  it.each(['nosuchtoken', 'A'.repeat(22), '-'])('unknown: %s', async (token) => {
    expect(codeOf(await look({ token }))).toBe('404 invite/unknown');
  });

  it('what cannot be a token is refused as such', async () => {
    for (const token of ['a'.repeat(33), '%00', 'a%2Fb', '..%2f..']) expect(codeOf(await look({ token }))).toMatch(/^40[04] request\//);
  });
});
