import { LIMITS } from '@shared/domain/limits';
import { checkSettled, GOOD } from '../support/checker';
import { cloudEnv } from '../support/cloud';
import { startNode, type CloudNode } from '../support/node';
import { eventually, newClientMsgId } from '../support/person';
import { givenSocket, type SocketClient } from '../support/socket';

let node: CloudNode;
let mongo: string;
beforeAll(async () => {
  const env = await cloudEnv();
  mongo = env.MONGODB_URI as string;
  node = await startNode({ env });
}, 60_000);
afterAll(() => node.stop());

async function givenPair() {
  const [li, mei] = [await node.person('李雷'), await node.person('韩梅')];
  const { id: paiId } = await li.createPai();
  await li.bring(paiId, mei);
  return { paiId, li: await givenSocket(li, paiId), mei: await givenSocket(mei, paiId) };
}

async function fill(client: SocketClient, paiId: string, count: number, text = '话'): Promise<void> {
  const ids = Array.from({ length: count }, () => newClientMsgId());
  for (const clientMsgId of ids) client.raw({ type: 'send', paiId, clientMsgId, text });
  await eventually(`${count} acked`, () => ids.every((id) => client.acks.get(id)?.seq), 15_000);
}

const rss = async (): Promise<number> => Number(/^process_resident_memory_bytes (\S+)$/m.exec(await (await fetch(`${node.url}/metrics`)).text())?.[1]);
const metric = async (name: string): Promise<number> => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(await (await fetch(`${node.url}/metrics`)).text())?.[1]);

