import { nowMs } from '../infra/clock';
import { eventText, lineFor, type Line } from './batch';
import { textFrame, type Connection } from './connection';

/** [R4] Time between flushes, and above which rate the longer one is used. */
const FLUSH_MS = 20;
const BUSY_FLUSH_MS = 50;
const BUSY_PER_SECOND = 20;

interface Receiver {
  userId: string;
  fromSeq: number;
  connections: ReadonlySet<Connection>;
}

/** Coalesces one pai's events into frames: the first after quiet leaves at once, then one frame per flush [R4]. */
export class Fanout {
  private pending: Line[] = [];
  private timer: NodeJS.Timeout | undefined;
  private lastFlush = 0;
  private second = 0;
  private inSecond = 0;
  private secondBefore = 0;

  constructor(
    private readonly paiId: string,
    private readonly receivers: () => Iterable<Receiver>,
  ) {}

  push(lines: readonly Line[]): void {
    if (lines.length === 0) return;
    this.pending.push(...lines);
    this.count(lines.length);
    if (this.timer) return;
    const wait = this.lastFlush + this.interval() - nowMs();
    if (wait <= 0) this.flush();
    else this.timer = setTimeout(() => this.flush(), wait);
  }

  private count(added: number): void {
    const second = Math.floor(nowMs() / 1000);
    if (second !== this.second) {
      this.secondBefore = second === this.second + 1 ? this.inSecond : 0;
      [this.second, this.inSecond] = [second, 0];
    }
    this.inSecond += added;
  }

  private interval(): number {
    return Math.max(this.inSecond, this.secondBefore) > BUSY_PER_SECOND ? BUSY_FLUSH_MS : FLUSH_MS;
  }

  /** Writes what is pending, built once and shared by all sockets. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.pending.length === 0) return;
    const lines = this.pending;
    this.pending = [];
    this.lastFlush = nowMs();
    const oldest = Math.min(...lines.map((line) => line.seq || Infinity));
    const shared = this.frame(lines);
    const messages = countMessages(lines);
    const personal = lines.some(({ own }) => own);
    for (const { userId, fromSeq, connections } of this.receivers()) {
      // A message from before somebody's time is not for them, neither its change nor itself when it was fetched late.
      const readable = oldest < fromSeq ? lines.filter((line) => line.seq === 0 || line.seq >= fromSeq) : lines;
      const mine = personal && readable.some(({ own }) => own?.userIds.includes(userId)) ? readable.map((line) => lineFor(line, userId)) : readable;
      const frame = mine === lines ? shared : this.frame(mine);
      if (mine.length > 0) for (const connection of connections) connection.deliver(this.paiId, frame, messages);
    }
  }

  /** Writes one event at once, to some: what is pending stays so, since order does not matter to it. */
  now(json: string, connections: readonly Connection[]): void {
    const frame = this.frameOf(json);
    for (const connection of connections) connection.deliver(this.paiId, frame, 0);
  }

  private frame(lines: readonly Line[]): Buffer {
    return this.frameOf(lines.map(eventText).join(','));
  }

  private frameOf(events: string): Buffer {
    const at = new Date(nowMs()).toISOString();
    return textFrame(`{"type":"events","paiId":"${this.paiId}","at":"${at}","events":[${events}]}`);
  }

  close(): void {
    clearTimeout(this.timer);
  }
}

const countMessages = (lines: readonly Line[]): number => lines.reduce((n, line) => n + (line.type === 'message.created' ? 1 : 0), 0);
