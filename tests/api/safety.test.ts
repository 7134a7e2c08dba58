import { accountGone } from '../../cloud/src/account';
import type { AuditEntry, DecideReply, ReviewReply, ReviewsReply } from '@shared/wire/console';
import type { Message } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { pngOf } from '../support/media';
import { codeOf, eventually, newClientMsgId, type Person, type Reply } from '../support/person';
import { SocketClient } from '../support/socket';
import { consoleOf } from '../support/console';

/* Words of our own: one that people have to look at, one that is refused, one that cries for help. */
const DOUBTFUL = '信不信我弄死你';
const REFUSED = '同城约炮加群';
const HELP = '我真的不想活了';

let cloud: Cloud;
let li: Person;
let mei: Person;
let pai: Pai;
let operator: Awaited<ReturnType<typeof consoleOf>>;
const clients: SocketClient[] = [];

beforeAll(async () => {
  cloud = await givenCloud();
  operator = await consoleOf(cloud);
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  [li, mei] = await cloud.people('李', '梅');
  pai = await li.createPai();
  await li.bring(pai.id, mei);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

const send = (who: Person, text: string, extra: object = {}): Promise<Reply<{ message: Message }>> => who.post(`/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), text, ...extra });
const seen = async (who: Person, seq: number): Promise<Message | undefined> => (await who.history(pai.id)).find((message) => message.seq === seq);

async function socketOf(who: Person): Promise<SocketClient> {
  const client = new SocketClient(who).hold(pai.id);
  clients.push(client);
  await client.connect();
  return client;
}
const shown = (client: SocketClient, seq: number): Message | undefined => client.timelines.get(pai.id)?.messages.find((message) => message.seq === seq);

const open = async (): Promise<ReviewsReply['reviews']> => (await operator.get<ReviewsReply>('/reviews')).body.reviews.filter(({ paiId }) => paiId === pai.id);
const reviewOf = (seq: number) => eventually('a review', async () => (await open()).find((review) => review.seq === seq));
const decide = (id: string, action: 'allow' | 'remove'): Promise<Reply<DecideReply>> => operator.post<DecideReply>(`/reviews/${id}`, { action, note: '看过了' });

describe('what is refused', () => {
  it('is not stored, and the sender is told why in their language', async () => {
    const before = (await li.pai(pai.id)).headSeq;
    const refused = await send(li, REFUSED);
    expect(codeOf(refused)).toBe('403 message/unsafe-sexual');
    expect(refused.body.error).toMatchObject({ field: 'text', message: expect.stringContaining('没有发出去') as string });
    const english = await li.post(`/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), text: REFUSED }, { 'accept-language': 'en' });
    expect(english.body.error?.message).toMatch(/^Not sent/);
    expect((await li.pai(pai.id)).headSeq).toBe(before);
  });

  it('is refused over the socket, in an edit and in a file name too', async () => {
    const client = await socketOf(li);
    const clientMsgId = newClientMsgId();
    client.raw({ type: 'send', paiId: pai.id, clientMsgId, text: REFUSED });
    const ack = await eventually('an ack', () => client.acks.get(clientMsgId));
    expect(ack.error?.code).toBe('message/unsafe-sexual');
    const { seq } = await li.say(pai.id, '明天见');
    expect(codeOf(await li.patch(`/pais/${pai.id}/messages/${seq}`, { text: REFUSED }))).toBe('403 message/unsafe-sexual');
    expect(codeOf(await li.patch(`/pais/${pai.id}/messages/${seq}`, { text: DOUBTFUL }))).toBe('403 message/unsafe-threat');
    expect((await seen(mei, seq))?.text).toBe('明天见');
    const { file } = (await li.upload(Buffer.from('x'), 'file', { name: `${REFUSED}.txt` })).body;
    expect(codeOf(await send(li, '', { fileId: file.id }))).toBe('403 message/unsafe-sexual');
    const picture = (await li.upload(await pngOf(16, 16), 'image')).body.file;
    expect(codeOf(await send(li, REFUSED, { fileId: picture.id }))).toBe('403 message/unsafe-sexual');
    // the picture itself can still be sent
    expect((await send(li, '', { fileId: picture.id })).status).toBe(201);
  });

  it('names, introductions and notices are held to it', async () => {
    expect(codeOf(await li.patch('/me', { nickname: '约炮加群' }))).toBe('400 text/unsafe');
    expect(codeOf(await li.post('/pais', { name: '约炮加群' }))).toBe('400 text/unsafe');
    for (const body of [{ name: '约炮加群' }, { intro: REFUSED }, { announcement: REFUSED }]) {
      const refused = await li.patch(`/pais/${pai.id}`, body);
      expect([codeOf(refused), refused.body.error?.field]).toEqual(['400 text/unsafe', Object.keys(body)[0]]);
    }
    const { id } = await li.ai(pai.id);
    for (const body of [{ name: '约炮加群' }, { manner: `总是说：${REFUSED}` }]) expect(codeOf(await li.call('PUT', `/pais/${pai.id}/roles/${id}`, body))).toBe('400 text/unsafe');
  });
});

