import { SECOND, nowMs } from '../infra/clock';
import { partition, redis } from '../infra/redis';
import { publishHint, type Hint } from './bus';
import type { Connection } from './connection';
import type { Rooms } from './rooms';

const PRESENCE_LEASE = 30 * SECOND;
const PRESENCE_RENEW = 10 * SECOND;
const TYPING_LEASE = 6 * SECOND;
/** At most one delta a second, for open pais only. */
const TICK = SECOND;

const key = (paiId: string): string => `presence:${partition(paiId)}:${paiId}`;

/** Who has a pai on the screen now, on any node. Lives in Redis alone: losing it costs nothing but a minute of accuracy. */
export async function listPresent(paiId: string): Promise<string[]> {
  return redis()
    .zrangebyscore(key(paiId), nowMs(), '+inf')
    .catch(() => []);
}

/** Presence and typing of the pais open on this node's sockets. */
export class Presence {
  private readonly typing = new Map<string, Map<string, number>>();
  private readonly shown = new Map<string, string>();
  private readonly due = new Set<string>();
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly rooms: Rooms,
    private readonly connections: () => Iterable<Connection>,
  ) {}

  start(): void {
    this.timers = [setInterval(() => void this.tick(), TICK), setInterval(() => void this.renew(), PRESENCE_RENEW)];
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  async opened(connection: Connection, paiId: string): Promise<void> {
    connection.open.add(paiId);
    await this.lease(paiId, connection.caller.userId);
    publishHint(paiId, { kind: 'presence' });
    this.shown.delete(`${paiId}/p`);
  }

  async closed(connection: Connection, paiId: string): Promise<void> {
    if (!connection.open.delete(paiId)) return;
    const { userId } = connection.caller;
    const still = [...this.connections()].some((other) => other.caller.userId === userId && other.open.has(paiId));
    if (still) return;
    await redis().zrem(key(paiId), userId).catch(() => 0);
    publishHint(paiId, { kind: 'presence' });
  }

  hint(paiId: string, hint: Hint): void {
    if (!this.rooms.get(paiId)) return;
    if (hint.kind === 'typing') {
      const who = this.typing.get(paiId) ?? new Map<string, number>();
      who.set(hint.userId, nowMs() + TYPING_LEASE);
      this.typing.set(paiId, who);
    } else if (hint.kind === 'typed') {
      this.typing.get(paiId)?.delete(hint.userId);
    } else {
      this.due.add(paiId);
    }
  }

  /** A message sent ends its sender's typing, on every node. */
  stopTyping(paiId: string, userId: string): void {
    if (this.typing.get(paiId)?.has(userId)) publishHint(paiId, { kind: 'typed', userId });
  }

  private async lease(paiId: string, userId: string): Promise<void> {
    await redis()
      .multi()
      .zadd(key(paiId), nowMs() + PRESENCE_LEASE, userId)
      .pexpire(key(paiId), PRESENCE_LEASE * 2)
      .exec()
      .catch(() => null);
  }

  private async renew(): Promise<void> {
    for (const connection of this.connections()) for (const paiId of connection.open) await this.lease(paiId, connection.caller.userId);
    for (const connection of this.connections()) for (const paiId of connection.open) this.due.add(paiId);
  }

  private openPais(): Map<string, Connection[]> {
    const open = new Map<string, Connection[]>();
    for (const connection of this.connections()) {
      for (const paiId of connection.open) open.set(paiId, [...(open.get(paiId) ?? []), connection]);
    }
    return open;
  }

  private async tick(): Promise<void> {
    if (this.due.size === 0 && this.typing.size === 0) return;
    for (const [paiId, connections] of this.openPais()) {
      this.tellTyping(paiId, connections);
      if (!this.due.delete(paiId)) continue;
      this.tell('presence.changed', paiId, (await listPresent(paiId)).sort(), connections);
    }
    this.forgetClosed();
  }

  /** Hints on pais nobody here has on the screen are of no use. */
  private forgetClosed(): void {
    const open = this.openPais();
    for (const paiId of this.due) if (!open.has(paiId)) this.due.delete(paiId);
    for (const paiId of this.typing.keys()) if (!open.has(paiId)) this.typing.delete(paiId);
    for (const slot of this.shown.keys()) if (!open.has(slot.slice(0, slot.indexOf('/')))) this.shown.delete(slot);
  }

  private tellTyping(paiId: string, connections: readonly Connection[]): void {
    const who = this.typing.get(paiId);
    if (!who) return;
    for (const [userId, until] of who) if (until < nowMs()) who.delete(userId);
    if (who.size === 0) this.typing.delete(paiId);
    this.tell('typing.changed', paiId, [...who.keys()], connections);
  }

  private tell(type: 'typing.changed' | 'presence.changed', paiId: string, userIds: string[], connections: readonly Connection[]): void {
    const slot = `${paiId}/${type[0]}`;
    const list = userIds.join(',');
    if (this.shown.get(slot) === list) return;
    this.shown.set(slot, list);
    const at = new Date(nowMs()).toISOString();
    for (const connection of connections) connection.send({ type: 'events', paiId, at, events: [{ type, paiId, userIds }] });
  }
}
