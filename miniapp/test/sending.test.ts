import type { ClientFrame } from '@shared/wire/event';
import type { Message, WireFile } from '@shared/wire/message';
import { createOutbox, type OutboxNeeds, type Unsent } from '@/features/message/sending';
import { ApiError } from '@/transport/errors';
import { aMessage } from './support/message';

const flush = (): Promise<void> => jest.advanceTimersByTimeAsync(0).then(() => undefined);

function given(over: Partial<OutboxNeeds> = {}) {
  const frames: Extract<ClientFrame, { type: 'send' }>[] = [];
  const disk = new Map<string, Unsent>();
  let ids = 0;
  const needs: OutboxNeeds = {
    me: () => 'u1',
    now: () => 1_000,
    freshId: () => `client-${++ids}`,
    sendFrame: (frame) => {
      if (frame.type === 'send') frames.push(frame);
      return true;
    },
    post: () => Promise.reject(new ApiError('client/offline', '')),
    upload: () => Promise.resolve({ id: 'f1' } as WireFile),
    keepFile: (file) => Promise.resolve(file),
    dropFile: jest.fn(),
    load: () => Array.from(disk.values()),
    save: (entry) => disk.set(entry.clientMsgId, entry),
    drop: (id) => disk.delete(id),
    expect: jest.fn(() => false),
    arrived: jest.fn(),
    sentence: (error) => (error as Error).message,
    ...over,
  };
  return { box: createOutbox(needs), frames, disk, needs };
}

const mine = (seq: number, clientMsgId: string): Message => aMessage(seq, { clientMsgId, sender: { id: 'u1', name: '我', kind: 'user' } });
const states = (entries: readonly Unsent[]): string[] => entries.map((entry) => entry.state);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('[L2] keeps a message until it arrives, and shows it once', async () => {
  const { box, frames, disk } = given();
  box.send({ paiId: 'pai1', text: '好' });
  expect(disk.size).toBe(1);
  expect(frames).toHaveLength(1);
  box.acks([{ clientMsgId: 'client-1', paiId: 'pai1', seq: 9 }]);
  await flush();
  expect(states(box.entries.get())).toEqual(['sent']);
  box.hearArrivals([mine(9, 'client-1')]);
  expect(box.entries.get()).toEqual([]);
  expect(disk.size).toBe(0);
});

it('takes no ack from somebody else’s message with the same id', async () => {
  const { box } = given();
  box.send({ paiId: 'pai1', text: '好' });
  box.hearArrivals([aMessage(9, { clientMsgId: 'client-1' })]);
  await flush();
  expect(states(box.entries.get())).toEqual(['sending']);
});

it('[L2] retries without an ack, with the same clientMsgId', async () => {
  const { box, frames } = given();
  box.send({ paiId: 'pai1', text: '好' });
  await jest.advanceTimersByTimeAsync(10_000);
  await jest.advanceTimersByTimeAsync(2_000);
  expect(frames.map((frame) => frame.clientMsgId)).toEqual(['client-1', 'client-1']);
});

it('sends one after the other within a pai, and pais side by side', async () => {
  const { box, frames } = given();
  box.send({ paiId: 'pai1', text: '一' });
  box.send({ paiId: 'pai1', text: '二' });
  box.send({ paiId: 'pai2', text: '三' });
  expect(frames.map((frame) => frame.text)).toEqual(['一', '三']);
  box.acks([{ clientMsgId: 'client-1', paiId: 'pai1', seq: 1 }]);
  await flush();
  expect(frames.map((frame) => frame.text)).toEqual(['一', '三', '二']);
});

it('goes by HTTP when no socket is open, and waits while that fails too', async () => {
  const post = jest.fn(() => Promise.reject(new ApiError('client/offline', '')) as Promise<{ message: Message }>);
  const { box, needs } = given({ sendFrame: () => false, post });
  box.send({ paiId: 'pai1', text: '好', replyTo: { seq: 3, senderId: 'x', senderName: 'x', text: 'x' }, mentions: ['m'] });
  await flush();
  expect(states(box.entries.get())).toEqual(['sending']);
  expect(post).toHaveBeenCalledWith('pai1', { clientMsgId: 'client-1', text: '好', replyTo: 3, mentions: ['m'] });
  post.mockResolvedValueOnce({ message: mine(4, 'client-1') });
  await jest.advanceTimersByTimeAsync(2_000);
  expect(needs.arrived).toHaveBeenCalledWith([mine(4, 'client-1')]);
});

