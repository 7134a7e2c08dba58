import type { IncomingMessage, Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { ClientFrame, type Cursor } from '@shared/wire/event';
import { PROTOCOL_VERSION, closeCode, type CloseReason } from '@shared/wire/version';
import type { z } from 'zod';
import { localeOf } from '../http/input';
import { takePoint } from '../http/rateLimit';
import { MINUTE, SECOND, now, nowMs } from '../infra/clock';
import { log } from '../infra/logger';
import { metrics } from '../infra/metrics';
import { closeBus, followUser, openBus, publishHint, unfollowUser, type UserNews } from './bus';
import { syncText } from './catchUp';
import { Connection } from './connection';
import type { RealtimePorts } from './ports';
import { Presence } from './presence';
import { Rooms } from './rooms';

type Frame = z.output<typeof ClientFrame>;
type FrameOf<T extends Frame['type']> = Extract<Frame, { type: T }>;

const HELLO_WITHIN = 10 * SECOND;
const IDLE_AFTER = 75 * SECOND;
const TOKEN_GRACE = MINUTE;
const INSPECT_EVERY = 4 * SECOND;
const MAX_FRAME_BYTES = 256 * 1024;
const SOCKETS_PER_USER = 20;

/** The sockets of this node: hello, catch-up, sends, live events. */
export class Gateway {
  private readonly server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_FRAME_BYTES, clientTracking: false });
  private readonly connections = new Map<WebSocket, Connection>();
  private readonly byUser = new Map<string, Set<Connection>>();
  private readonly rooms: Rooms;
  private readonly presence: Presence;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly ports: RealtimePorts) {
    this.rooms = new Rooms(ports);
    this.presence = new Presence(this.rooms, () => this.connections.values());
  }

  /** Serves sockets at /ws of an HTTP server. */
  attach(http: Server): void {
    http.on('upgrade', (request, socket, head) => {
      if (new URL(request.url ?? '/', 'http://x').pathname !== '/ws') return socket.destroy();
      this.server.handleUpgrade(request, socket, head, (ws) => this.greet(ws, request));
    });
    openBus({
      batch: (paiId, batch) => this.rooms.get(paiId)?.take(batch),
      hint: (paiId, hint) => this.presence.hint(paiId, hint),
      user: (userId, news) => void this.hear(userId, news),
      reconnected: () => void this.rooms.heal(),
    });
    this.rooms.start();
    this.presence.start();
    this.timer = setInterval(() => void this.inspect(), INSPECT_EVERY);
  }

  /** Tells every socket to come back elsewhere and stops. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.presence.stop();
    this.rooms.stop();
    closeBus();
    for (const connection of this.connections.values()) connection.close('restarting', 500 + Math.floor(1500 * Math.random()));
    await new Promise((resolve) => this.server.close(resolve));
  }

  get socketCount(): number {
    return this.connections.size;
  }

  private greet(ws: WebSocket, request: IncomingMessage): void {
    const locale = localeOf(request.headers['accept-language']);
    const refuse = (reason: CloseReason): void => {
      ws.send(JSON.stringify({ type: 'bye', reason, retryAfterMs: 0 }));
      ws.close(closeCode(reason), reason);
    };
    const late = setTimeout(() => refuse('try-again'), HELLO_WITHIN);
    ws.on('error', () => ws.terminate());
    ws.once('close', () => clearTimeout(late));
    ws.once('message', (data) => {
      clearTimeout(late);
      const hello = parse(data);
      if (hello?.type !== 'hello') return refuse('bad-frame');
      if (hello.v !== PROTOCOL_VERSION) return refuse('too-old');
      // Frames sent right behind the hello wait for it.
      const early: Parameters<typeof parse>[0][] = [];
      const keep = (frame: Parameters<typeof parse>[0]): number => early.push(frame);
      ws.on('message', keep);
      this.ports
        .authenticate(hello.token)
        .then(async (caller) => {
          const connection = new Connection(ws, caller, locale, nowMs());
          await this.admit(ws, connection, hello.cursors);
          ws.off('message', keep);
          for (const frame of early) this.receive(connection, frame);
          ws.on('message', (frame) => this.receive(connection, frame));
        })
        .catch((error: unknown) => {
          const { code } = this.ports.sentence(error, locale);
          if (!code.startsWith('auth/')) log().warn({ err: error }, 'a socket could not be admitted');
          refuse(code.startsWith('auth/') ? 'token-invalid' : 'try-again');
        });
    });
  }

  private async admit(ws: WebSocket, connection: Connection, cursors: Record<string, Cursor>): Promise<void> {
    const { userId } = connection.caller;
    const mine = this.byUser.get(userId) ?? new Set();
    if (mine.size >= SOCKETS_PER_USER) [...mine][0]?.close('too-many', 60_000);
    if (mine.size === 0) await followUser(userId);
    mine.add(connection);
    this.byUser.set(userId, mine);
    this.connections.set(ws, connection);
    metrics.sockets.set(this.connections.size);
    ws.once('close', () => this.drop(ws, connection));
    if (ws.readyState !== ws.OPEN) return this.drop(ws, connection);
    await this.welcome(connection, cursors);
  }

  private async welcome(connection: Connection, cursors: Record<string, Cursor>): Promise<void> {
    const ids = await this.ports.paisOf(connection.caller.userId);
    const rooms = (await Promise.all(ids.map((id) => this.rooms.enter(id)))).filter((room) => room !== undefined);
    const joined = rooms.filter((room) => room.fromSeqOf(connection.caller.userId) !== undefined);
    for (const room of joined) room.join(connection);
    const heads = Object.fromEntries(joined.map((room) => [room.paiId, { head: room.head, epoch: this.ports.epoch() }]));
    connection.send({ type: 'welcome', v: PROTOCOL_VERSION, userId: connection.caller.userId, at: now().toISOString(), heads });
    for (const room of joined) {
      const cursor = cursors[room.paiId];
      if (cursor) await this.catchUp(connection, room.paiId, cursor);
      else connection.release(room.paiId);
    }
    for (const paiId of Object.keys(cursors)) if (!connection.pais.has(paiId)) this.tellGone(connection, paiId);
  }

  private tellGone(connection: Connection, paiId: string): void {
    connection.send({ type: 'events', at: now().toISOString(), events: [{ type: 'pai.left', paiId, reason: 'left' }] });
  }

  private async catchUp(connection: Connection, paiId: string, cursor: Cursor): Promise<void> {
    const room = this.rooms.get(paiId);
    const from = room?.fromSeqOf(connection.caller.userId);
    const pai = connection.pais.get(paiId);
    if (!room || !pai || from === undefined) return this.tellGone(connection, paiId);
    pai.held ??= [];
    try {
      connection.sendText(await syncText(room, this.ports, cursor, from));
    } catch (error) {
      connection.send({ type: 'refused', of: 'sync', paiId, ...this.ports.sentence(error, connection.locale) });
    } finally {
      connection.release(paiId);
    }
  }

  private receive(connection: Connection, data: Parameters<typeof parse>[0]): void {
    connection.lastSeen = nowMs();
    const frame = parse(data);
    if (!frame || frame.type === 'hello') return connection.close('bad-frame');
    this.act(connection, frame).catch((error: unknown) => {
      const paiId = 'paiId' in frame ? { paiId: frame.paiId } : {};
      connection.send({ type: 'refused', of: frame.type, ...paiId, ...this.ports.sentence(error, connection.locale) });
    });
  }

  private async act(connection: Connection, frame: Frame): Promise<void> {
    switch (frame.type) {
      case 'ping':
        return connection.send({ type: 'pong', id: frame.id, at: now().toISOString() });
      case 'send':
        return this.send(connection, frame);
      case 'sync':
        return this.catchUp(connection, frame.paiId, frame.cursor);
      case 'read':
        if (connection.pais.has(frame.paiId)) this.ports.read(connection.caller.userId, frame.paiId, frame.seq);
        return undefined;
      case 'open':
        if (connection.pais.has(frame.paiId)) await this.presence.opened(connection, frame.paiId);
        return undefined;
      case 'close':
        return this.presence.closed(connection, frame.paiId);
      case 'typing':
        if (connection.pais.has(frame.paiId)) publishHint(frame.paiId, { kind: 'typing', userId: connection.caller.userId });
        return undefined;
      case 'token':
        return this.renew(connection, frame);
      case 'hello':
        return undefined;
    }
  }

  private async renew(connection: Connection, frame: FrameOf<'token'>): Promise<void> {
    const caller = await this.ports.authenticate(frame.token);
    if (caller.userId !== connection.caller.userId) return connection.close('token-invalid');
    connection.caller = caller;
  }

  private async send(connection: Connection, frame: FrameOf<'send'>): Promise<void> {
    const { paiId, clientMsgId, type: _, ...rest } = frame;
    const { userId } = connection.caller;
    const turn = connection.preparing.then(async () => {
      await takePoint('send', userId);
      return this.ports.send(userId, paiId, { clientMsgId, ...rest });
    });
    connection.preparing = turn.catch(() => undefined);
    try {
      const { committed } = await turn;
      const { seq, sentAt } = await committed;
      this.presence.stopTyping(paiId, userId);
      connection.ack({ clientMsgId, paiId, seq, sentAt });
    } catch (error) {
      connection.ack({ clientMsgId, paiId, error: this.ports.sentence(error, connection.locale) });
    }
  }

  private async hear(userId: string, news: UserNews): Promise<void> {
    for (const connection of [...(this.byUser.get(userId) ?? [])]) {
      if (news.type === 'session.ended') {
        if (connection.caller.sessionId === news.sessionId) connection.close('signed-out');
        continue;
      }
      if (news.type === 'pai.joined') await this.joinLate(connection, news.paiId);
      if (news.type === 'pai.left') this.rooms.get(news.paiId)?.leave(connection);
      connection.send({ type: 'events', at: now().toISOString(), events: [news] });
    }
  }

  private async joinLate(connection: Connection, paiId: string): Promise<void> {
    const room = await this.rooms.enter(paiId);
    if (!room || connection.pais.has(paiId)) return;
    await room.load();
    room.join(connection);
    connection.release(paiId);
  }

  private drop(ws: WebSocket, connection: Connection): void {
    const { userId } = connection.caller;
    this.connections.delete(ws);
    metrics.sockets.set(this.connections.size);
    const mine = this.byUser.get(userId);
    mine?.delete(connection);
    if (mine?.size === 0) {
      this.byUser.delete(userId);
      void unfollowUser(userId);
    }
    for (const paiId of [...connection.open]) void this.presence.closed(connection, paiId);
    for (const paiId of [...connection.pais.keys()]) this.rooms.get(paiId)?.leave(connection);
  }

  /** Closes sockets whose sign-in has ended or token has run out, and those that say nothing. */
  private async inspect(): Promise<void> {
    const at = nowMs();
    const all = [...this.connections.values()];
    for (const connection of all) {
      if (connection.lastSeen < at - IDLE_AFTER) connection.close('idle');
      else if (connection.caller.expiresAt + TOKEN_GRACE < at) connection.close('token-invalid');
    }
    if (all.length === 0) return;
    const ended = new Set(await this.ports.endedSessions(all.map(({ caller }) => caller.sessionId)).catch(() => []));
    for (const connection of all) if (ended.has(connection.caller.sessionId)) connection.close('signed-out');
  }
}

function parse(data: unknown): Frame | undefined {
  try {
    const parsed = ClientFrame.safeParse(JSON.parse(String(data)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
