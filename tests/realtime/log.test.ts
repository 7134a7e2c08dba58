import { checkSettled, GOOD, storedLog } from '../support/checker';
import { givenTwoNodes, type TwoNodes } from '../support/node';
import { eventually, newClientMsgId, type Person } from '../support/person';
import { givenSocket, type SocketClient } from '../support/socket';

const LOST = '这条不广播';

let nodes: TwoNodes;
beforeAll(async () => (nodes = await givenTwoNodes({ at: 'lose-publish', mark: LOST })), 60_000);
afterAll(() => nodes.stop());

/** Two people in one pai, each on a node of their own. */
async function givenPair(): Promise<{ paiId: string; li: SocketClient; mei: SocketClient; people: [Person, Person] }> {
  const [li, mei] = [await nodes.a.person('李雷'), (await nodes.a.person('韩梅')).at(nodes.b.url)];
  const { id } = await li.createPai();
  await li.bring(id, mei);
  return { paiId: id, li: await givenSocket(li, id), mei: await givenSocket(mei, id), people: [li, mei] };
}

const mongo = (): string => nodes.env.MONGODB_URI as string;

describe('the log on two nodes', () => {
  it('[L1] gives concurrent senders on both nodes one order without holes, the same everywhere', async () => {
    const { paiId, li, mei } = await givenPair();
    const both = [li, mei];
    await Promise.all(Array.from({ length: 60 }, (_, i) => both.map((client) => client.send(paiId, `第 ${i} 句`))).flat());
    const log = await storedLog(mongo(), paiId);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: log.length }, (_, i) => i + 1));
    expect(await checkSettled(mongo(), paiId, both)).toEqual(GOOD);
    expect(both.flatMap((client) => [...client.acks.values()]).filter(({ seq }) => seq !== undefined)).toHaveLength(120);
  });

  it('[L1] keeps what one socket says in the order it was said', async () => {
    const { paiId, li, mei } = await givenPair();
    const texts = Array.from({ length: 100 }, (_, i) => `顺序 ${i}`);
    for (const text of texts) li.raw({ type: 'send', paiId, clientMsgId: newClientMsgId(), text });
    for (let i = 0; i < 20; i++) void mei.send(paiId, `插话 ${i}`);
    await eventually('all arrived', () => mei.texts(paiId).filter((text) => text.startsWith('顺序')).length === 100);
    expect(mei.texts(paiId).filter((text) => text.startsWith('顺序'))).toEqual(texts);
  });

  it('[L2] stores a message once though it is sent on both nodes at once, by socket and HTTP', async () => {
    const { paiId, li, people } = await givenPair();
    const elsewhere = await givenSocket(people[0].at(nodes.b.url), paiId);
    for (let round = 0; round < 10; round++) {
      const clientMsgId = newClientMsgId();
      const sends = [li, elsewhere, li, elsewhere].map((client) => client.send(paiId, '只一次', { clientMsgId }));
      const posts = [nodes.a, nodes.b].map(({ url }) => people[0].at(url).post<{ message: { seq: number } }>(`/pais/${paiId}/messages`, { clientMsgId, text: '只一次' }));
      const acks = await Promise.all(sends);
      const replies = await Promise.all(posts);
      expect(new Set([...acks.map(({ seq }) => seq), ...replies.map(({ body }) => body.message.seq)]).size).toBe(1);
      expect(replies.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
      expect((await storedLog(mongo(), paiId)).filter((message) => message.clientMsgId === clientMsgId)).toHaveLength(1);
    }
    const again = await people[0].post(`/pais/${paiId}/messages`, { clientMsgId: [...li.acks.keys()][0], text: '换了话' });
    expect(again.status).toBe(200);
    expect(await checkSettled(mongo(), paiId, [li, elsewhere])).toEqual(GOOD);
  });

  it('[L3] acknowledges only what the store holds, and acks of one tick share a frame', async () => {
    const { paiId, li } = await givenPair();
    const before = li.frames.length;
    const ids = Array.from({ length: 200 }, () => newClientMsgId());
    for (const clientMsgId of ids) li.raw({ type: 'send', paiId, clientMsgId, text: '一起' });
    const first = await eventually('first ack', () => ids.find((id) => li.acks.has(id)));
    expect((await storedLog(mongo(), paiId)).some(({ clientMsgId }) => clientMsgId === first)).toBe(true);
    await eventually('all acked', () => ids.every((id) => li.acks.has(id)));
    const stored = new Set((await storedLog(mongo(), paiId)).map(({ clientMsgId }) => clientMsgId));
    expect(ids.filter((id) => !stored.has(id))).toEqual([]);
    expect(li.frames.slice(before).filter(({ type }) => type === 'acks').length).toBeLessThan(60);
  });

  it('[L4] heals a lost publish within 10 s, also when the pai falls quiet after it', async () => {
    const { paiId, li, mei } = await givenPair();
    const started = Date.now();
    const { seq } = await li.send(paiId, LOST);
    await new Promise((resolve) => setTimeout(resolve, 300));
    // The fault is real: the other node has not heard of it.
    expect(mei.timeline(paiId).cursor).toBe((seq as number) - 1);
    await eventually('healed', () => mei.timeline(paiId).cursor === seq, 10_000);
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(await checkSettled(mongo(), paiId, [li, mei])).toEqual(GOOD);
  });

  it('[L4] fills the gap before the next message when that one is published', async () => {
    const { paiId, li, mei } = await givenPair();
    await li.send(paiId, LOST);
    await li.send(paiId, '下一条');
    await eventually('both arrived', () => mei.texts(paiId).includes('下一条'), 1500);
    expect(mei.texts(paiId).slice(-2)).toEqual([LOST, '下一条']);
    expect(mei.frames.filter(({ type }) => type === 'sync')).toHaveLength(1);
  });

  it('[L4] heals a lost change: an edit nobody was told of', async () => {
    const { paiId, li, mei, people } = await givenPair();
    const { seq } = await li.send(paiId, '原话');
    await eventually('arrived', () => mei.texts(paiId).includes('原话'));
    await people[0].must('PATCH', `/pais/${paiId}/messages/${seq}`, { text: `改过 ${LOST}` });
    await eventually('healed', () => mei.texts(paiId).includes(`改过 ${LOST}`), 10_000);
    expect(mei.texts(paiId)).not.toContain('原话');
  });
});