it('a refusal fails the message with its reason, lets the next one go, and can be tried again', async () => {
  const { box, frames } = given();
  box.send({ paiId: 'pai1', text: '一' });
  box.send({ paiId: 'pai1', text: '二' });
  box.acks([{ clientMsgId: 'client-1', paiId: 'pai1', error: { code: 'member/muted', message: '你被禁言到 9 点' } }]);
  await flush();
  expect(box.entries.get()[0]).toMatchObject({ state: 'failed', why: '你被禁言到 9 点' });
  expect(frames.map((frame) => frame.text)).toEqual(['一', '二']);
  box.acks([{ clientMsgId: 'client-2', paiId: 'pai1', seq: 2 }]);
  await flush();
  box.resend('client-1');
  expect(frames[2]).toMatchObject({ clientMsgId: 'client-1', text: '一' });
});

it('a store that is away is no refusal', async () => {
  const { box } = given();
  box.send({ paiId: 'pai1', text: '一' });
  box.acks([{ clientMsgId: 'client-1', paiId: 'pai1', error: { code: 'service/unavailable', message: '' } }]);
  await flush();
  expect(states(box.entries.get())).toEqual(['sending']);
});

it('survives a restart; what was acknowledged but never seen is asked for again', async () => {
  const before = given();
  before.box.send({ paiId: 'pai1', text: '一' });
  before.box.acks([{ clientMsgId: 'client-1', paiId: 'pai1', seq: 5 }]);
  await flush();
  const kept = Array.from(before.disk.values());
  const after = given({ load: () => kept, expect: () => true });
  after.box.restore();
  expect(after.frames).toHaveLength(1);
  after.box.acks([{ clientMsgId: 'client-1', paiId: 'pai1', seq: 5 }]);
  await flush();
  expect(after.box.entries.get()).toEqual([]);
});

it('never sends another person’s leftovers', () => {
  const left: Unsent = { clientMsgId: 'client-9', userId: 'u2', paiId: 'pai1', at: 1, text: '密', state: 'sending' };
  const { box, frames } = given({ load: () => [left] });
  box.restore();
  expect(frames).toEqual([]);
  expect(box.entries.get()).toEqual([]);
});

it('uploads a file first, while texts overtake it', async () => {
  let finish: (file: WireFile) => void = () => undefined;
  const { box, frames, needs } = given({ upload: () => new Promise((resolve) => (finish = resolve)) });
  box.send({ paiId: 'pai1', text: '', file: { ref: 'tmp', kind: 'image', name: 'a.jpg', size: 3 } });
  await flush();
  box.send({ paiId: 'pai1', text: '字' });
  box.acks([{ clientMsgId: 'client-2', paiId: 'pai1', seq: 1 }]);
  await flush();
  finish({ id: 'f1' } as WireFile);
  await flush();
  expect(frames.map((frame) => frame.fileId)).toEqual([undefined, 'f1']);
  box.hearArrivals([mine(2, 'client-1')]);
  expect(needs.dropFile).toHaveBeenCalledWith('tmp');
});

it('a file the cloud refuses fails', async () => {
  const { box } = given({ upload: () => Promise.reject(new ApiError('file/heic', 'HEIC', undefined, 415)) });
  box.send({ paiId: 'pai1', text: '', file: { ref: 'tmp', kind: 'image', name: 'a.heic', size: 3 } });
  await flush();
  expect(box.entries.get()[0]).toMatchObject({ state: 'failed', why: 'HEIC' });
});

it('forgets what is thrown away, also while it is under way', async () => {
  const { box, disk } = given();
  box.send({ paiId: 'pai1', text: '一' });
  box.discard('client-1');
  box.acks([{ clientMsgId: 'client-1', paiId: 'pai1', seq: 5 }]);
  await flush();
  expect(box.entries.get()).toEqual([]);
  expect(disk.size).toBe(0);
});

it('[L2] a cut line waits for no ack: the same message goes again as soon as the line is back', async () => {
  const { box, frames } = given();
  box.send({ paiId: 'pai1', text: '好' });
  box.cut();
  await flush();
  box.pump();
  expect(frames.map((frame) => frame.clientMsgId)).toEqual(['client-1', 'client-1']);
  box.acks([{ clientMsgId: 'client-1', paiId: 'pai1', seq: 3 }]);
  await flush();
  expect(states(box.entries.get())).toEqual(['sent']);
});
