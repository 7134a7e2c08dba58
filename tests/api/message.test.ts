import mongoose from 'mongoose';
import { LIMITS } from '@shared/domain/limits';
import { MENTION_ALL } from '@shared/domain/mention';
import type { Message } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { pngOf } from '../support/media';
import { codeOf, eventually, newClientMsgId, type Person, type Reply } from '../support/person';
import { at, MINUTE_MS } from '../support/time';

let cloud: Cloud;
let li: Person;
let mei: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud({ ACCESS_MINUTES: '60' })));
afterAll(() => cloud.stop());
beforeEach(async () => {
  [li, mei] = await cloud.people('李', '梅');
  pai = await li.createPai();
  await li.bring(pai.id, mei);
});

type Sent = Reply<{ message: Message }>;
const send = (who: Person, body: object): Promise<Sent> => who.post(`/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), ...body });
const one = async (seq: number, who = mei): Promise<Message> => {
  const found = (await who.history(pai.id, `&around=${seq}`)).find((message) => message.seq === seq);
  if (!found) throw new Error(`${seq} is not in the history`);
  return found;
};
const path = (seq: number, rest = ''): string => `/pais/${pai.id}/messages/${seq}${rest}`;
const recall = (who: Person, seq: number): Promise<Sent> => who.del(path(seq));
const edit = (who: Person, seq: number, body: object): Promise<Sent> => who.patch(path(seq), body);
const react = (who: Person, seq: number, emoji: string): Promise<Sent> => who.put(path(seq, `/reactions/${encodeURIComponent(emoji)}`));

describe('sending', () => {
  it('[L1] [L2] answers 201 with the next position; a repeat 200 with the first message', async () => {
    const { headSeq } = await li.pai(pai.id);
    const clientMsgId = newClientMsgId();
    const first = await send(li, { clientMsgId, text: '周六九点' });
    expect([first.status, first.body.message.seq]).toEqual([201, headSeq + 1]);
    expect(first.body.message).toMatchObject({ paiId: pai.id, clientMsgId, text: '周六九点', kind: 'text', sender: { id: li.id, name: '李', kind: 'user' }, rev: 1 });
    const again = await send(li, { clientMsgId, text: '换了说法' });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await li.pai(pai.id)).headSeq).toBe(headSeq + 1);
    expect((await send(mei, { clientMsgId, text: '梅的' })).body.message.seq).toBe(headSeq + 2);
  });

  it('[L2] many tries at once take one position', async () => {
    const clientMsgId = newClientMsgId();
    const all = await Promise.all(Array.from({ length: 8 }, () => send(li, { clientMsgId, text: '只有一条' })));
    expect(new Set(all.map(({ body }) => body.message.seq)).size).toBe(1);
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('[L2] a repeat is answered though the sender was muted or the quoted line recalled since', async () => {
    const quoted = await li.say(pai.id, '被引用的');
    const body = { clientMsgId: newClientMsgId(), text: '回复', replyTo: quoted.seq };
    const first = await send(mei, body);
    await recall(li, quoted.seq);
    expect(await send(mei, body).then(({ status, body: { message } }) => [status, message.seq])).toEqual([200, first.body.message.seq]);
    await li.must('PATCH', `/pais/${pai.id}/members/${mei.id}`, { mutedMinutes: 5 });
    expect((await send(mei, body)).status).toBe(200);
    expect(codeOf(await send(mei, { ...body, clientMsgId: newClientMsgId() }))).toBe('403 member/muted');
  });

  it('takes 4,000 characters as people count them, and not one more', async () => {
    const family = '👨‍👩‍👧‍👦';
    expect((await send(li, { text: family.repeat(4000) })).status).toBe(201);
    const over = await send(li, { text: family.repeat(4001) });
    expect([codeOf(over), over.body.error?.field]).toEqual(['400 message/too-long', 'text']);
    expect(over.body.error?.message).toMatch(/4000.*4001/);
    expect(codeOf(await send(li, { text: '一'.repeat(4001) }))).toBe('400 message/too-long');
    expect((await send(li, { text: '一'.repeat(4000) })).status).toBe(201);
  });

  it.each([[{ text: '' }], [{ text: ' \n\t ' }], [{ text: '\u202e\u0000' }], [{}]])('refuses %j as empty', async (body) => {
    expect(codeOf(await send(li, body))).toBe('400 message/empty');
  });

  it('takes control and direction characters out and keeps line breaks', async () => {
    expect((await li.say(pai.id, 'a\u0000b\u202ec\r\nd\u0007  ')).text).toBe('abc\nd');
    expect((await send(li, { text: '半个 \ud83d 字' })).status).toBe(201);
    expect((await li.say(pai.id, '<script>alert(1)</script> $where {"$gt":""}')).text).toBe('<script>alert(1)</script> $where {"$gt":""}');
  });

  it.each([
    ['clientMsgId', { clientMsgId: 'short' }],
    ['clientMsgId', { clientMsgId: 'has space in it' }],
    ['clientMsgId', { clientMsgId: undefined }],
    ['clientMsgId', { clientMsgId: { $gt: '' } }],
    ['text', { text: 5 }],
    ['text', { text: ['a'] }],
    ['replyTo', { replyTo: 0 }],
    ['replyTo', { replyTo: 1.5 }],
    ['mentions', { mentions: 'all' }],
    ['mentions', { mentions: Array<string>(51).fill('a') }],
    ['fileId', { fileId: '../../etc' }],
  ])('names %s in %j', async (field, body) => {
    const reply = await send(li, { text: '内容', ...body });
    expect([codeOf(reply), reply.body.error?.field]).toEqual(['400 request/invalid', field]);
  });

  it('nobody can speak as the AI member, the system or another', async () => {
    const ai = await li.ai(pai.id);
    const { body } = await send(mei, { text: '冒充', senderId: ai.id, sender: { id: ai.id, kind: 'ai' }, kind: 'system', runId: 'x' });
    expect(body.message).toMatchObject({ sender: { id: mei.id, kind: 'user' }, kind: 'text' });
    expect(body.message.runId).toBeUndefined();
  });
});

describe('quotes and mentions', () => {
  it('a quote carries who and a short what', async () => {
    const long = await li.say(pai.id, '很长的话 '.repeat(60));
    const { replyTo } = await mei.say(pai.id, '同意', { replyTo: long.seq });
    expect(replyTo).toMatchObject({ seq: long.seq, senderId: li.id, senderName: '李', gone: false });
    expect(replyTo?.text.length).toBeLessThanOrEqual(80);
    expect(replyTo?.text.endsWith('…')).toBe(true);
  });

  it('only what stands can be quoted', async () => {
    const { seq } = await li.say(pai.id, '会撤回');
    await recall(li, seq);
    for (const replyTo of [seq, 1, 9999]) {
      const reply = await send(mei, { text: '引', replyTo });
      expect([codeOf(reply), reply.body.error?.field]).toEqual(['404 message/not-found', 'replyTo']);
    }
  });

  it('mentions are members, the AI among them; ids of outsiders are not taken', async () => {
    const outsider = await cloud.person('外人');
    const { mentions } = await mei.say(pai.id, '@李 @外人', { mentions: [li.id, outsider.id, 'nobody', li.id] });
    expect(mentions).toEqual([li.id]);
    expect((await outsider.get(`/pais/${pai.id}/mentions`)).status).toBe(404);
    expect((await li.must<{ seqs: number[] }>('GET', `/pais/${pai.id}/mentions`)).seqs).toHaveLength(1);
  });

  it('everybody is for the owner and admins', async () => {
    expect(codeOf(await send(mei, { text: '@所有人', mentions: [MENTION_ALL] }))).toBe('403 message/mention-all');
    const { seq } = await mei.say(pai.id, '没有提到谁');
    expect(codeOf(await edit(mei, seq, { text: '@所有人', mentions: [MENTION_ALL] }))).toBe('403 message/mention-all');
    const called = await li.say(pai.id, '@所有人 集合', { mentions: [MENTION_ALL] });
    expect((await mei.pai(pai.id)).mine.mentionSeq).toBe(called.seq);
    expect((await li.pai(pai.id)).mine.mentionSeq).toBeUndefined();
  });
});

describe('reactions', () => {
  it('are added once a person, and taken back', async () => {
    const { seq } = await li.say(pai.id, '好消息');
    await react(mei, seq, '👍');
    await react(mei, seq, '👍');
    expect((await react(li, seq, '👍')).body.message.reactions).toEqual([{ emoji: '👍', userIds: [mei.id, li.id] }]);
    await mei.del(path(seq, `/reactions/${encodeURIComponent('👍')}`));
    await mei.del(path(seq, `/reactions/${encodeURIComponent('👍')}`));
    expect((await one(seq)).reactions).toEqual([{ emoji: '👍', userIds: [li.id] }]);
    await li.del(path(seq, `/reactions/${encodeURIComponent('👍')}`));
    expect((await one(seq)).reactions).toBeUndefined();
  });

  it('keep every hand when many come at once', async () => {
    const { seq } = await li.say(pai.id, '谁去');
    const others = await cloud.people('甲', '乙', '丙', '丁');
    await li.bring(pai.id, ...others);
    await Promise.all([...others, mei, li].map((who) => react(who, seq, '🙋')));
    const { reactions } = await one(seq);
    expect(reactions?.map(({ emoji }) => emoji)).toEqual(['🙋']);
    expect(new Set(reactions?.[0]?.userIds).size).toBe(6);
  });

  it('end at 20 kinds, and are emoji', async () => {
    const { seq } = await li.say(pai.id, '好消息');
    const kinds = [...'😀😁😂🤣😃😄😅😆😉😊😋😎😍😘🥰😗😙😚🙂🤗'];
    for (const emoji of kinds) expect((await react(mei, seq, emoji)).status).toBe(200);
    expect(codeOf(await react(mei, seq, '🤩'))).toBe('409 message/reaction-limit');
    expect((await react(li, seq, '😀')).status).toBe(200);
    for (const bad of ['a', '12', '😀😁', '<i>']) expect(codeOf(await react(mei, seq, bad))).toBe('400 request/invalid');
    expect(codeOf(await react(mei, 1, '😀'))).toBe('404 message/not-found');
  });
});

describe('editing', () => {
  it('changes text and mentions in place, marked, for 15 minutes', async () => {
    const sent = await li.say(pai.id, '周六', { mentions: [mei.id] });
    const { message } = (await edit(li, sent.seq, { text: '周日' })).body;
    expect(message).toMatchObject({ seq: sent.seq, text: '周日', sentAt: sent.sentAt });
    expect(message.editedAt).toBeDefined();
    expect(message.mentions).toBeUndefined();
    expect(message.rev).toBeGreaterThan(sent.rev);
    expect(await one(sent.seq)).toEqual(message);
    expect((await at(14.9 * MINUTE_MS, () => edit(li, sent.seq, { text: '周一' }))).status).toBe(200);
    const late = await at(15.1 * MINUTE_MS, () => edit(li, sent.seq, { text: '太晚' }));
    expect(codeOf(late)).toBe('403 message/edit-late');
    expect(late.body.error?.message).toContain('15');
  });

  it('is for one’s own words', async () => {
    const { seq } = await mei.say(pai.id, '梅说的');
    expect(codeOf(await edit(li, seq, { text: '派主改的' }))).toBe('403 message/not-yours');
    expect(codeOf(await edit(mei, seq, { text: ' ' }))).toBe('400 message/empty');
    expect(codeOf(await edit(mei, seq, { text: '一'.repeat(4001) }))).toBe('400 message/too-long');
    expect(codeOf(await edit(li, 1, { text: '改系统消息' }))).toBe('404 message/not-found');
    const { file } = (await mei.upload(Buffer.from('x'))).body;
    const sent = await mei.say(pai.id, '', { fileId: file.id });
    expect(codeOf(await edit(mei, sent.seq, { text: '改文件' }))).toBe('400 message/not-text');
  });
});

describe('recalling', () => {
  it('own for 5 minutes, any as owner or admin, the AI’s as who asked', async () => {
    const [mine, late, theirs] = [await mei.say(pai.id, '一'), await mei.say(pai.id, '二'), await li.say(pai.id, '三')];
    expect((await at(4.9 * MINUTE_MS, () => recall(mei, mine.seq))).status).toBe(200);
    const refused = await at(5.1 * MINUTE_MS, () => recall(mei, late.seq));
    expect([codeOf(refused), refused.body.error?.message.includes('5')]).toEqual(['403 message/recall-late', true]);
    expect(codeOf(await recall(mei, theirs.seq))).toBe('403 message/not-yours');
    expect((await at(50 * MINUTE_MS, () => recall(li, late.seq))).body.message).toMatchObject({ text: '', recalledBy: li.id });
    expect(codeOf(await recall(li, late.seq))).toBe('404 message/not-found');
    const ai = await mei.ai(pai.id);
    await mei.say(pai.id, '@小派 总结一下', { mentions: [ai.id] });
    const answer = await eventually('an answer', async () => (await mei.history(pai.id)).find(({ sender }) => sender.kind === 'ai'));
    const wang = await cloud.person('王');
    await li.bring(pai.id, wang);
    expect(codeOf(await recall(wang, answer.seq))).toBe('403 message/not-yours');
    expect((await recall(mei, answer.seq)).status).toBe(200);
  });

  it('leaves the position and nothing of what was said, anywhere', async () => {
    const secret = '不该说的秘密';
    const { file } = (await mei.upload(await pngOf(64, 64), 'image', { name: '秘密照片.png' })).body;
    const sent = await mei.say(pai.id, secret, { fileId: file.id, mentions: [li.id] });
    const quote = await li.say(pai.id, '引一下', { replyTo: sent.seq });
    await li.must('PUT', path(sent.seq, '/pin'));
    await react(li, sent.seq, '😮');
    await recall(mei, sent.seq);
    expect(await one(sent.seq)).toEqual({ paiId: pai.id, seq: sent.seq, clientMsgId: sent.clientMsgId, kind: 'image', sender: sent.sender, text: '', sentAt: sent.sentAt, rev: expect.any(Number), recalledAt: expect.any(String), recalledBy: mei.id });
    expect((await one(quote.seq)).replyTo).toMatchObject({ seq: sent.seq, text: '', gone: true });
    expect((await li.must<{ hits: unknown[] }>('GET', `/search?q=${encodeURIComponent('秘密')}`)).hits).toEqual([]);
    expect((await li.must<{ messages: unknown[] }>('GET', `/pais/${pai.id}/pins`)).messages).toEqual([]);
    expect((await li.must<{ seqs: number[] }>('GET', `/pais/${pai.id}/mentions`)).seqs).toEqual([]);
    for (const url of [file.url, file.thumbUrl]) expect((await fetch(cloud.url + url)).status).toBe(404);
    expect(JSON.stringify((await li.get('/pais')).body)).not.toContain('秘密');
    expect(JSON.stringify(await mongoose.connection.collection('messages').find({ paiId: pai.id }).toArray())).not.toMatch(/秘密|密照/);
    expect(codeOf(await edit(mei, sent.seq, { text: '还想改' }))).toBe('404 message/not-found');
    expect(codeOf(await react(li, sent.seq, '😮'))).toBe('404 message/not-found');
  });

  it('when it was the last line, the list says so without its words', async () => {
    const { seq } = await mei.say(pai.id, '最后一句');
    await recall(mei, seq);
    expect((await li.pai(pai.id)).last).toMatchObject({ seq, recalled: true, text: '' });
  });
});

describe('pins', () => {
  const pins = async (): Promise<number[]> => (await mei.must<{ messages: Message[] }>('GET', `/pais/${pai.id}/pins`)).messages.map(({ seq }) => seq);

  it('are for everybody, the latest first, and end at 50', async () => {
    const sent = await Promise.all(Array.from({ length: LIMITS.pins + 1 }, (_, i) => li.say(pai.id, `第${i}条`)));
    const seqs = sent.map(({ seq }) => seq).sort((a, b) => a - b);
    for (const seq of seqs.slice(0, LIMITS.pins)) await li.must('PUT', path(seq, '/pin'));
    expect(await pins()).toEqual(seqs.slice(0, LIMITS.pins).reverse());
    expect((await one(seqs[0] ?? 0)).pinnedAt).toBeDefined();
    const last = seqs[LIMITS.pins] ?? 0;
    expect(codeOf(await li.put(path(last, '/pin')))).toBe('409 message/pin-limit');
    expect((await li.put(path(seqs[3] ?? 0, '/pin'))).status).toBe(200);
    await li.must('DELETE', path(seqs[3] ?? 0, '/pin'));
    await li.must('PUT', path(last, '/pin'));
    expect((await pins())[0]).toBe(last);
  });
});
