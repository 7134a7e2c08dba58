import { LIMITS } from '@shared/domain/limits';
import type { Member, Pai } from '@shared/wire/pai';
import { sweepPais } from '../../cloud/src/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { pngOf } from '../support/media';
import { codeOf, newClientMsgId, textsOf, type Person, type Reply } from '../support/person';
import { at, DAY_MS, MINUTE_MS } from '../support/time';

let cloud: Cloud;
beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

describe('muting', () => {
  it('one person: until it ends or is lifted', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai();
    await li.bring(pai.id, mei);
    const { member } = await li.must<{ member: Member }>('PATCH', `/pais/${pai.id}/members/${mei.id}`, { mutedMinutes: 10 });
    expect(member.mutedUntil).toBeDefined();
    expect((await mei.pai(pai.id)).mine.mutedUntil).toBe(member.mutedUntil);
    const send = (): Promise<Reply> => mei.post(`/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), text: '说一句' });
    expect(codeOf(await send())).toBe('403 member/muted');
    expect((await at(11 * MINUTE_MS, send)).status).toBe(201);
    expect(codeOf(await send())).toBe('403 member/muted');
    await li.must('PATCH', `/pais/${pai.id}/members/${mei.id}`, { mutedMinutes: 0 });
    expect((await send()).status).toBe(201);
  });

  it('everybody: owner and admins still speak, and nobody talks by editing', async () => {
    const [li, admin, mei] = await cloud.people('李', '管', '梅');
    const pai = await li.createPai();
    await li.bring(pai.id, admin, mei);
    await li.must('PATCH', `/pais/${pai.id}/members/${admin.id}`, { role: 'admin' });
    const { seq } = await mei.say(pai.id, '之前说的');
    await li.must('PATCH', `/pais/${pai.id}`, { muteAll: true });
    await admin.say(pai.id, '管理员还能说');
    await li.say(pai.id, '派主也能');
    expect(codeOf(await mei.post(`/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), text: '我呢' }))).toBe('403 member/all-muted');
    expect(codeOf(await mei.patch(`/pais/${pai.id}/messages/${seq}`, { text: '借编辑说话' }))).toBe('403 member/all-muted');
    await li.must('PATCH', `/pais/${pai.id}`, { muteAll: false });
    await mei.say(pai.id, '能说了');
    expect((await li.history(pai.id)).flatMap(({ system }) => system?.code ?? [])).toEqual(expect.arrayContaining(['mute.on', 'mute.off']));
  });
});

describe('members', () => {
  async function givenFour(): Promise<{ li: Person; admin: Person; second: Person; mei: Person; pai: Pai }> {
    const [li, admin, second, mei] = await cloud.people('李', '管甲', '管乙', '梅');
    const pai = await li.createPai();
    await li.bring(pai.id, mei, admin, second);
    for (const one of [admin, second]) await li.must('PATCH', `/pais/${pai.id}/members/${one.id}`, { role: 'admin' });
    return { li, admin, second, mei, pai };
  }

  it('are listed by rank, the AI last', async () => {
    const { mei, pai } = await givenFour();
    expect((await mei.members(pai.id)).map(({ name, role }) => `${name} ${role}`)).toEqual(['李 owner', '管甲 admin', '管乙 admin', '梅 member', '小派 ai']);
  });

  it('nobody acts on those of equal or higher rank, nor on the AI', async () => {
    const { li, admin, second, pai } = await givenFour();
    const ai = await li.ai(pai.id);
    for (const id of [li.id, second.id, admin.id, ai.id]) {
      expect(codeOf(await admin.del(`/pais/${pai.id}/members/${id}`))).toBe('403 member/outranked');
      expect(codeOf(await admin.patch(`/pais/${pai.id}/members/${id}`, { mutedMinutes: 5 }))).toBe('403 member/outranked');
    }
    expect(codeOf(await li.del(`/pais/${pai.id}/members/${ai.id}`))).toBe('403 member/outranked');
    expect(codeOf(await li.del(`/pais/${pai.id}/members/${li.id}`))).toBe('403 member/outranked');
    expect(await li.members(pai.id)).toHaveLength(5);
  });

  it('leave with their invitations; the owner cannot just leave', async () => {
    const { li, mei, pai } = await givenFour();
    const { token } = await mei.must<{ token: string }>('POST', `/pais/${pai.id}/invites`, {});
    await mei.must('POST', `/pais/${pai.id}/leave`, {});
    expect((await mei.get(`/pais/${pai.id}`)).status).toBe(404);
    expect(codeOf(await mei.get(`/invites/${token}`))).toBe('410 invite/revoked');
    expect((await li.history(pai.id)).pop()?.text).toBe('梅 退出了');
    expect((await li.pai(pai.id)).memberCount).toBe(3);
    expect(codeOf(await li.post(`/pais/${pai.id}/leave`))).toBe('409 pai/owner-cannot-leave');
  });

  it('removed: may come back; blocked: not by invitation nor number, until unblocked', async () => {
    const { li, admin, mei, pai } = await givenFour();
    await admin.must('DELETE', `/pais/${pai.id}/members/${mei.id}`);
    await li.bring(pai.id, mei);
    await admin.must('DELETE', `/pais/${pai.id}/members/${mei.id}?block=1`);
    const { token } = await li.must<{ token: string }>('POST', `/pais/${pai.id}/invites`, {});
    expect(codeOf(await mei.post(`/invites/${token}/accept`))).toBe('403 pai/blocked');
    expect(codeOf(await mei.post('/pais/join', { number: pai.number }))).toBe('403 pai/blocked');
    const { blocked } = await admin.must<{ blocked: { userId: string; name: string }[] }>('GET', `/pais/${pai.id}/blocked`);
    expect(blocked).toEqual([{ userId: mei.id, name: '梅' }]);
    await admin.must('DELETE', `/pais/${pai.id}/blocked/${mei.id}`);
    expect((await mei.post(`/invites/${token}/accept`)).status).toBe(200);
  });

  it('the pai is handed on once; the old owner stays as admin and may leave', async () => {
    const { li, admin, mei, pai } = await givenFour();
    const ai = await li.ai(pai.id);
    expect(codeOf(await li.post(`/pais/${pai.id}/transfer`, { userId: ai.id }))).toBe('403 member/outranked');
    expect(codeOf(await li.post(`/pais/${pai.id}/transfer`, { userId: 'nobody' }))).toBe('404 member/not-found');
    expect((await li.post<{ pai: Pai }>(`/pais/${pai.id}/transfer`, { userId: li.id })).body.pai).toMatchObject({ ownerId: li.id, mine: { role: 'owner' } });
    const [first, second] = await Promise.all([li.post(`/pais/${pai.id}/transfer`, { userId: mei.id }), li.post(`/pais/${pai.id}/transfer`, { userId: admin.id })]);
    expect([first.status, second.status].filter((status) => status === 200)).toHaveLength(1);
    const heir = first.status === 200 ? mei : admin;
    expect((await li.members(pai.id)).filter(({ role }) => role === 'owner').map(({ id }) => id)).toEqual([heir.id]);
    expect(await li.pai(pai.id)).toMatchObject({ ownerId: heir.id, mine: { role: 'admin' } });
    expect(codeOf(await li.post(`/pais/${pai.id}/dissolve`))).toBe('403 pai/owner-only');
    await li.must('POST', `/pais/${pai.id}/leave`, {});
  });
});