describe('what people have to look at', () => {
  it('is seen by its sender alone: over HTTP, the socket, search, unread counts, the home page and in quotes', async () => {
    const [mine, theirs] = await Promise.all([socketOf(li), socketOf(mei)]);
    await li.say(pai.id, '之前的');
    const { message } = (await send(li, DOUBTFUL)).body;
    expect(message).toMatchObject({ text: DOUBTFUL, held: true });
    const after = await li.say(pai.id, '之后的');
    await eventually('the next message', () => shown(theirs, after.seq));
    expect(shown(mine, message.seq)).toMatchObject({ text: DOUBTFUL, held: true });
    expect(shown(theirs, message.seq)).toMatchObject({ text: '', held: true, seq: message.seq });
    expect(JSON.stringify(theirs.frames)).not.toContain('弄死');
    expect((await seen(li, message.seq))?.text).toBe(DOUBTFUL);
    expect((await seen(mei, message.seq))?.text).toBe('');
    for (const who of [li, mei]) expect((await who.get<{ hits: object[] }>(`/search?q=${encodeURIComponent('弄死')}`)).body.hits).toEqual([]);
    expect(codeOf(await send(mei, '引用', { replyTo: message.seq }))).toBe('404 message/not-found');
    expect(codeOf(await mei.put(`/pais/${pai.id}/messages/${message.seq}/reactions/${encodeURIComponent('👍')}`))).toBe('404 message/not-found');
    expect(codeOf(await li.patch(`/pais/${pai.id}/messages/${message.seq}`, { text: '改一改' }))).toBe('409 message/held');
  });

  it('is caught up with as withheld, by its sender as it is', async () => {
    const { message } = (await send(li, DOUBTFUL)).body;
    expect(shown(await socketOf(mei).then((client) => eventually('a sync', () => shown(client, message.seq) && client)), message.seq)?.text).toBe('');
    expect(shown(await socketOf(li).then((client) => eventually('a sync', () => shown(client, message.seq) && client)), message.seq)?.text).toBe(DOUBTFUL);
  });

  it('does not count as unread and is not the last line of others', async () => {
    await li.say(pai.id, '看得到的');
    const before = (await mei.pai(pai.id)).mine.unread;
    await send(li, DOUBTFUL);
    const glance = await mei.pai(pai.id);
    expect(glance.mine.unread).toBe(before);
    expect(glance.last?.text).toBe('看得到的');
    expect((await li.pai(pai.id)).last?.text).toBe(DOUBTFUL);
  });

  it('is shown to all when an operator lets it pass, in its old place, and found from then on', async () => {
    const theirs = await socketOf(mei);
    const { message } = (await send(li, DOUBTFUL)).body;
    const review = await reviewOf(message.seq);
    expect(review).toMatchObject({ concern: 'threat', by: 'engine', text: DOUBTFUL, withheld: true, state: 'open', paiName: pai.name, sender: { id: li.id, name: '李', kind: 'user' } });
    const decided = await decide(review.id, 'allow');
    expect(decided.body.review.state).toBe('allowed');
    await eventually('the words', () => shown(theirs, message.seq)?.text === DOUBTFUL);
    expect(shown(theirs, message.seq)?.held).toBeUndefined();
    expect((await mei.get<{ hits: object[] }>(`/search?q=${encodeURIComponent('弄死')}`)).body.hits).toHaveLength(1);
    expect(codeOf(await decide(review.id, 'remove'))).toBe('404 review/not-found');
    expect((await seen(mei, message.seq))?.text).toBe(DOUBTFUL);
  });

  it('is gone for its sender too when an operator takes it away', async () => {
    const { message } = (await send(li, DOUBTFUL)).body;
    const review = await reviewOf(message.seq);
    await decide(review.id, 'remove');
    for (const who of [li, mei]) expect(await seen(who, message.seq)).toMatchObject({ text: '', recalledBy: 'operator' });
    const { entries } = (await operator.get<{ entries: AuditEntry[] }>('/audit')).body;
    expect(entries[0]).toMatchObject({ act: 'review.remove', reviewId: review.id, paiId: pai.id, seq: message.seq, concern: 'threat', note: '看过了' });
  });

  it('can be taken back by its sender; the evidence stays', async () => {
    const { message } = (await send(li, DOUBTFUL)).body;
    await reviewOf(message.seq);
    expect((await li.del(`/pais/${pai.id}/messages/${message.seq}`)).status).toBe(200);
    expect((await seen(li, message.seq))?.text).toBe('');
    expect((await reviewOf(message.seq)).text).toBe(DOUBTFUL);
  });

  it('takes its mention and its call for the AI member along', async () => {
    const ai = await li.ai(pai.id);
    const { message } = (await send(li, DOUBTFUL, { mentions: [mei.id, ai.id] })).body;
    expect((await mei.get<{ seqs: number[] }>(`/pais/${pai.id}/mentions`)).body.seqs).toEqual([]);
    await decide((await reviewOf(message.seq)).id, 'allow');
    expect((await mei.get<{ seqs: number[] }>(`/pais/${pai.id}/mentions`)).body.seqs).toEqual([message.seq]);
  });

  it('a call for help reaches the others at once, and people who look after it', async () => {
    const [mine, theirs] = await Promise.all([socketOf(li), socketOf(mei)]);
    const { message } = (await send(li, HELP)).body;
    expect(message.held).toBeUndefined();
    // only who cried for help is told where it is
    expect(message.care).toBe(true);
    await eventually('the message', () => shown(theirs, message.seq) && shown(mine, message.seq));
    expect([shown(mine, message.seq)?.care, shown(theirs, message.seq)?.care, (await seen(mei, message.seq))?.care, (await seen(li, message.seq))?.care]).toEqual([true, undefined, undefined, true]);
    expect((await seen(mei, message.seq))?.text).toBe(HELP);
    expect(await reviewOf(message.seq)).toMatchObject({ concern: 'self-harm', withheld: false });
  });

  it('a word sent sign by sign is read whole', async () => {
    const held: boolean[] = [];
    for (const sign of ['你', '这', '个', '废', '物']) held.push((await send(li, sign)).body.message.held === true);
    expect(held).toEqual([false, false, false, false, true]);
  });

  it('a reported message joins the queue', async () => {
    const { seq } = await li.say(pai.id, '周六见');
    await mei.must('POST', `/pais/${pai.id}/messages/${seq}/report`, { reason: 'abuse' });
    const review = await reviewOf(seq);
    expect(review).toMatchObject({ by: 'report', concern: 'abuse', withheld: false, text: '周六见' });
    await decide(review.id, 'allow');
    expect((await seen(mei, seq))?.text).toBe('周六见');
  });
});

it('an operator sees what stands around a message, and how earlier ones of its sender ended', async () => {
  await mei.say(pai.id, '吃什么');
  const { message } = (await send(li, DOUBTFUL)).body;
  await mei.say(pai.id, '别吵');
  const review = await reviewOf(message.seq);
  const { around, sender, members } = (await operator.get<ReviewReply>(`/reviews/${review.id}`)).body;
  expect(around.map(({ name, text }) => `${name}：${text}`)).toEqual(['梅：吃什么', `李：${DOUBTFUL}`, '梅：别吵']);
  expect([members, sender]).toEqual([2, { open: 1, allowed: 0, removed: 0 }]);
});

it('what was written goes with the account of its author', async () => {
  const { message } = (await send(li, DOUBTFUL)).body;
  await reviewOf(message.seq);
  await accountGone.tell({ userId: li.id });
  expect(await open()).toEqual([]);
  expect(JSON.stringify(await mei.history(pai.id))).not.toContain('弄死');
});
