import { WebSocket } from 'ws';
import { applyEvent, applySync, cursorOf, emptyTimeline, type Timeline } from '@shared/domain/timeline';
import type { Ack, Cursor, ServerEvent, ServerFrame } from '@shared/wire/event';
import { PROTOCOL_VERSION } from '@shared/wire/version';
import { eventually, newClientMsgId, type Person } from './person';

type FrameOf<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;

/** What one client showed, in the order it showed it: for the checker of fault runs. */
export type Shown = { paiId: string; seq: number; clientMsgId: string } | { paiId: string; reset: true };

/** A client as the mini-program is one: folds events into timelines, asks for gaps, resends what was not acknowledged. */
export class SocketClient {
  readonly frames: ServerFrame[] = [];
  readonly events: ServerEvent[] = [];
  readonly timelines = new Map<string, Timeline>();
  readonly shown: Shown[] = [];
  readonly acks = new Map<string, Ack>();
  closed: { code: number; reason: string } | undefined;
  private ws: WebSocket | undefined;
  private readonly waitingSync = new Set<string>();

  constructor(
    readonly person: Person,
    private base = person.base,
  ) {}

  /** Opens pais without a socket yet: they are caught up with at connect. */
  hold(...paiIds: string[]): this {
    for (const paiId of paiIds) if (!this.timelines.has(paiId)) this.timelines.set(paiId, emptyTimeline(paiId));
    return this;
  }

  async connect(base = this.base, token = this.person.session.token): Promise<FrameOf<'welcome'>> {
    this.base = base;
    this.closed = undefined;
    const ws = new WebSocket(`${base.replace('http', 'ws')}/ws`);
    this.ws = ws;
    const since = this.frames.length;
    ws.on('message', (data) => {
      if (this.ws === ws) this.receive(JSON.parse(String(data)) as ServerFrame);
    });
    ws.on('close', (code, reason) => {
      if (this.ws === ws) this.closed = { code, reason: String(reason) };
    });
    await new Promise<void>((resolve, reject) => {
      ws.once('open', () => resolve());
      ws.once('error', reject);
    });
    const cursors: Record<string, Cursor> = {};
    for (const [paiId, timeline] of this.timelines) cursors[paiId] = cursorOf(timeline);
    this.raw({ type: 'hello', v: PROTOCOL_VERSION, token, cursors });
    return eventually('welcome', () => {
      if (this.closed) throw new Error(`refused: ${this.closed.code} ${this.closed.reason}`);
      return this.frames.slice(since).find((frame): frame is FrameOf<'welcome'> => frame.type === 'welcome');
    });
  }

