import type { Message } from '@shared/wire/message';
import type { Applicant, Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, newClientMsgId, textsOf, type Person } from '../support/person';
import { at, DAY_MS } from '../support/time';

let cloud: Cloud;
beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

describe('who may come in', () => {
  it('a number only asks, even where an invitation opens at once', async () => {
    const [li, mei, wang] = await cloud.people('李', '梅', '王');
    const pai = await li.createPai();
    const spaced = `${pai.number.slice(0, 4)} ${pai.number.slice(4)}`;
    expect((await mei.post<{ pending: boolean }>('/pais/join', { number: spaced })).body.pending).toBe(true);
    expect(codeOf(await mei.get(`/pais/${pai.id}`))).toBe('404 pai/not-found');
    await wang.post('/pais/join', { number: pai.number });
    await wang.post('/pais/join', { number: pai.number });
    expect((await li.pai(pai.id)).requestCount).toBe(2);
    const { requests } = await li.must<{ requests: Applicant[] }>('GET', `/pais/${pai.id}/requests`);
    expect(requests.map(({ name, via }) => [name, via])).toEqual([['梅', 'number'], ['王', 'number']]);
    await li.must('POST', `/pais/${pai.id}/requests/${mei.id}`, { approve: true });
    await li.must('POST', `/pais/${pai.id}/requests/${wang.id}`, { approve: false });
    expect((await mei.pai(pai.id)).mine.role).toBe('member');
    expect((await wang.get(`/pais/${pai.id}`)).status).toBe(404);
    expect(codeOf(await li.post(`/pais/${pai.id}/requests/${wang.id}`, { approve: true }))).toBe('404 request/unknown-applicant');
  });

  it('under approval an invitation asks too, and says whose it was', async () => {
    const [li, mei, wang] = await cloud.people('李', '梅', '王');
    const pai = await li.createPai();
    await li.bring(pai.id, mei);
    await li.must('PATCH', `/pais/${pai.id}`, { joinRule: 'approval' });
    await mei.bring(pai.id, wang);
    expect((await wang.get(`/pais/${pai.id}`)).status).toBe(404);
    const { requests } = await li.must<{ requests: Applicant[] }>('GET', `/pais/${pai.id}/requests`);
    expect(requests).toMatchObject([{ name: '王', via: 'invite', inviterName: '梅' }]);
    expect((await mei.pai(pai.id)).requestCount).toBeUndefined();
    await li.must('POST', `/pais/${pai.id}/requests/${wang.id}`, { approve: true });
    expect((await wang.members(pai.id)).map(({ name }) => name)).toContain('王');
  });

  it('closed: no invitation, old ones shut, the number is nobody’s', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai();
    const { token } = await li.must<{ token: string }>('POST', `/pais/${pai.id}/invites`, {});
    await li.must('PATCH', `/pais/${pai.id}`, { joinRule: 'closed' });
    expect(codeOf(await mei.post(`/invites/${token}/accept`))).toBe('403 pai/closed');
    expect(codeOf(await li.post(`/pais/${pai.id}/invites`))).toBe('403 pai/closed');
    expect(codeOf(await mei.post('/pais/join', { number: pai.number }))).toBe('404 pai/number-unknown');
    expect(codeOf(await mei.get(`/numbers/${pai.number}`))).toBe('404 pai/number-unknown');
  });

  it.each(['1234567', '123456789', 'abcdefgh'])('the number %s is no number', async (number) => {
    expect((await (await cloud.person('李')).post('/pais/join', { number })).body.error).toMatchObject({ code: 'request/invalid', field: 'number' });
  });

  it('the cap holds when many come at once', async () => {
    const [li, ...others] = await cloud.people('李', '甲', '乙', '丙', '丁', '戊');
    const pai = await li.createPai();
    await li.must('PATCH', `/pais/${pai.id}`, { cap: 3 });
    const { token } = await li.must<{ token: string }>('POST', `/pais/${pai.id}/invites`, {});
    const replies = await Promise.all(others.map((other) => other.post(`/invites/${token}/accept`)));
    expect(replies.map(codeOf).sort()).toEqual(['200', '200', ...Array(3).fill('409 pai/full')]);
    expect((await li.pai(pai.id)).memberCount).toBe(3);
    expect((await li.members(pai.id)).filter(({ kind }) => kind === 'user')).toHaveLength(3);
    expect((await li.patch(`/pais/${pai.id}`, { cap: 2 })).body.error?.field).toBe('cap');
    await li.must('PATCH', `/pais/${pai.id}`, { cap: 4 });
    const late = others[replies.findIndex(({ status }) => status === 409)] as Person;
    expect((await late.post(`/invites/${token}/accept`)).status).toBe(200);
  });
});

