import type { ServerEvent } from '@shared/wire/event';
import type { Message } from '@shared/wire/message';
import { AiPai } from '../support/aiPai';
import { modelCloud } from '../support/modelCloud';
import { eventually, wait, type Person } from '../support/person';
import { givenSocket, type SocketClient } from '../support/socket';

type Delta = Extract<ServerEvent, { type: 'run.delta' }>;

const world = modelCloud({ MODEL_TIMEOUT_SECONDS: '1' });
let lin: Person;
let nan: Person;
let pai: AiPai;
const sockets: SocketClient[] = [];

beforeEach(async () => {
  [lin, nan] = await world.cloud.people('林静', '阿楠');
  pai = await AiPai.of(lin, nan);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) {
    socket.close();
    await eventually('the socket is closed', () => socket.closed);
  }
});

async function watching(person: Person, isOpen = true): Promise<SocketClient> {
  const socket = await givenSocket(person, pai.id);
  sockets.push(socket);
  if (isOpen) socket.raw({ type: 'open', paiId: pai.id });
  await wait(100);
  return socket;
}

const deltasOf = ({ events }: SocketClient): Delta[] => events.filter((event): event is Delta => event.type === 'run.delta');
const answered = (socket: SocketClient): Promise<Message> => eventually('the answer is there', () => socket.timeline(pai.id).messages.find(({ sender }) => sender.kind === 'ai'), 15_000);

/** What the bubble shows after each delta. */
function shownBy(deltas: readonly Delta[]): string[] {
  let text = '';
  return deltas.map((delta) => (text = text.slice(0, delta.from) + delta.text));
}

const LONG = '慢慢来，大家别着急。路上风景好，多看看花和云。累了就歇一歇，再见啦。';