  raw(frame: unknown): void {
    this.ws?.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  get isOpen(): boolean {
    return this.ws?.readyState === WebSocket.OPEN;
  }

  /** Stops reading, as a phone with a bad network does. */
  pause(): void {
    this.ws?.pause();
  }

  resume(): void {
    this.ws?.resume();
  }

  cut(): void {
    this.ws?.terminate();
  }

  close(): void {
    this.ws?.close();
  }

  timeline(paiId: string): Timeline {
    const timeline = this.timelines.get(paiId);
    if (!timeline) throw new Error(`pai ${paiId} is not held`);
    return timeline;
  }

  texts(paiId: string): string[] {
    return this.timeline(paiId).messages.map(({ text }) => text);
  }

  /** Sends and waits for the ack. */
  async send(paiId: string, text: string, extra: Record<string, unknown> = {}): Promise<Ack> {
    const clientMsgId = newClientMsgId();
    this.raw({ type: 'send', paiId, clientMsgId, text, ...extra });
    return eventually(`ack of ${text}`, () => this.acks.get((extra.clientMsgId as string | undefined) ?? clientMsgId));
  }

  private receive(frame: ServerFrame): void {
    this.frames.push(frame);
    if (frame.type === 'acks') for (const ack of frame.acks) this.acks.set(ack.clientMsgId, ack);
    if (frame.type === 'sync') {
      this.waitingSync.delete(frame.paiId);
      const held = this.timelines.get(frame.paiId);
      this.fold(frame.paiId, (timeline) => applySync(timeline, frame), frame.reset || held?.epoch !== frame.epoch);
    }
    if (frame.type === 'lag') for (const paiId of frame.paiIds) this.sync(paiId);
    if (frame.type === 'refused' && frame.of === 'sync' && frame.paiId) this.syncLater(frame.paiId);
    if (frame.type === 'events') {
      for (const event of frame.events) {
        this.events.push(event);
        if (event.type === 'message.created' || event.type === 'message.changed') this.fold(event.message.paiId, (timeline) => applyEvent(timeline, event));
      }
    }
  }

  private fold(paiId: string, change: (timeline: Timeline) => Timeline, reset = false): void {
    const before = this.timelines.get(paiId);
    if (!before) return;
    const after = change(before);
    this.timelines.set(paiId, after);
    if (reset) this.shown.push({ paiId, reset: true });
    for (const message of after.messages) {
      if (reset || message.seq > before.cursor) this.shown.push({ paiId, seq: message.seq, clientMsgId: message.clientMsgId });
    }
    if (after.stale) this.sync(paiId);
  }

  private syncLater(paiId: string): void {
    this.waitingSync.delete(paiId);
    setTimeout(() => this.sync(paiId), 500).unref();
  }

  sync(paiId: string): void {
    if (this.waitingSync.has(paiId) || !this.isOpen) return;
    this.waitingSync.add(paiId);
    this.raw({ type: 'sync', paiId, cursor: cursorOf(this.timeline(paiId)) });
  }
}

const RESEND_AFTER = 4000;
const TRY_AGAIN = new Set(['service/unavailable', 'service/internal', 'request/too-many']);

/**
 * A client that never gives up, as the mini-program is one: what was not acknowledged is sent again in its order under
 * the same clientMsgId, and a lost socket is opened again, on the next node of the list.
 */
export class Phone extends SocketClient {
  private readonly unsent = new Map<string, object>();
  private lastAttempt = 0;
  private connecting = false;
  private turn = 0;
  private timer: NodeJS.Timeout | undefined;
  reconnects = -1;

  constructor(
    person: Person,
    private readonly bases: readonly string[],
  ) {
    super(person);
  }

  /** Keeps itself connected from now on. */
  async start(...paiIds: string[]): Promise<this> {
    this.hold(...paiIds);
    this.timer = setInterval(() => void this.tend(), 50);
    await eventually('the phone is connected', () => this.reconnects >= 0, 20_000);
    return this;
  }

  end(): void {
    clearInterval(this.timer);
    this.cut();
  }

  say(paiId: string, text: string, clientMsgId = newClientMsgId()): string {
    const frame = { type: 'send', paiId, clientMsgId, text };
    this.unsent.set(clientMsgId, frame);
    if (this.isOpen && !this.connecting) this.raw(frame);
    return clientMsgId;
  }

  /** What still waits for its ack. */
  get waiting(): number {
    this.settle();
    return this.unsent.size;
  }

  private settle(): void {
    for (const clientMsgId of [...this.unsent.keys()]) {
      const ack = this.acks.get(clientMsgId);
      if (ack && (ack.seq !== undefined || !TRY_AGAIN.has(ack.error?.code ?? ''))) this.unsent.delete(clientMsgId);
    }
  }

  private resend(): void {
    this.lastAttempt = Date.now();
    for (const frame of this.unsent.values()) this.raw(frame);
  }

  private async tend(): Promise<void> {
    if (this.connecting) return;
    if (this.isOpen) {
      if (this.waiting > 0 && Date.now() - this.lastAttempt > RESEND_AFTER) this.resend();
      return;
    }
    this.connecting = true;
    try {
      await this.connect(this.bases[this.turn++ % this.bases.length]);
      this.reconnects++;
      this.settle();
      this.resend();
    } catch {
      this.cut();
    } finally {
      this.connecting = false;
    }
  }
}

/** A connected client that holds the given pais. */
export async function givenSocket(person: Person, ...paiIds: string[]): Promise<SocketClient> {
  const client = new SocketClient(person).hold(...paiIds);
  await client.connect();
  for (const paiId of paiIds) await eventually('first sync', () => !client.timeline(paiId).stale);
  return client;
}
