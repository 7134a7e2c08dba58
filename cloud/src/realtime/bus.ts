import type { ServerEvent } from '@shared/wire/event';
import { newId } from '../infra/ids';
import { log } from '../infra/logger';
import { partition, publisher, subscriber } from '../infra/redis';
import { decodeBatch, decodeDelta, encodeBatch, encodeDelta, type Batch, type Delta } from './batch';

/** What a hint on a pai's channel can be, beside committed events. */
export type Hint = { kind: 'typing' | 'typed'; userId: string } | { kind: 'presence' };

/** News for one person's sockets on all nodes. `session.ended` closes the sockets of one sign-in. */
export type UserNews = Extract<ServerEvent, { type: 'pai.joined' | 'pai.left' | 'read.changed' | 'run.changed' | 'challenge.changed' }> | { type: 'session.ended'; sessionId: string };

export interface BusListener {
  batch: (paiId: string, batch: Batch) => void;
  delta: (paiId: string, delta: Delta) => void;
  hint: (paiId: string, hint: Hint) => void;
  user: (userId: string, news: UserNews) => void;
  /** Pub/sub was cut: anything may have been missed [L4]. */
  reconnected: () => void;
}

const nodeId = newId();
let listener: BusListener | undefined;
/** Channels this node wants to hear: kept here, because ioredis forgets those asked for while Redis is away. */
const wanted = new Set<string>();

const paiChannel = (paiId: string): string => `pai:${partition(paiId)}:${paiId}`;
const userChannel = (userId: string): string => `user:${partition(userId)}:${userId}`;

function receive(channel: string, text: string): void {
  const mark = text.indexOf('|');
  if (!listener || text.slice(0, mark) === nodeId) return;
  const id = channel.slice(channel.lastIndexOf(':') + 1);
  const kind = text[mark + 1];
  const body = text.slice(mark + 2);
  try {
    if (kind === 'B') listener.batch(id, decodeBatch(body));
    else if (kind === 'D') listener.delta(id, decodeDelta(body));
    else if (kind === 'H') listener.hint(id, JSON.parse(body) as Hint);
    else if (kind === 'U') listener.user(id, JSON.parse(body) as UserNews);
  } catch (error) {
    log().error({ err: error, channel }, 'a bus message could not be read');
  }
}

/** Listens on this node. Events published here reach the listener directly, so a node serves its own sockets without Redis. */
export function openBus(to: BusListener): void {
  listener = to;
  subscriber().on('message', receive);
  subscriber().on('ready', () => void listenAgain(to));
}

async function listenAgain(to: BusListener): Promise<void> {
  if (wanted.size > 0) await change('subscribe', ...wanted);
  to.reconnected();
}

export function closeBus(): void {
  listener = undefined;
  wanted.clear();
}

async function publish(channel: string, kind: 'B' | 'D' | 'H' | 'U', body: string): Promise<void> {
  // Only a hint: what is lost here heals from the log [L4].
  await publisher()
    .publish(channel, `${nodeId}|${kind}${body}`)
    .catch((error: Error) => log().warn({ reason: error.message }, 'publish failed'));
}

export function publishBatch(paiId: string, batch: Batch): void {
  listener?.batch(paiId, batch);
  void publish(paiChannel(paiId), 'B', encodeBatch(batch));
}

export function publishDelta(paiId: string, delta: Delta): void {
  listener?.delta(paiId, delta);
  void publish(paiChannel(paiId), 'D', encodeDelta(delta));
}

export function publishHint(paiId: string, hint: Hint): void {
  listener?.hint(paiId, hint);
  void publish(paiChannel(paiId), 'H', JSON.stringify(hint));
}

export function publishUser(userId: string, news: UserNews): void {
  listener?.user(userId, news);
  void publish(userChannel(userId), 'U', JSON.stringify(news));
}

async function change(verb: 'subscribe' | 'unsubscribe', ...channels: string[]): Promise<void> {
  // Redis away: nobody waits for it. All wanted channels are asked for when it is back, and until then the heads are compared with the store.
  if (subscriber().status !== 'ready') return;
  await subscriber()
    [verb](...channels)
    .catch((error: Error) => log().warn({ reason: error.message }, `${verb} failed`));
}

function follow(channel: string): Promise<void> {
  wanted.add(channel);
  return change('subscribe', channel);
}

function unfollow(channel: string): Promise<void> {
  wanted.delete(channel);
  return change('unsubscribe', channel);
}

export const followPai = (paiId: string): Promise<void> => follow(paiChannel(paiId));
export const unfollowPai = (paiId: string): Promise<void> => unfollow(paiChannel(paiId));
export const followUser = (userId: string): Promise<void> => follow(userChannel(userId));
export const unfollowUser = (userId: string): Promise<void> => unfollow(userChannel(userId));