describe('what a newcomer may read', () => {
  /** Said eight days ago, two days ago and now, each quoting the one before. */
  async function givenPast(history: Pai['history']): Promise<{ li: Person; mei: Person; pai: Pai; old: Message; recent: Message }> {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await at(-9 * DAY_MS, () => li.createPai('有往事'));
    const old = await at(-8 * DAY_MS, () => li.say(pai.id, '八天前的茶馆'));
    const recent = await at(-2 * DAY_MS, () => li.say(pai.id, '两天前的茶馆', { replyTo: old.seq }));
    await li.must('PUT', `/pais/${pai.id}/messages/${old.seq}/pin`);
    await li.must('PATCH', `/pais/${pai.id}`, { history });
    await li.bring(pai.id, mei);
    return { li, mei, pai, old, recent };
  }

  const search = async (who: Person, query: string): Promise<string[]> => (await who.must<{ hits: { message: Message }[] }>('GET', `/search?${query}`)).hits.map(({ message }) => message.text);

  it.each([
    ['join', []],
    ['week', ['两天前的茶馆']],
    ['all', ['八天前的茶馆', '两天前的茶馆']],
  ] as const)('%s: by history, before, after and around a position', async (history, readable) => {
    const { mei, pai, old, recent } = await givenPast(history);
    for (const query of ['', '&after=0', '&before=9999', `&around=${old.seq}`, `&around=${recent.seq}`]) expect(textsOf(await mei.history(pai.id, query))).toEqual(readable);
    const seen = await mei.must<{ from: number; head: number }>('GET', `/pais/${pai.id}/messages`);
    expect(seen.from).toBe((await mei.pai(pai.id)).mine.fromSeq);
    expect((await mei.pai(pai.id)).mine.unread).toBe(0);
    expect(JSON.stringify((await mei.must<{ messages: Message[] }>('GET', `/pais/${pai.id}/pins`)).messages).includes('八天前')).toBe(history === 'all');
  });

  it.each([
    ['join', []],
    ['week', ['两天前的茶馆']],
    ['all', ['两天前的茶馆', '八天前的茶馆']],
  ] as const)('%s: by search, here and everywhere', async (history, found) => {
    const { mei, pai } = await givenPast(history);
    const q = encodeURIComponent('茶馆');
    expect(await search(mei, `q=${q}&paiId=${pai.id}`)).toEqual(found);
    expect(await search(mei, `q=${q}`)).toEqual(found);
  });

  it.each([['join', [404, 404]], ['week', [404, 201]], ['all', [201, 201]]] as const)('%s: by quoting, reacting and reporting', async (history, expected) => {
    const { mei, pai, old, recent } = await givenPast(history);
    for (const [i, message] of [old, recent].entries()) {
      const quoted = await mei.post(`/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), text: '引用', replyTo: message.seq });
      expect(quoted.status).toBe(expected[i]);
      const touch = [await mei.put(`/pais/${pai.id}/messages/${message.seq}/reactions/${encodeURIComponent('👍')}`), await mei.post(`/pais/${pai.id}/messages/${message.seq}/report`, { reason: 'other' })];
      for (const reply of touch) expect(reply.status === 404).toBe(expected[i] === 404);
      if (expected[i] === 404) expect(JSON.stringify([quoted.body, ...touch.map(({ body }) => body)])).not.toContain('茶馆');
    }
  });

  it('the list shows no line from before', async () => {
    const { mei } = await givenPast('join');
    expect(JSON.stringify((await mei.get('/pais')).body)).not.toContain('茶馆');
  });

  it('who left and comes back is a newcomer', async () => {
    const { li, mei, pai } = await givenPast('join');
    await mei.say(pai.id, '我在的时候说的');
    await mei.must('POST', `/pais/${pai.id}/leave`, {});
    await li.say(pai.id, '梅不在的时候说的');
    await li.bring(pai.id, mei);
    expect(textsOf(await mei.history(pai.id))).toEqual([]);
  });
});