describe('[A6] an answer streams', () => {
  it('to those who have the pai open: the first words at once, then a few times a second, and the message in the end', async () => {
    const [open, closed] = [await watching(nan), await watching(lin, false)];
    world.model.script(() => ({ text: LONG, paceMs: 100 }));
    await pai.call(nan, '你好呀');
    const message = await answered(open);
    const deltas = deltasOf(open);
    const shown = shownBy(deltas);
    expect(deltas.length).toBeGreaterThanOrEqual(3);
    expect(deltas[0]).toMatchObject({ paiId: pai.id, roleId: pai.aiId, askers: [nan.id], from: 0 });
    expect(message.text.startsWith(shown.at(-1)?.slice(0, -1) ?? '?')).toBe(true);
    expect(message.text).toBe(`阿楠：${LONG}`);
    expect(deltasOf(closed)).toEqual([]);
    expect((await answered(closed)).text).toBe(message.text);
    const at = open.frames.flatMap((frame) => (frame.type === 'events' && frame.events.some(({ type }) => type === 'run.delta') ? [Date.parse(frame.at)] : []));
    const gaps = at.slice(1).map((time, i) => time - (at[i] as number));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(95);
  });

  it('not to who hides the AI, nor to who joined after the ask, nor to who was removed', async () => {
    const [hiding, late, gone] = await world.cloud.people('不看', '后来', '走了');
    await lin.must('PATCH', `/pais/${pai.id}`, { history: 'join' });
    await lin.bring(pai.id, hiding, gone);
    await hiding.must('PATCH', `/pais/${pai.id}/mine`, { hideAi: true });
    const [seen, hidden, leaving] = [await watching(nan), await watching(hiding), await watching(gone)];
    world.model.script(() => ({ text: LONG.repeat(3), paceMs: 100 }));
    await pai.call(nan, '你好呀');
    await eventually('it streams', () => deltasOf(leaving).length > 1);
    await lin.must('DELETE', `/pais/${pai.id}/members/${gone.id}`);
    const atRemoval = deltasOf(leaving).length;
    await lin.bring(pai.id, late);
    const newcomer = await watching(late);
    await answered(seen);
    expect(deltasOf(hidden)).toEqual([]);
    expect(deltasOf(newcomer)).toEqual([]);
    expect(deltasOf(leaving).length).toBeLessThanOrEqual(atRemoval + 1);
  }, 30_000);

  it('no further to who hides the AI in the middle of it', async () => {
    const [seen, hiding] = [await watching(nan), await watching(lin)];
    world.model.script(() => ({ text: LONG.repeat(3), paceMs: 100 }));
    await pai.call(nan, '你好呀');
    await eventually('it streams', () => deltasOf(hiding).length > 1);
    await lin.must('PATCH', `/pais/${pai.id}/mine`, { hideAi: true });
    await wait(50);
    const atHiding = deltasOf(hiding).length;
    const shownThen = deltasOf(seen).length;
    await answered(seen);
    expect(deltasOf(seen).length).toBeGreaterThan(shownThen + 2);
    expect(deltasOf(hiding).length).toBe(atHiding);
  }, 30_000);

  it('and what it has shown stays while the model pauses', async () => {
    const socket = await watching(nan);
    world.model.script(() => ({ text: '慢慢来，大家别着急。', paceMs: 400 }));
    await pai.call(nan, '你好呀');
    await answered(socket);
    const shown = shownBy(deltasOf(socket));
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.every((text, i) => text.length >= (shown[i - 1]?.length ?? 1))).toBe(true);
  }, 30_000);

  it('without marks, and takes a sentence back that its sources do not hold', async () => {
    const source = await lin.say(pai.id, '周六早上八点半在南门集合');
    const socket = await watching(nan);
    world.model.script(({ messages }) =>
      messages.at(-1)?.role === 'tool' ? { text: `周六八点半集合[${source.seq}]。预算一共九千九百块[${source.seq}]。地点在南门[${source.seq}]，大家不要迟到[${source.seq}]。`, paceMs: 80 } : { calls: [{ name: 'search_messages', args: { query: '集合' } }] },
    );
    await pai.call(nan, '周六几点集合？');
    const message = await answered(socket);
    const shown = shownBy(deltasOf(socket));
    expect(shown.some((text) => text.includes('九千九'))).toBe(true);
    expect(shown.at(-1)).not.toContain('九千九');
    expect(message.text).not.toContain('九千九');
    expect(shown.join('\n')).not.toMatch(/\[|\d\]/);
  });

  it('the words of a step that then calls a tool give way', async () => {
    const source = await lin.say(pai.id, '周六早上八点半在南门集合');
    const socket = await watching(nan);
    world.model.script(({ messages }) =>
      messages.at(-1)?.role === 'tool' ? { text: `周六早上八点半在南门集合[${source.seq}]。` } : { text: '让我先去看一看前面的聊天。', calls: [{ name: 'search_messages', args: { query: '集合' } }], paceMs: 60 },
    );
    await pai.call(nan, '周六几点集合？');
    expect((await answered(socket)).text).toBe('阿楠：周六早上八点半在南门集合。');
    expect(shownBy(deltasOf(socket))[0]).toContain('让我');
  });

  it.each(['cut', 'stall'] as const)('the model breaks off (%s): the engine answers, marked so', async (kind) => {
    const socket = await watching(nan);
    world.model.failAlways({ kind });
    const ask = await pai.call(nan, '总结一下');
    const message = await answered(socket);
    expect(message.fallback).toBe(true);
    expect(message.text).not.toContain('说到一半');
    expect(await pai.run(ask)).toMatchObject({ state: 'done', fallback: true });
  }, 30_000);

  it('what must not be shown stops the stream, and a plain sentence is said instead', async () => {
    const socket = await watching(nan);
    world.model.script(() => ({ text: `${LONG}杀了你全家。${LONG}`, paceMs: 40 }));
    await pai.call(nan, '你好呀');
    const message = await answered(socket);
    expect(message.text).toBe('阿楠：这个我不方便说，换个问法再叫我吧。');
    expect(shownBy(deltasOf(socket)).join('\n')).not.toContain('杀了你全家');
  });
});
