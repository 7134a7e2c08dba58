import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Ack, ServerFrame } from '@shared/wire/event';
import { closeCode, type CloseReason } from '@shared/wire/version';
import type { Locale } from '@shared/wire/errors';
import { metrics } from '../infra/metrics';
import { FrameBudget } from './frames';
import type { SocketCaller } from './ports';

/** [R3] Queued bytes past which live frames are dropped, and below which the reader has caught up. */
const LAG_BYTES = 256 * 1024;
const CAUGHT_UP_BYTES = 32 * 1024;
/** Replies are never dropped; a reader that does not even take those is cut off. */
const HOPELESS_BYTES = 8 * 1024 * 1024;

/** A WebSocket text frame (RFC 6455 §5.2: server frames are not masked), built once and written to many sockets. */
export function textFrame(text: string): Buffer {
  const body = Buffer.from(text);
  const n = body.length;
  let head: Buffer;
  if (n < 126) head = Buffer.from([0x81, n]);
  else if (n < 65536) head = Buffer.from([0x81, 126, n >> 8, n & 255]);
  else {
    head = Buffer.alloc(10);
    head[0] = 0x81;
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(n), 2);
  }
  return Buffer.concat([head, body]);
}

/** One signed-in socket. */
export class Connection {
  /** Pais it receives; a list there holds live frames back until the pai's catch-up has been sent. */
  readonly pais = new Map<string, { held: Buffer[] | undefined }>();
  /** Pais on its screen. */
  readonly open = new Set<string>();
  /** Sends are prepared one after the other, so that they enter the log in the order they were said. */
  preparing: Promise<unknown> = Promise.resolve();
  lastSeen: number;
  readonly budget: FrameBudget;
  private readonly lagging = new Set<string>();
  private acks: Ack[] = [];

  constructor(
    private readonly ws: WebSocket,
    public caller: SocketCaller,
    readonly locale: Locale,
    now: number,
  ) {
    this.lastSeen = now;
    this.budget = new FrameBudget(now);
    this.socket?.on('drain', () => this.tellLag());
  }

  /** ws keeps the TCP socket in `_socket`; without per-message deflate its frames and ours may be written side by side. */
  private get socket(): Socket | undefined {
    return (this.ws as unknown as { _socket?: Socket })._socket;
  }

  get closing(): boolean {
    return this.ws.readyState !== this.ws.OPEN;
  }

  get closed(): boolean {
    return this.ws.readyState === this.ws.CLOSED;
  }

  private get writable(): boolean {
    return this.ws.readyState === this.ws.OPEN && this.socket !== undefined;
  }

  /** Sends a frame meant for this socket alone. */
  send(frame: ServerFrame): void {
    this.sendText(JSON.stringify(frame));
  }

  sendText(text: string): void {
    if (!this.writable) return;
    if ((this.socket?.writableLength ?? 0) > HOPELESS_BYTES) return this.ws.terminate();
    this.socket?.write(textFrame(text));
    metrics.frames.inc();
  }

  /** Writes a shared live frame, or drops it when this reader is too slow [R3]. */
  deliver(paiId: string, frame: Buffer, messages: number): void {
    const pai = this.pais.get(paiId);
    if (!pai || !this.writable || !this.socket) return;
    if (pai.held) {
      pai.held.push(frame);
      return;
    }
    if (this.lagging.size > 0 || this.socket.writableLength > LAG_BYTES) {
      this.lagging.add(paiId);
      metrics.dropped.inc();
      return;
    }
    this.socket.write(frame);
    metrics.frames.inc();
    metrics.deliveries.inc(messages);
  }

  /** Lets the frames held during a catch-up go. */
  release(paiId: string): void {
    const pai = this.pais.get(paiId);
    const held = pai?.held ?? [];
    if (pai) pai.held = undefined;
    for (const frame of held) this.deliver(paiId, frame, 0);
  }

  private tellLag(): void {
    if (this.lagging.size === 0 || (this.socket?.writableLength ?? 0) > CAUGHT_UP_BYTES) return;
    const paiIds = [...this.lagging];
    this.lagging.clear();
    this.send({ type: 'lag', paiIds });
  }

  /** Acks of one tick share a frame [L3]. */
  ack(ack: Ack): void {
    this.acks.push(ack);
    if (this.acks.length > 1) return;
    setImmediate(() => {
      const acks = this.acks;
      this.acks = [];
      this.send({ type: 'acks', acks });
    });
  }

  /** Says why and when to come back, then closes [R5]. */
  close(reason: CloseReason, retryAfterMs = 0): void {
    this.send({ type: 'bye', reason, retryAfterMs });
    this.ws.close(closeCode(reason), reason);
    setTimeout(() => this.ws.terminate(), 2000).unref();
  }
}
