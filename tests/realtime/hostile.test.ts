import net from 'node:net';
import { WebSocket } from 'ws';
import { PROTOCOL_VERSION, closeCode } from '@shared/wire/version';
import type { ServerFrame } from '@shared/wire/event';
import { cloudEnv } from '../support/cloud';
import { startNode, type CloudNode } from '../support/node';
import { eventually, newClientMsgId } from '../support/person';
import { givenSocket } from '../support/socket';

let node: CloudNode;
/** A socket that never says anything; it takes its 10 s while the other tests run. */
let silent: Promise<Ended>;
beforeAll(async () => {
  node = await startNode({ env: await cloudEnv({ RATE_LIMIT: 'on' }) });
  silent = speak();
  silent.catch(() => undefined); // the test that waits for it says so
}, 60_000);
afterAll(() => node.stop());
// Whatever came before: the process is the same one and serves.
let pid = 0;
beforeEach(() => (pid = node.pid()));
afterEach(async () => {
  expect((await fetch(`${node.url}/healthz`)).status).toBe(200);
  expect(node.pid()).toBe(pid);
});

interface Ended {
  code: number;
  reason: string;
  frames: ServerFrame[];
}

/** Opens a socket, sends each frame as it is, and tells how it ended. */
async function speak(...frames: (string | Buffer)[]): Promise<Ended> {
  const ws = new WebSocket(`${node.url.replace('http', 'ws')}/ws`);
  const seen: ServerFrame[] = [];
  ws.on('message', (data) => seen.push(JSON.parse(String(data)) as ServerFrame));
  ws.on('open', () => frames.forEach((frame) => ws.send(frame)));
  return new Promise((resolve, reject) => {
    ws.on('error', reject);
    ws.on('close', (code, reason) => resolve({ code, reason: String(reason), frames: seen }));
    setTimeout(() => reject(new Error('the socket stayed open')), 12_000).unref();
  });
}

const byes = ({ frames }: Ended) => frames.filter((frame) => frame.type === 'bye');
const badFrame = { code: closeCode('bad-frame'), reason: 'bad-frame' };

async function hello(): Promise<string> {
  const li = await node.person('李雷');
  return JSON.stringify({ type: 'hello', v: PROTOCOL_VERSION, token: li.session.token, cursors: {} });
}

describe('frames before the hello', () => {
  it.each([
    ['not JSON', '{{{'],
    ['a send', JSON.stringify({ type: 'send', paiId: 'x', clientMsgId: 'abcdefgh', text: '你好' })],
    ['an unknown type', JSON.stringify({ type: 'sudo' })],
    ['an array', '[]'],
    ['nothing', ''],
    ['a deep nest', '['.repeat(100_000)],
    ['a prototype', '{"__proto__":{"type":"hello"}}'],
  ])('[R5] closes with a reason: %s', async (_, frame) => {
    const ended = await speak(frame);
    expect(ended).toMatchObject(badFrame);
    expect(byes(ended)).toMatchObject([{ reason: 'bad-frame', retryAfterMs: expect.any(Number) }]);
  });

  it('[R5] refuses another protocol version as too old, whatever else its hello holds', async () => {
    for (const frame of [{ type: 'hello', v: PROTOCOL_VERSION + 1, token: 'x', cursors: {} }, { type: 'hello', v: 99, ticket: 1 }]) {
      expect(await speak(JSON.stringify(frame))).toMatchObject({ code: closeCode('too-old'), reason: 'too-old' });
    }
  });

  it('[R5] refuses a token that is none, and says so', async () => {
    const ended = await speak(JSON.stringify({ type: 'hello', v: PROTOCOL_VERSION, token: 'a.b.c', cursors: {} }));
    expect(ended).toMatchObject({ code: closeCode('token-invalid'), reason: 'token-invalid' });
  });
});

