import { MINUTE, SECOND, nowMs } from '../infra/clock';
import { metrics } from '../infra/metrics';
import type { Connection } from './connection';
import type { RealtimePorts } from './ports';

const IDLE_AFTER = 75 * SECOND;
const TOKEN_GRACE = MINUTE;
const SOCKETS_PER_USER = 20;

/** The signed-in sockets of this node and whose they are. */
export class Roster {
  private readonly connections = new Set<Connection>();
  private readonly byUser = new Map<string, Set<Connection>>();

  get size(): number {
    return this.connections.size;
  }

  get all(): readonly Connection[] {
    return [...this.connections];
  }

  /** The sockets of one person. */
  of(userId: string): readonly Connection[] {
    return [...(this.byUser.get(userId) ?? [])];
  }

  /** Counts a socket in; past 20 of one person the oldest gives way. */
  add(connection: Connection): void {
    const { userId } = connection.caller;
    const mine = this.byUser.get(userId) ?? new Set();
    const [oldest] = mine;
    if (oldest && mine.size >= SOCKETS_PER_USER) {
      mine.delete(oldest);
      oldest.close('too-many', MINUTE);
    }
    mine.add(connection);
    this.byUser.set(userId, mine);
    this.connections.add(connection);
    metrics.sockets.set(this.size);
  }

  /** Counts a socket out; true when it was the last one of its person. */
  remove(connection: Connection): boolean {
    const { userId } = connection.caller;
    this.connections.delete(connection);
    metrics.sockets.set(this.size);
    const mine = this.byUser.get(userId);
    mine?.delete(connection);
    return mine?.size === 0 && this.byUser.delete(userId);
  }

  /** Closes sockets whose sign-in has ended or token has run out, and those that say nothing. */
  async inspect(endedSessions: RealtimePorts['endedSessions']): Promise<void> {
    const at = nowMs();
    const { all } = this;
    for (const connection of all) {
      if (connection.lastSeen < at - IDLE_AFTER) connection.close('idle');
      else if (connection.caller.expiresAt + TOKEN_GRACE < at) connection.close('token-invalid');
    }
    if (all.length === 0) return;
    const ended = new Set(await endedSessions(all.map(({ caller }) => caller.sessionId)).catch(() => []));
    for (const connection of all) if (ended.has(connection.caller.sessionId)) connection.close('signed-out');
  }
}
