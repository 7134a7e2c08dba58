import { LRUCache } from 'lru-cache';
import { LIMITS } from '@shared/domain/limits';
import { HOUR, nowMs } from '../infra/clock';
import { log } from '../infra/logger';
import { metrics } from '../infra/metrics';
import type { Batch, Delta, Line } from './batch';
import type { Connection } from './connection';
import { Fanout } from './fanout';
import type { Membership, RealtimePorts } from './ports';

const TAIL_LENGTH = LIMITS.resumeMessages * 2;
/** File links inside a kept line are signed for longer than this. */
const TAIL_AGE = HOUR;

interface Kept extends Line {
  at: number;
}

/**
 * One pai with members on this node. Batches go in, in any order and with holes; what comes out to sockets is the log
 * in order: a position seen before is dropped, a missing one is fetched from the store first.
 */
export class Room {
  head = 0;
  private loaded = false;
  private tail: Kept[] = [];
  private membership: Membership = { version: -1, fromSeq: new Map() };
  private readonly sockets = new Map<string, Set<Connection>>();
  private readonly fanout: Fanout;
  /** Batches wait here while the room reads the store. */
  private inbox: Batch[] = [];
  private reading: Promise<void> | undefined;
  /** Changes pushed lately, by position, so that healing does not push them again. */
  private readonly pushed = new LRUCache<number, string>({ max: 200 });
  /** Since when nobody here has it open. */
  emptySince = 0;

  constructor(
    readonly paiId: string,
    private readonly ports: RealtimePorts,
    /** Told who has become a member since the last look: they may have sockets here. */
    private readonly welcome: (userIds: readonly string[]) => void = () => undefined,
  ) {
    this.fanout = new Fanout(paiId, () => this.receivers());
  }

  private *receivers(): Generator<{ userId: string; fromSeq: number; connections: Set<Connection> }> {
    for (const [userId, connections] of this.sockets) {
      const fromSeq = this.membership.fromSeq.get(userId);
      if (fromSeq !== undefined) yield { userId, fromSeq, connections };
    }
  }

  get connections(): Iterable<Connection> {
    return [...this.sockets.values()].flatMap((set) => [...set]);
  }

  /** Reads head and membership for the first time; batches that come meanwhile wait. False: the pai is gone. */
  async load(): Promise<boolean> {
    const [membership, heads] = await Promise.all([this.ports.membership(this.paiId), this.ports.heads([this.paiId])]);
    const state = heads.get(this.paiId);
    if (!membership || !state) return false;
    this.membership = membership;
    this.head = state.head;
    this.loaded = true;
    const waiting = this.inbox;
    this.inbox = [];
    for (const batch of waiting) this.take(batch);
    return true;
  }

  /** The pai was dissolved or erased when the membership was last read. */
  get gone(): boolean {
    return this.membership.version === Infinity;
  }

  /** Looks at the store now: somebody knows of a position this node has not heard of. */
  async lookAhead(): Promise<void> {
    const state = (await this.ports.heads([this.paiId])).get(this.paiId);
    if (state) this.heal(state);
    await this.reading;
  }

  fromSeqOf(userId: string): number | undefined {
    return this.membership.fromSeq.get(userId);
  }

  /** Adds a socket; its live frames are held until `release`. */
  join(connection: Connection): void {
    this.fanout.flush();
    const { userId } = connection.caller;
    const mine = this.sockets.get(userId) ?? new Set();
    mine.add(connection);
    this.sockets.set(userId, mine);
    connection.pais.set(this.paiId, { held: [] });
    this.emptySince = 0;
  }

  leave(connection: Connection): void {
    connection.pais.delete(this.paiId);
    connection.open.delete(this.paiId);
    const mine = this.sockets.get(connection.caller.userId);
    mine?.delete(connection);
    if (mine?.size === 0) this.sockets.delete(connection.caller.userId);
    if (this.sockets.size === 0) this.emptySince = nowMs();
  }

  /** Takes committed events. */
  take(batch: Batch): void {
    if (!this.loaded) {
      this.inbox.push(batch);
    } else if (this.reading || batch.membership > this.membership.version || this.hasHole(batch)) {
      this.inbox.push(batch);
      this.reading ??= this.readAndDrain();
    } else {
      this.apply(batch);
    }
  }

  /** Shows what an AI turn has written to those who have the pai open and may read what it answers. */
  showDelta({ membership, upTo, except, json }: Delta): void {
    // Who may read is about to be read anew; this one is let go.
    if (membership > this.membership.version) return this.take({ membership, lines: [] });
    const hiding = new Set(except);
    const open = [...this.sockets].filter(([userId]) => !hiding.has(userId) && (this.membership.fromSeq.get(userId) ?? Infinity) <= upTo).flatMap(([, connections]) => [...connections].filter((connection) => connection.open.has(this.paiId)));
    if (open.length > 0) this.fanout.now(json, open);
  }

