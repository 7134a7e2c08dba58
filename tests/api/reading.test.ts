import mongoose from 'mongoose';
import type { PageReply, SearchHit } from '@shared/wire/message';
import type { Overview } from '@shared/wire/console';
import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, Person } from '../support/person';
import { at, DAY_MS } from '../support/time';

let cloud: Cloud;
let li: Person;
let mei: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
beforeEach(async () => {
  [li, mei] = await cloud.people('李', '梅');
  pai = await li.createPai('秋游', { emoji: '🍁' });
  await li.bring(pai.id, mei);
});

describe('pages of the log', () => {
  const page = (query: string): Promise<PageReply> => mei.must('GET', `/pais/${pai.id}/messages?${query}`);
  const span = ({ messages }: PageReply): [number | undefined, number | undefined, number] => [messages[0]?.seq, messages[messages.length - 1]?.seq, messages.length];

  it('go forward, back and around, ascending and without holes', async () => {
    await Promise.all(Array.from({ length: 118 }, (_, i) => li.say(pai.id, `第${i}句`)));
    const newest = await page('limit=100');
    expect([newest.head, newest.from, ...span(newest)]).toEqual([120, 1, 21, 120, 100]);
    expect(newest.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, i) => 21 + i));
    expect(span(await page('before=21&limit=15'))).toEqual([6, 20, 15]);
    expect(span(await page('before=6&limit=15'))).toEqual([1, 5, 5]);
    expect(span(await page('after=0&limit=7'))).toEqual([1, 7, 7]);
    expect(span(await page('after=115'))).toEqual([116, 120, 5]);
    expect(span(await page('around=60&limit=11'))).toEqual([55, 65, 11]);
    expect(span(await page('around=1&limit=10'))).toEqual([1, 5, 5]);
    expect(span(await page('around=60&limit=1'))).toEqual([60, 60, 1]);
    expect(span(await page('limit=1'))).toEqual([120, 120, 1]);
    for (const query of ['after=120', 'after=9007199254740991', 'before=1']) expect(await page(query)).toMatchObject({ messages: [], head: 120 });
    expect(span(await page('before=9007199254740991&limit=2'))).toEqual([119, 120, 2]);
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'limit=', 'after=-1', 'before=0', 'around=0', 'after=1.5', 'limit=1&limit=2', 'after[$gt]=0&after=x'])('refuse %s', async (query) => {
    expect(codeOf(await mei.get(`/pais/${pai.id}/messages?${query}`))).toBe('400 request/invalid');
  });
});

describe('unread', () => {
  const read = (who: Person, seq: number): Promise<{ readSeq: number; unread: number }> => who.must('POST', `/pais/${pai.id}/read`, { seq });

  it('counts what others said since, not one’s own, system lines or what was recalled', async () => {
    await read(mei, 9999);
    const first = await li.say(pai.id, '一');
    const gone = await li.say(pai.id, '二');
    await mei.say(pai.id, '自己的');
    await li.must('PATCH', `/pais/${pai.id}`, { name: '改名' });
    await li.must('DELETE', `/pais/${pai.id}/messages/${gone.seq}`);
    const { mine, headSeq, last } = await mei.pai(pai.id);
    expect([mine.unread, mine.readSeq]).toEqual([1, first.seq - 1]);
    expect(last).toMatchObject({ seq: headSeq, senderKind: 'system' });
    expect((await mei.must<{ pais: Pai[] }>('GET', '/pais')).pais[0]?.mine.unread).toBe(1);
  });

  it('the cursor only goes up, never past the head, and stays for the next time', async () => {
    const seqs = [await li.say(pai.id, '一'), await li.say(pai.id, '二'), await li.say(pai.id, '三')].map(({ seq }) => seq) as [number, number, number];
    expect(await read(mei, seqs[1])).toEqual({ readSeq: seqs[1], unread: 1 });
    expect(await read(mei, seqs[0])).toEqual({ readSeq: seqs[1], unread: 1 });
    expect(await read(mei, 1e9)).toEqual({ readSeq: seqs[2], unread: 0 });
    await li.say(pai.id, '四');
    const other = await Person.guest(cloud.url, '梅', mei.device);
    expect((await other.pai(pai.id)).mine).toMatchObject({ readSeq: seqs[2], unread: 1 });
    expect((await mei.post(`/pais/${pai.id}/read`, { seq: -1 })).status).toBe(400);
  });

  it('counts up to 100', async () => {
    await Promise.all(Array.from({ length: 105 }, (_, i) => li.say(pai.id, `刷屏${i}`)));
    expect((await mei.pai(pai.id)).mine.unread).toBe(100);
  });

  it('leads to mentions not yet read, the first one first', async () => {
    await read(mei, 9999);
    const [a, , b] = [await li.say(pai.id, '@梅 一', { mentions: [mei.id] }), await li.say(pai.id, '没提'), await li.say(pai.id, '@所有人', { mentions: ['all'] })];
    const mentions = async (): Promise<number[]> => (await mei.must<{ seqs: number[] }>('GET', `/pais/${pai.id}/mentions`)).seqs;
    expect(await mentions()).toEqual([a.seq, b.seq]);
    expect((await mei.pai(pai.id)).mine.mentionSeq).toBe(a.seq);
    await read(mei, a.seq);
    expect(await mentions()).toEqual([b.seq]);
    await read(mei, b.seq);
    expect((await mei.pai(pai.id)).mine.mentionSeq).toBeUndefined();
  });
});