describe('frames after the hello', () => {
  it.each([
    ['not JSON', () => 'hello?'],
    ['an unknown type', () => '{"type":"sudo"}'],
    ['a missing field', () => '{"type":"sync"}'],
    ['wrong types', () => '{"type":"read","paiId":7,"seq":"x"}'],
    ['a negative position', () => '{"type":"read","paiId":"abc","seq":-1}'],
    ['binary', () => Buffer.from('{"type":"ping","id":1}')],
    ['broken UTF-8 as binary', () => Buffer.from([0xff, 0xfe, 0x00])],
    ['300 KB', () => JSON.stringify({ type: 'send', paiId: 'x', clientMsgId: 'abcdefgh', text: '长'.repeat(100_000) })],
  ])('[R5] closes with a reason: %s', async (_, frame) => {
    const ended = await speak(await hello(), frame());
    expect(ended).toMatchObject(badFrame);
    expect(byes(ended)).toHaveLength(1);
    expect(ended.frames.some(({ type }) => type === 'pong')).toBe(false);
  });

  it('cuts off a frame of 2 MB before it is in memory', async () => {
    expect((await speak(await hello(), 'x'.repeat(2_000_000))).code).toBe(1009);
  });

  it('[R5] closes a flood with a reason and a time to come back', async () => {
    const ended = await speak(await hello(), ...Array.from({ length: 5000 }, (_, id) => JSON.stringify({ type: 'ping', id })));
    expect(ended.reason).toBe('too-many');
    expect(byes(ended)).toMatchObject([{ reason: 'too-many' }]);
    expect(byes(ended)[0]?.retryAfterMs).toBeGreaterThan(0);
  });

  it('[R5] closes a flood that comes right behind an unproven hello', async () => {
    const unproven = JSON.stringify({ type: 'hello', v: PROTOCOL_VERSION, token: 'a.b.c', cursors: {} });
    const ended = await speak(unproven, ...Array.from({ length: 200 }, () => 'x'.repeat(100_000)));
    expect(['token-invalid', 'too-many', 'bad-frame']).toContain(ended.reason);
  });

  it('answers sends above the limit with an error each, without losing the socket or the order', async () => {
    const li = await node.person('话多');
    const { id } = await li.createPai();
    const socket = await givenSocket(li, id);
    const ids = Array.from({ length: 260 }, () => newClientMsgId());
    for (const clientMsgId of ids) {
      socket.raw({ type: 'send', paiId: id, clientMsgId, text: '快' });
      await new Promise((resolve) => setImmediate(resolve));
    }
    await eventually('all answered', () => ids.every((one) => socket.acks.has(one)), 15_000);
    const acks = ids.map((one) => socket.acks.get(one));
    expect(acks.filter((ack) => ack?.error?.code === 'request/too-many')).toHaveLength(20);
    expect(socket.isOpen).toBe(true);
  });

  it('answers what concerns no pai of mine without telling whether it exists', async () => {
    const [li, stranger] = [await node.person('李雷'), await node.person('外人')];
    const { id } = await li.createPai();
    const socket = await givenSocket(stranger);
    const [there, nowhere] = [await socket.send(id, '我进来了'), await socket.send('doesnotexist00000000', '我进来了')];
    expect([there.error?.code, nowhere.error?.code]).toEqual(['pai/not-found', 'pai/not-found']);
    socket.raw({ type: 'sync', paiId: id, cursor: { seq: 0, epoch: '' } });
    socket.raw({ type: 'open', paiId: id });
    socket.raw({ type: 'typing', paiId: id });
    await eventually('told to let go', () => socket.events.some((event) => event.type === 'pai.left' && event.paiId === id));
    expect(socket.frames.filter(({ type }) => type === 'sync')).toEqual([]);
    expect((await li.history(id)).map(({ text }) => text)).not.toContain('我进来了');
  });
});

/** Sends raw bytes to the port and waits for its end or a second. */
function poke(bytes: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = net.connect(Number(new URL(node.url).port), '127.0.0.1', () => socket.write(bytes));
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    setTimeout(() => (socket.destroy(), resolve()), 1000);
  });
}

describe('upgrades', () => {
  it('survives addresses that are none, other paths and half a handshake', async () => {
    const upgrade = 'Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
    for (const target of ['//', '/ws/../..//', '///ws', 'http://[', '/other', '/ws?x=%', '*']) await poke(`GET ${target} HTTP/1.1\r\n${upgrade}`);
    await poke('GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    await poke(`GET /ws HTTP/1.1\r\n${upgrade}\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff`);
  }, 20_000);
});

describe('no frame at all', () => {
  it('[R5] does not wait for a hello longer than 10 s, and says when to come back', async () => {
    const ended = await silent;
    expect(ended.reason).toBe('try-again');
    expect(byes(ended)).toHaveLength(1);
  }, 15_000);
});