  private hasHole(batch: Batch): boolean {
    let expected = this.head + 1;
    for (const line of batch.lines) {
      if (line.seq > expected || (line.type === 'message.changed' && line.seq >= expected)) return true;
      if (line.type === 'message.created' && line.seq === expected) expected++;
    }
    return false;
  }

  /** [L4] Compares with the store: `head` and `membership` as it has them now. */
  heal(state: { head: number; membership: number }): void {
    if (this.gone && state.membership !== Infinity) {
      // Taken back: whoever is in it has sockets to join again.
      this.refreshMembership().catch((error: Error) => log().warn({ reason: error.message, paiId: this.paiId }, 'a membership could not be read yet'));
    } else if (state.head > this.head || state.membership > this.membership.version) {
      this.take({ membership: state.membership, lines: state.head > this.head ? [{ type: 'message.changed', seq: state.head, json: '' }] : [] });
    }
  }

  /** [L4] A change found by comparing with the store: pushed unless it was pushed already. */
  refresh(line: Line): void {
    if (line.seq > this.head || this.pushed.get(line.seq) === line.json) return;
    this.take({ membership: this.membership.version, lines: [line] });
  }

  private async readAndDrain(): Promise<void> {
    try {
      while (this.inbox.length > 0) {
        const batch = this.inbox[0] as Batch;
        if (batch.membership > this.membership.version) await this.refreshMembership();
        while (this.hasHole(batch)) await this.fetchMissing();
        this.inbox.shift();
        this.apply(batch);
      }
    } catch (error) {
      // The store is away: the comparison of heads comes back to it.
      this.inbox = [];
      log().warn({ reason: (error as Error).message, paiId: this.paiId }, 'a gap could not be filled yet');
    } finally {
      this.reading = undefined;
    }
  }

  private async fetchMissing(): Promise<void> {
    const lines = await this.ports.linesAfter(this.paiId, this.head, LIMITS.resumeMessages);
    if (lines.length === 0) throw new Error('the store does not have the position yet');
    metrics.healed.inc(lines.length);
    this.apply({ membership: this.membership.version, lines });
  }

  /** Reads who may read here. A read that an earlier one overtook changes nothing. */
  async refreshMembership(): Promise<void> {
    const before = this.membership;
    const membership = (await this.ports.membership(this.paiId)) ?? { version: Infinity, fromSeq: new Map<string, number>() };
    if (membership.version < this.membership.version && !this.gone) return;
    this.membership = membership;
    for (const [userId, connections] of this.sockets) {
      if (!membership.fromSeq.has(userId)) for (const connection of [...connections]) this.leave(connection);
    }
    this.welcome([...membership.fromSeq.keys()].filter((userId) => !before.fromSeq.has(userId)));
  }

  private apply(batch: Batch): void {
    const fresh: Line[] = [];
    for (const line of batch.lines) {
      if (line.type === 'message.created') {
        if (line.seq !== this.head + 1) continue;
        this.head = line.seq;
        this.keep(line);
      } else if (line.type === 'message.changed') {
        if (line.json === '') continue;
        this.replaceKept(line);
        this.pushed.set(line.seq, line.json);
      }
      fresh.push(line);
    }
    this.fanout.push(fresh);
  }

  private keep(line: Line): void {
    this.tail.push({ ...line, at: nowMs() });
    if (this.tail.length > TAIL_LENGTH + 100) this.tail = this.tail.slice(-TAIL_LENGTH);
  }

  private replaceKept(line: Line): void {
    const index = line.seq - (this.tail[0]?.seq ?? Infinity);
    const kept = this.tail[index];
    if (kept) this.tail[index] = { ...line, type: kept.type, at: kept.at };
  }

  /** Messages after `after` from memory; undefined when memory does not reach back that far [R2]. */
  tailAfter(after: number): Line[] | undefined {
    if (after >= this.head) return [];
    const first = this.tail[0];
    if (!first || after + 1 < first.seq || first.at < nowMs() - TAIL_AGE) {
      const old = this.tail.findIndex((kept) => kept.at >= nowMs() - TAIL_AGE);
      this.tail = old === -1 ? [] : this.tail.slice(old);
      const start = this.tail[0];
      if (!start || after + 1 < start.seq) return undefined;
    }
    return this.tail.filter((kept) => kept.seq > after);
  }

  close(): void {
    this.fanout.close();
  }
}