describe('search', () => {
  const find = async (who: Person, q: string, more = ''): Promise<SearchHit[]> => (await who.must<{ hits: SearchHit[] }>('GET', `/search?q=${encodeURIComponent(q)}${more}`)).hits;
  const texts = async (who: Person, q: string, more = ''): Promise<string[]> => (await find(who, q, more)).map(({ message }) => message.text);

  it.each([
    ['西湖', '我们去[西湖]边走走'],
    ['湖边走', '我们去西[湖边走]走'],
    ['走', '我们去西湖边[走走]'],
    ['龙井 十点', '上午[十点]喝[龙井]'],
    ['hangzhou', 'Train to [HangZhou] East'],
    ['ｇ７３２１', '车次 [G7321] 别坐错'],
    ['7321', '车次 G[7321] 别坐错'],
  ])('finds %s and marks it: %s', async (q, expected) => {
    for (const line of ['我们去西湖边走走', '上午十点喝龙井', 'Train to HangZhou East', '车次 G7321 别坐错', '好的']) await li.say(pai.id, line);
    const [hit] = await find(mei, q, `&paiId=${pai.id}`);
    expect(hit).toMatchObject({ paiName: '秋游', paiEmoji: '🍁' });
    const marked = [...(hit?.spans ?? [])].reverse().reduce((text, [from, to]) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`, hit?.message.text ?? '');
    expect(marked).toBe(expected);
  });

  it('finds words that stand apart, and not what shares a single sign with the query', async () => {
    for (const line of ['早上山里有雾', '带了香菇没有，带了青菜', '没有香菇了']) await li.say(pai.id, line);
    expect(await texts(mei, '没有香菇', `&paiId=${pai.id}`)).toEqual(['没有香菇了', '带了香菇没有，带了青菜']);
  });

  it('finds a file by its name', async () => {
    const { file } = (await li.upload(Buffer.from('x'), 'file', { name: '杭州行程表.xlsx' })).body;
    const { seq } = await li.say(pai.id, '', { fileId: file.id });
    expect((await find(mei, '行程表')).map(({ message }) => message.seq)).toEqual([seq]);
  });

  it.each(['.*', '$', '，。！', '   ', '(((', '\\'])('finds nothing for %j and says no error', async (q) => {
    await li.say(pai.id, '一句普通的话');
    expect(await find(mei, q)).toEqual([]);
  });

  it('newest first, up to the limit, and before a time', async () => {
    const old = await at(-2 * DAY_MS, () => li.say(pai.id, '茶馆甲'));
    await at(-DAY_MS, () => li.say(pai.id, '茶馆乙'));
    await li.say(pai.id, '茶馆丙');
    expect(await texts(mei, '茶馆', `&paiId=${pai.id}`)).toEqual(['茶馆丙', '茶馆乙', '茶馆甲']);
    expect(await texts(mei, '茶馆', `&paiId=${pai.id}&limit=2`)).toEqual(['茶馆丙', '茶馆乙']);
    const before = new Date(Date.parse(old.sentAt) + 1000).toISOString();
    expect(await texts(mei, '茶馆', `&before=${before}`)).toEqual(['茶馆甲']);
  });

  it('goes across mine and no further: not pais I left, was never in or that are dissolved', async () => {
    const pais = await Promise.all(['甲派', '乙派', '丙派', '丁派'].map((name) => li.createPai(name)));
    const [mine, left, foreign, dissolved] = pais as [Pai, Pai, Pai, Pai];
    for (const one of [mine, left, dissolved]) await li.bring(one.id, mei);
    for (const one of pais) await li.say(one.id, `${one.name}里的桂花`);
    await mei.must('POST', `/pais/${left.id}/leave`, {});
    await li.must('POST', `/pais/${dissolved.id}/dissolve`, {});
    expect((await find(mei, '桂花')).map(({ paiName }) => paiName)).toEqual(['甲派']);
    for (const one of [left, foreign]) expect(codeOf(await mei.get(`/search?q=x&paiId=${one.id}`))).toBe('404 pai/not-found');
    expect(codeOf(await mei.get(`/search?q=x&paiId=${dissolved.id}`))).toBe('410 pai/dissolved');
    expect(await find(li, '桂花')).toHaveLength(3);
  });

  it('what I may not read does not crowd out what I may', async () => {
    await at(-2 * DAY_MS, () => li.say(pai.id, '石榴，能看到的'));
    const noisy = await li.createPai('话多');
    await li.must('PATCH', `/pais/${noisy.id}`, { history: 'join' });
    await Promise.all(Array.from({ length: 320 }, (_, i) => li.say(noisy.id, `石榴 ${i}`)));
    await li.bring(noisy.id, mei);
    expect(await texts(mei, '石榴', '&limit=1')).toEqual(['石榴，能看到的']);
  });

  it('follows an edit and forgets a recall', async () => {
    const { seq } = await li.say(pai.id, '在梧桐树下');
    await li.must('PATCH', `/pais/${pai.id}/messages/${seq}`, { text: '在银杏树下' });
    expect(await texts(mei, '梧桐')).toEqual([]);
    expect(await texts(mei, '银杏')).toEqual(['在银杏树下']);
    await li.must('DELETE', `/pais/${pai.id}/messages/${seq}`);
    expect(await texts(mei, '银杏')).toEqual([]);
  });

  it.each([['q', ''], ['q', `?q=${'x'.repeat(101)}`], ['q', '?q='], ['limit', '?q=x&limit=51'], ['before', '?q=x&before=yesterday'], ['paiId', '?q=x&paiId=$ne']])('names %s of %s', async (field, query) => {
    const reply = await mei.get(`/search${query}`);
    expect([codeOf(reply), reply.body.error?.field]).toEqual(['400 request/invalid', field]);
  });
});

describe('reports', () => {
  it('keep the words as they were, one for each reporter, for the operators alone', async () => {
    const { seq } = await li.say(pai.id, '转账给我');
    const report = (body: object) => mei.post(`/pais/${pai.id}/messages/${seq}/report`, body);
    expect((await report({ reason: 'fraud', note: '骗子' })).body).toEqual({ ok: true });
    expect((await report({ reason: 'abuse' })).status).toBe(200);
    await li.must('DELETE', `/pais/${pai.id}/messages/${seq}`);
    const stored = await mongoose.connection.collection('reports').find({ paiId: pai.id }).toArray();
    expect(stored).toMatchObject([{ seq, by: mei.id, reason: 'abuse', text: '转账给我', senderId: li.id }]);
    const { token } = await mei.must<{ token: string }>('POST', '/console/login', { key: 'console-key-of-tests' });
    const overview = await new Person(cloud.url, { ...mei.session, token }, '').must<Overview>('GET', '/console/overview');
    expect(overview.reports).toBe(1);
    expect(JSON.stringify(overview)).not.toContain('转账');
  });

  it('need a known reason and a message that stands', async () => {
    const { seq } = await li.say(pai.id, '一句话');
    expect((await mei.post(`/pais/${pai.id}/messages/${seq}/report`, { reason: 'boring' })).body.error?.field).toBe('reason');
    expect((await mei.post(`/pais/${pai.id}/messages/${seq}/report`, { reason: 'other', note: 'x'.repeat(501) })).body.error?.field).toBe('note');
    for (const at of [1, 999]) expect(codeOf(await mei.post(`/pais/${pai.id}/messages/${at}/report`, { reason: 'other' }))).toBe('404 message/not-found');
  });
});