describe('dissolving', () => {
  it('shuts it for everybody at once, and 7 days long it comes back whole', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai('会解散');
    await li.bring(pai.id, mei);
    await mei.say(pai.id, '留着的话');
    const { token } = await li.must<{ token: string }>('POST', `/pais/${pai.id}/invites`, {});
    const planned = (await li.must<{ pai: Pai }>('POST', `/pais/${pai.id}/dissolve`, {})).pai;
    expect(Date.parse(planned.dissolveAt ?? '') - Date.now()).toBeGreaterThan((LIMITS.dissolveDays - 0.01) * DAY_MS);
    for (const path of ['', '/members', '/messages']) expect(codeOf(await mei.get(`/pais/${pai.id}${path}`))).toBe('410 pai/dissolved');
    expect(codeOf(await li.post(`/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), text: '还能说吗' }))).toBe('410 pai/dissolved');
    expect(codeOf(await (await cloud.person('王')).post(`/invites/${token}/accept`))).toBe('410 pai/dissolved');
    expect((await mei.must<{ hits: unknown[] }>('GET', `/search?q=${encodeURIComponent('留着')}`)).hits).toEqual([]);
    expect((await mei.must<{ pais: Pai[] }>('GET', '/pais')).pais).toEqual([]);
    expect((await li.must<{ pais: Pai[] }>('GET', '/pais')).pais.map(({ dissolveAt }) => dissolveAt)).toEqual([planned.dissolveAt]);
    await at(6.9 * DAY_MS, sweepPais);
    await li.must('POST', `/pais/${pai.id}/restore`, {});
    expect(textsOf(await mei.history(pai.id))).toEqual(['留着的话']);
    expect((await mei.history(pai.id)).pop()?.system?.code).toBe('dissolve.undone');
    await at(8 * DAY_MS, sweepPais);
    expect((await mei.get(`/pais/${pai.id}`)).status).toBe(200);
  });

  it('erases everything after 7 days, files too', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai('真没了');
    await li.bring(pai.id, mei);
    const { file } = (await mei.upload(await pngOf(20, 20), 'image')).body;
    const { seq } = await mei.say(pai.id, '', { fileId: file.id });
    const { token } = await li.must<{ token: string }>('POST', `/pais/${pai.id}/invites`, {});
    await li.must('POST', `/pais/${pai.id}/dissolve`, {});
    await at(7 * DAY_MS + MINUTE_MS, sweepPais);
    expect(codeOf(await li.post(`/pais/${pai.id}/restore`))).toBe('404 pai/not-found');
    expect(codeOf(await li.get(`/pais/${pai.id}/messages?around=${seq}`))).toBe('404 pai/not-found');
    expect((await li.must<{ pais: Pai[] }>('GET', '/pais')).pais).toEqual([]);
    expect((await fetch(cloud.url + file.url)).status).toBe(404);
    expect(codeOf(await mei.get(`/invites/${token}`))).toBe('404 invite/unknown');
  });
});
