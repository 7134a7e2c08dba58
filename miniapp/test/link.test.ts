import type { ClientFrame, ServerFrame } from '@shared/wire/event';
import { closeCode } from '@shared/wire/version';
import { createLink, waitBefore, type LinkNeeds } from '@/transport/link';
import type { Line, LineEvents } from '@/transport/line';

class FakeLine implements Line {
  sent: ClientFrame[] = [];
  isClosed = false;
  constructor(readonly events: LineEvents) {}
  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientFrame);
  }
  close(): void {
    this.isClosed = true;
    this.events.closed(1000);
  }
  say(frame: ServerFrame): void {
    this.events.text(JSON.stringify(frame));
  }
}

const welcome: ServerFrame = { type: 'welcome', v: 1, userId: 'u1', at: '2026-11-20T01:00:00.000Z', heads: {} };
const settle = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

function givenLink(over: Partial<LinkNeeds> = {}) {
  const lines: FakeLine[] = [];
  const link = createLink({
    open: (events) => {
      const line = new FakeLine(events);
      lines.push(line);
      return line;
    },
    token: () => Promise.resolve('t1'),
    renew: () => Promise.resolve('t2'),
    cursors: () => ({ pai1: { seq: 7, epoch: 'e' } }),
    now: () => Date.now(),
    random: () => 1,
    ...over,
  });
  const last = (): FakeLine => lines[lines.length - 1] as FakeLine;
  const opened = async (): Promise<FakeLine> => {
    link.start();
    await settle();
    last().events.open();
    last().say(welcome);
    return last();
  };
  return { link, lines, last, opened };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('[R2] says hello first, with the token and the cursors', async () => {
  const { link, last } = givenLink();
  link.start();
  await settle();
  expect(link.state.get().phase).toBe('connecting');
  expect(link.send({ type: 'open', paiId: 'pai1' })).toBe(false);
  last().events.open();
  expect(last().sent).toEqual([{ type: 'hello', v: 1, token: 't1', cursors: { pai1: { seq: 7, epoch: 'e' } } }]);
  last().say(welcome);
  expect(link.state.get().phase).toBe('open');
  expect(link.send({ type: 'open', paiId: 'pai1' })).toBe(true);
});

it('comes back after a cut, waiting longer each time', async () => {
  const { link, lines, opened } = givenLink();
  const line = await opened();
  line.events.closed(1006);
  expect(link.state.get()).toMatchObject({ phase: 'waiting', retryAt: Date.now() + 800 });
  jest.advanceTimersByTime(800);
  await settle();
  expect(lines).toHaveLength(2);
  lines[1]?.events.closed(1006);
  expect(link.state.get().retryAt).toBe(Date.now() + 1600);
});

it('waits between half and all of a step, 30 s at most', () => {
  expect(waitBefore(0, 0)).toBe(400);
  expect(waitBefore(0, 1)).toBe(800);
  expect(waitBefore(3, 1)).toBe(6400);
  expect(waitBefore(40, 1)).toBe(30_000);
});

it('[R5] comes back no sooner than `bye` says', async () => {
  const { link, opened } = givenLink();
  const line = await opened();
  line.say({ type: 'bye', reason: 'restarting', retryAfterMs: 5_000 });
  line.events.closed(closeCode('restarting'));
  expect(link.state.get().retryAt).toBe(Date.now() + 5_000);
});

it('[R5] stays away when it is too old', async () => {
  const { link, lines, opened } = givenLink();
  const line = await opened();
  line.events.closed(closeCode('too-old'));
  expect(link.state.get().phase).toBe('too-old');
  jest.advanceTimersByTime(120_000);
  link.wake();
  await settle();
  expect(lines).toHaveLength(1);
});

it('renews a refused token before it comes back, and gives up when nobody is signed in any more', async () => {
  const renew = jest.fn(() => Promise.resolve<string | undefined>('t2'));
  const first = givenLink({ renew });
  (await first.opened()).events.closed(closeCode('token-invalid'));
  await settle();
  expect(renew).toHaveBeenCalledWith('t1');
  expect(first.link.state.get().phase).toBe('waiting');

  const second = givenLink({ renew: () => Promise.resolve(undefined) });
  (await second.opened()).events.closed(closeCode('signed-out'));
  await settle();
  expect(second.link.state.get().phase).toBe('off');
});

it('pings, and takes a new line when no pong comes', async () => {
  const { link, lines, opened } = givenLink();
  const line = await opened();
  jest.advanceTimersByTime(25_000);
  await settle();
  const ping = line.sent.find((frame) => frame.type === 'ping');
  expect(ping).toBeDefined();
  jest.advanceTimersByTime(8_000);
  expect(line.isClosed).toBe(true);
  expect(link.state.get().phase).toBe('waiting');
  jest.advanceTimersByTime(800);
  await settle();
  expect(lines).toHaveLength(2);
});

it('a pong in time keeps the line', async () => {
  const { link, opened } = givenLink();
  const line = await opened();
  jest.advanceTimersByTime(25_000);
  await settle();
  line.say({ type: 'pong', id: 1, at: welcome.at });
  jest.advanceTimersByTime(9_000);
  expect(link.state.get().phase).toBe('open');
});

it('checks the line within 3 s when the app comes to the front', async () => {
  const { link, opened } = givenLink();
  const line = await opened();
  link.sleep();
  jest.advanceTimersByTime(600_000);
  link.wake();
  expect(line.sent[line.sent.length - 1]?.type).toBe('ping');
  jest.advanceTimersByTime(3_000);
  expect(link.state.get().phase).toBe('waiting');
});

it('tries at once when the network is back', async () => {
  const { link, lines, opened } = givenLink();
  (await opened()).events.closed(1006);
  link.wake();
  await settle();
  expect(lines).toHaveLength(2);
});

it('hands over a fresh token on the open line', async () => {
  let token = 't1';
  const { opened } = givenLink({ token: () => Promise.resolve(token) });
  const line = await opened();
  token = 't2';
  jest.advanceTimersByTime(25_000);
  await settle();
  expect(line.sent).toContainEqual({ type: 'token', token: 't2' });
});

it('ignores what an old line still says', async () => {
  const { link, lines, opened } = givenLink();
  const heard: string[] = [];
  link.listen((frame) => heard.push(frame.type));
  const old = await opened();
  old.events.closed(1006);
  old.say({ type: 'lag', paiIds: ['pai1'] });
  old.events.closed(1006);
  expect(heard).toEqual(['welcome']);
  jest.advanceTimersByTime(800);
  await settle();
  expect(lines).toHaveLength(2);
});

it('survives a frame that is no JSON', async () => {
  const { link, opened } = givenLink();
  const line = await opened();
  line.events.text('<html>');
  line.events.text('null');
  expect(link.state.get().phase).toBe('open');
});
