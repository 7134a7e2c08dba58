import { MINUTE, SECOND, dateAt, nowMs } from '../infra/clock';
import { log } from '../infra/logger';
import { metrics } from '../infra/metrics';
import type { Batch } from './batch';
import { followPai, unfollowPai } from './bus';
import type { RealtimePorts } from './ports';
import { Room } from './room';

/** [L4] How often heads and changes are compared with the store. */
const HEAL_EVERY = 4 * SECOND;
/** Changes are read again this far back: a write may become visible a little after the time it carries. */
const HEAL_OVERLAP = 15 * SECOND;
/** A pai nobody here has open is kept a while: a phone that was put away for a moment comes back to a warm tail. */
const LINGER = 2 * MINUTE;

/** The pais this node serves. */
export class Rooms {
  private readonly rooms = new Map<string, Room>();
  private readonly loading = new Map<string, Promise<Room | undefined>>();
  /** Rooms that read the store for the first time: what is published meanwhile is theirs too. */
  private readonly arriving = new Map<string, Room>();
  private timer: NodeJS.Timeout | undefined;
  private healing = false;
  private healedUntil = nowMs();

  constructor(
    private readonly ports: RealtimePorts,
    private readonly welcome: (paiId: string, userIds: readonly string[]) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.heal(), HEAL_EVERY);
  }

  stop(): void {
    clearInterval(this.timer);
    for (const room of this.rooms.values()) room.close();
    this.rooms.clear();
  }

  /** Closes every room; their sockets must go too. */
  forget(): void {
    for (const [paiId, room] of this.rooms) {
      room.close();
      void unfollowPai(paiId);
    }
    this.rooms.clear();
    metrics.openPais.set(0);
  }

  get(paiId: string): Room | undefined {
    return this.rooms.get(paiId);
  }

  take(paiId: string, batch: Batch): void {
    (this.rooms.get(paiId) ?? this.arriving.get(paiId))?.take(batch);
  }

  /** The room of a pai, loaded; undefined when the pai is gone. */
  async enter(paiId: string): Promise<Room | undefined> {
    const known = this.rooms.get(paiId);
    if (known) {
      // It must not be closed as empty between here and the join.
      if (known.emptySince > 0) known.emptySince = nowMs();
      if (known.gone) await known.refreshMembership();
      return known.gone ? undefined : known;
    }
    const loading = this.loading.get(paiId) ?? this.load(paiId);
    this.loading.set(paiId, loading);
    try {
      return await loading;
    } finally {
      this.loading.delete(paiId);
    }
  }

  private async load(paiId: string): Promise<Room | undefined> {
    const room = new Room(paiId, this.ports, (userIds) => this.welcome(paiId, userIds));
    this.arriving.set(paiId, room);
    try {
      await followPai(paiId);
      if (await room.load()) {
        room.emptySince = nowMs();
        this.rooms.set(paiId, room);
        metrics.openPais.set(this.rooms.size);
        return room;
      }
      return undefined;
    } finally {
      this.arriving.delete(paiId);
      if (!this.rooms.has(paiId)) void unfollowPai(paiId);
    }
  }

  /** Compares all open pais with the store in two reads: heads and memberships, then changes. */
  async heal(): Promise<void> {
    if (this.healing || this.rooms.size === 0) return;
    this.healing = true;
    const started = nowMs();
    try {
      this.closeLingering();
      const ids = [...this.rooms.keys()];
      const heads = await this.ports.heads(ids);
      for (const id of ids) this.rooms.get(id)?.heal(heads.get(id) ?? { head: 0, membership: Infinity });
      const since = dateAt(this.healedUntil - HEAL_OVERLAP);
      for (const { paiId, line } of await this.ports.changedSince(ids, since)) this.rooms.get(paiId)?.refresh(line);
      this.healedUntil = started;
    } catch (error) {
      log().warn({ reason: (error as Error).message }, 'heads could not be compared');
    } finally {
      this.healing = false;
    }
  }

  private closeLingering(): void {
    for (const [paiId, room] of this.rooms) {
      if (room.emptySince === 0 || room.emptySince > nowMs() - LINGER) continue;
      room.close();
      this.rooms.delete(paiId);
      void unfollowPai(paiId);
    }
    metrics.openPais.set(this.rooms.size);
  }
}
