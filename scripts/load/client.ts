import { WebSocket } from 'ws';
import type { Ack, ServerFrame, SyncFrame } from '@shared/wire/event';
import type { Message } from '@shared/wire/message';
import { PROTOCOL_VERSION } from '@shared/wire/version';
import type { Watched } from '../../tests/support/checker';
import type { Person } from '../../tests/support/person';
import type { FrameReader } from './frames';
import type { Tally } from './tally';

/** What all clients of the run write into. */
export interface Board {
  reader: FrameReader;
  /** When each message was sent, on this process's clock. */
  sentAt: Map<string, number>;
  ackMs: Tally;
  deliveryMs: Tally;
  refused: string[];
  closed: string[];
  deliveries: number;
  frames: number;
  bytes: number;
  syncs: number;
  acked: number;
}

/**
 * A client that keeps to R1 and R2 and remembers what it showed, light enough that a thousand fit in a process: it keeps
 * (seq, clientMsgId) and not the words.
 */
export class LoadClient implements Watched {
  readonly shown: ({ paiId: string; seq: number; clientMsgId: string } | { paiId: string; reset: true })[] = [];
  readonly acks = new Map<string, Ack>();
  private held: Message[] = [];
  private cursor = 0;
  private epoch = '';
  private since: string | undefined;
  private waitsForSync = true;
  private ws: WebSocket | undefined;
  private isEnding = false;

  constructor(
    readonly person: Person,
    private readonly paiId: string,
    private readonly board: Board,
  ) {}

  /** Resolves when the first catch-up is in. */
  async connect(node: string): Promise<void> {
    const ws = new WebSocket(`${node.replace('http', 'ws')}/ws`, { perMessageDeflate: false });
    this.ws = ws;
    await new Promise<void>((resolve, reject) => {
      ws.once('open', () => ws.send(JSON.stringify({ type: 'hello', v: PROTOCOL_VERSION, token: this.person.session.token, cursors: { [this.paiId]: this.position } })));
      ws.once('error', reject);
      ws.on('message', (bytes) => {
        this.receive(bytes as Buffer);
        if (this.epoch !== '') resolve();
      });
      ws.on('close', (code, reason) => {
        if (!this.isEnding) this.board.closed.push(`${this.person.user.nickname}: ${code} ${String(reason)}`);
        reject(new Error(`closed: ${code} ${String(reason)}`));
      });
    });
  }

  send(clientMsgId: string, text: string): void {
    this.board.sentAt.set(clientMsgId, performance.now());
    this.ws?.send(JSON.stringify({ type: 'send', paiId: this.paiId, clientMsgId, text }));
  }

  ping(): void {
    this.ws?.send('{"type":"ping","id":1}');
  }

  end(): void {
    this.isEnding = true;
    this.ws?.terminate();
  }

  timeline(): { cursor: number; messages: readonly Message[] } {
    return { cursor: this.cursor, messages: this.held };
  }

  private get position(): { seq: number; epoch: string; since?: string } {
    return { seq: this.cursor, epoch: this.epoch, ...(this.since === undefined ? {} : { since: this.since }) };
  }

  private receive(bytes: Buffer): void {
    this.board.frames += 1;
    this.board.bytes += bytes.length;
    this.take(this.board.reader.read(bytes));
  }

  private take(frame: ServerFrame): void {
    if (frame.type === 'events') for (const event of frame.events) if (event.type === 'message.created') this.append(event.message, true);
    if (frame.type === 'sync') this.catchUp(frame);
    if (frame.type === 'acks') frame.acks.forEach((ack) => this.acknowledge(ack));
    if (frame.type === 'lag') this.sync();
    if (frame.type === 'refused') this.board.refused.push(`${frame.of}: ${frame.code}`);
  }

  /** [R1] n+1 is shown, a seen one dropped, a gap asked for. */
  private append(message: Message, isLive: boolean): void {
    if (message.seq <= this.cursor) return;
    if (message.seq > this.cursor + 1) return this.sync();
    this.cursor = message.seq;
    this.held.push(message);
    this.shown.push(message);
    if (isLive) this.count(message);
  }

  private count({ clientMsgId }: Message): void {
    const sentAt = this.board.sentAt.get(clientMsgId);
    if (sentAt === undefined) return;
    this.board.deliveries += 1;
    this.board.deliveryMs.add(performance.now() - sentAt);
  }

  private catchUp(frame: SyncFrame): void {
    this.waitsForSync = false;
    if (frame.reset || frame.epoch !== this.epoch) {
      this.shown.push({ paiId: this.paiId, reset: true });
      this.held = [];
      this.cursor = (frame.messages[0]?.seq ?? frame.head + 1) - 1;
    }
    this.epoch = frame.epoch;
    this.since = frame.at;
    for (const message of frame.messages) this.append(message, false);
    if (this.cursor < frame.head) this.sync();
  }

  private sync(): void {
    if (this.waitsForSync) return;
    this.waitsForSync = true;
    this.board.syncs += 1;
    this.ws?.send(JSON.stringify({ type: 'sync', paiId: this.paiId, cursor: this.position }));
  }

  private acknowledge(ack: Ack): void {
    this.acks.set(ack.clientMsgId, ack);
    if (ack.error) this.board.refused.push(`send: ${ack.error.code}`);
    const sentAt = this.board.sentAt.get(ack.clientMsgId);
    if (ack.error || sentAt === undefined) return;
    this.board.acked += 1;
    this.board.ackMs.add(performance.now() - sentAt);
  }
}