describe('the reader', () => {
  it('[R1] the sender is a receiver: its message comes back as an event once, joined by clientMsgId', async () => {
    const { paiId, li } = await givenPair();
    const ack = await li.send(paiId, '我说的');
    await eventually('came back', () => li.texts(paiId).includes('我说的'));
    const created = li.events.filter((event) => event.type === 'message.created' && event.message.text === '我说的');
    expect(created).toMatchObject([{ message: { seq: ack.seq, clientMsgId: ack.clientMsgId } }]);
  });

  it('[R2] sends at most 200 missed messages in one frame', async () => {
    const { paiId, li, mei } = await givenPair();
    await eventually('caught up', () => mei.timeline(paiId).cursor === li.timeline(paiId).cursor);
    mei.close();
    await eventually('closed', () => mei.closed);
    await fill(li, paiId, LIMITS.resumeMessages);
    const since = mei.frames.length;
    await mei.connect();
    const sync = await eventually('sync', () => mei.frames.slice(since).find((frame) => frame.type === 'sync'));
    expect(sync).toMatchObject({ reset: false, changed: [] });
    expect(sync.type === 'sync' && sync.messages).toHaveLength(LIMITS.resumeMessages);
    expect(await checkSettled(mongo, paiId, [li, mei])).toEqual(GOOD);
    expect(mei.frames.slice(since).filter(({ type }) => type === 'sync')).toHaveLength(1);
  });

  it('[R2] gives more than 200 missed as a reset and the newest page, and older pages on request', async () => {
    const { paiId, li, mei } = await givenPair();
    mei.cut();
    await fill(li, paiId, LIMITS.resumeMessages + 1);
    const since = mei.frames.length;
    await mei.connect();
    const sync = await eventually('sync', () => mei.frames.slice(since).find((frame) => frame.type === 'sync'));
    expect(sync).toMatchObject({ reset: true, head: li.timeline(paiId).cursor });
    const first = mei.timeline(paiId).messages[0]?.seq ?? 0;
    expect(first).toBeGreaterThan(mei.timeline(paiId).from);
    const older = await mei.person.history(paiId, `&before=${first}`);
    expect(older[older.length - 1]?.seq).toBe(first - 1);
    expect(await checkSettled(mongo, paiId, [li, mei])).toEqual(GOOD);
  });

  it('[R2] tells what was recalled, edited and reacted to while away', async () => {
    const { paiId, li, mei } = await givenPair();
    const seqs = [];
    for (const text of ['会收回', '会改', '会有表情', '不变']) seqs.push((await li.send(paiId, text)).seq as number);
    await eventually('arrived', () => mei.texts(paiId).includes('不变'));
    mei.cut();
    await li.person.must('DELETE', `/pais/${paiId}/messages/${seqs[0]}`);
    await li.person.must('PATCH', `/pais/${paiId}/messages/${seqs[1]}`, { text: '改了' });
    await li.person.must('PUT', `/pais/${paiId}/messages/${seqs[2]}/reactions/${encodeURIComponent('👍')}`);
    const since = mei.frames.length;
    await mei.connect();
    const sync = await eventually('sync', () => mei.frames.slice(since).find((frame) => frame.type === 'sync'));
    expect(sync).toMatchObject({ reset: false, messages: [] });
    expect(mei.texts(paiId).slice(-4)).toEqual(['', '改了', '会有表情', '不变']);
    expect(JSON.stringify(sync)).not.toContain('会收回');
    expect(await checkSettled(mongo, paiId, [li, mei])).toEqual(GOOD);
  });

  it('[R2] resets a reader of another epoch, and one that knows more than a restored store', async () => {
    const { paiId, mei } = await givenPair();
    for (const cursor of [{ seq: mei.timeline(paiId).cursor, epoch: 'an-older-life' }, { seq: 9999, epoch: mei.timeline(paiId).epoch }]) {
      const since = mei.frames.length;
      mei.raw({ type: 'sync', paiId, cursor });
      const sync = await eventually('sync', () => mei.frames.slice(since).find((frame) => frame.type === 'sync'));
      expect(sync).toMatchObject({ reset: true, epoch: mei.timeline(paiId).epoch, head: mei.timeline(paiId).cursor });
    }
  });

  it('[R3] drops live frames of a slow reader, tells it, and nobody else feels it', async () => {
    const { paiId, li, mei } = await givenPair();
    await fill(li, paiId, 20, '热身');
    const before = await rss();
    const slow = await givenSocket(await slowReader(li, paiId), paiId);
    slow.pause();
    const long = '长'.repeat(3900);
    const delays: number[] = [];
    for (let round = 0; round < 40; round++) {
      const said = Date.now();
      const acks = await Promise.all(Array.from({ length: 15 }, () => li.send(paiId, long)));
      const last = Math.max(...acks.map(({ seq }) => seq as number));
      await eventually('the others have it', () => mei.timeline(paiId).cursor >= last);
      delays.push(Date.now() - said);
    }
    delays.sort((a, b) => a - b);
    expect(delays[Math.floor(delays.length * 0.95)]).toBeLessThan(1000);
    expect(await metric('pai_frames_dropped_total')).toBeGreaterThan(0);
    // 600 × 12 KB went by; at most 256 KB of it waits for the slow one.
    expect((await rss()) - before).toBeLessThan(150 * 1024 * 1024);
    slow.resume();
    await eventually('told', () => slow.frames.some((frame) => frame.type === 'lag' && frame.paiIds.includes(paiId)));
    expect(await checkSettled(mongo, paiId, [li, mei, slow])).toEqual(GOOD);
  }, 60_000);

  it('[R4] writes many messages in one frame, and the first after quiet at once', async () => {
    const { paiId, li, mei } = await givenPair();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const said = Date.now();
    const alone = await li.send(paiId, '独自一条');
    await eventually('arrived', () => mei.timeline(paiId).cursor >= (alone.seq as number));
    expect(Date.now() - said).toBeLessThan(150);
    const since = mei.frames.length;
    await fill(li, paiId, 300);
    await eventually('all arrived', () => mei.timeline(paiId).cursor >= (alone.seq as number) + 300);
    const frames = mei.frames.slice(since).filter((frame) => frame.type === 'events' && frame.paiId === paiId);
    expect(frames.length).toBeLessThan(60);
    expect(mei.frames.filter(({ type }) => type === 'sync')).toHaveLength(1);
  });

  it('[R5] ignores frames and events of types it does not know, as clients must', async () => {
    const { paiId, mei } = await givenPair();
    const before = mei.timeline(paiId);
    (mei as unknown as { receive: (frame: unknown) => void }).receive({ type: 'confetti' });
    (mei as unknown as { receive: (frame: unknown) => void }).receive({ type: 'events', paiId, at: '', events: [{ type: 'message.sparkled', message: { paiId, seq: 99 } }] });
    expect(mei.timeline(paiId)).toEqual(before);
  });

  it('[R5] says when it restarts and when to come back', async () => {
    const other = await startNode({ env: { ...(await cloudEnv()), MONGODB_URI: mongo } });
    const li = await other.person('李雷');
    const { id } = await li.createPai();
    const socket = await givenSocket(li, id);
    await Promise.all([other.stop(), eventually('closed', () => socket.closed)]);
    expect(socket.closed?.reason).toBe('restarting');
    expect(socket.frames.at(-1)).toMatchObject({ type: 'bye', reason: 'restarting' });
    const bye = socket.frames.at(-1);
    expect(bye?.type === 'bye' && bye.retryAfterMs).toBeGreaterThanOrEqual(500);
  }, 30_000);
});

/** Somebody whose own cursor is fresh in the pai. */
async function slowReader(owner: SocketClient, paiId: string) {
  const slow = await node.person('慢网');
  await owner.person.bring(paiId, slow);
  return slow;
}
