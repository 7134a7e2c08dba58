import type { IncomingMessage, Server } from 'node:http';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Cursor } from '@shared/wire/event';
import { PROTOCOL_VERSION, closeCode, type CloseReason } from '@shared/wire/version';
import { localeOf } from '../http/input';
import { takePoint } from '../http/rateLimit';
import { MINUTE, SECOND, now, nowMs } from '../infra/clock';
import { log } from '../infra/logger';
import { metrics } from '../infra/metrics';
import { closeBus, followUser, openBus, publishHint, unfollowUser, type UserNews } from './bus';
import { syncText } from './catchUp';
import { Connection } from './connection';
import { MAX_PAYLOAD_BYTES, parse, parseHello, type Frame, type FrameOf } from './frames';
import type { RealtimePorts } from './ports';
import { Presence } from './presence';
import type { Room } from './room';
import { Rooms } from './rooms';

const HELLO_WITHIN = 10 * SECOND;
const IDLE_AFTER = 75 * SECOND;
const TOKEN_GRACE = MINUTE;
const INSPECT_EVERY = 4 * SECOND;
/** Frames that may wait behind a hello. */
const EARLY_FRAMES = 200;
const FLOOD_RETRY = MINUTE;
const SOCKETS_PER_USER = 20;

/** The sockets of this node: hello, catch-up, sends, live events. */
export class Gateway {
  private readonly server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_PAYLOAD_BYTES, clientTracking: false });
  private readonly connections = new Map<WebSocket, Connection>();
  private readonly byUser = new Map<string, Set<Connection>>();
  private readonly rooms: Rooms;
  private readonly presence: Presence;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly ports: RealtimePorts) {
    this.rooms = new Rooms(ports, (paiId, userIds) => this.adopt(paiId, userIds));
    this.presence = new Presence(this.rooms, () => this.connections.values());
  }

  /** Serves sockets at /ws of an HTTP server. */
  attach(http: Server): void {
    http.on('upgrade', (request, socket, head) => {
      if (request.url?.split('?')[0] !== '/ws') return socket.destroy();
      this.server.handleUpgrade(request, socket, head, (ws) => this.greet(ws, request));
    });
    openBus({
      batch: (paiId, batch) => this.rooms.take(paiId, batch),
      delta: (paiId, delta) => this.rooms.get(paiId)?.showDelta(delta),
      hint: (paiId, hint) => this.presence.hint(paiId, hint),
      user: (userId, news) => {
        this.hear(userId, news).catch((error: Error) => log().warn({ reason: error.message, news: news.type }, 'news could not be passed on'));
      },
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

  /** Forgets what is known of the store; every socket is told to come again soon. */
  startOver(): void {
    this.rooms.forget();
    for (const connection of this.connections.values()) connection.close('restarting', 200 + Math.floor(1800 * Math.random()));
  }

  get socketCount(): number {
    return this.connections.size;
  }

  private greet(ws: WebSocket, request: IncomingMessage): void {
    const locale = localeOf(request.headers['accept-language']);
    const refuse = (reason: CloseReason, retryAfterMs = 0): void => {
      ws.send(JSON.stringify({ type: 'bye', reason, retryAfterMs }));
      ws.close(closeCode(reason), reason);
    };
    const late = setTimeout(() => refuse('try-again'), HELLO_WITHIN);
    // ws has answered with a close frame of its own (1009 for a frame too long): let it leave.
    ws.on('error', () => setTimeout(() => ws.terminate(), SECOND).unref());
    ws.once('close', () => clearTimeout(late));
    ws.once('message', (data, isBinary) => {
      clearTimeout(late);
      const hello = parseHello(data, isBinary);
      if (typeof hello === 'string') return refuse(hello);
      // Frames sent right behind the hello wait for it.
      const early: [RawData, boolean][] = [];
      const keep = (...frame: [RawData, boolean]): void => {
        if (early.push(frame) > EARLY_FRAMES) refuse('too-many', FLOOD_RETRY);
      };
      ws.on('message', keep);
      this.ports
        .authenticate(hello.token)
        .then(async (caller) => {
          const connection = new Connection(ws, caller, locale, nowMs());
          await this.admit(ws, connection, hello.cursors);
          ws.off('message', keep);
          for (const [frame, binary] of early) this.receive(connection, frame, binary);
          ws.on('message', (frame, binary) => this.receive(connection, frame, binary));
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
    const [oldest] = mine;
    if (oldest && mine.size >= SOCKETS_PER_USER) {
      mine.delete(oldest);
      oldest.close('too-many', MINUTE);
    }
    // Known before anything is waited for: two sockets of one person may arrive at once.
    mine.add(connection);
    this.byUser.set(userId, mine);
    this.connections.set(ws, connection);
    metrics.sockets.set(this.connections.size);
    ws.once('close', () => this.drop(ws, connection));
    if (ws.readyState === ws.CLOSED) return this.drop(ws, connection);
    await followUser(userId);
    await this.welcome(connection, cursors);
  }

  private async welcome(connection: Connection, cursors: Record<string, Cursor>): Promise<void> {
    const ids = await this.ports.paisOf(connection.caller.userId);
    const joined = (await Promise.all(ids.map((id) => this.enter(connection, id)))).filter((room) => room !== undefined);
    if (connection.closed) return;
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

  /** The room of a pai the caller is in; undefined when they are not, or no longer. */
  private async enter(connection: Connection, paiId: string): Promise<Room | undefined> {
    const room = await this.rooms.enter(paiId);
    // The store counts them in: this node may not have heard of it yet.
    if (room && room.fromSeqOf(connection.caller.userId) === undefined) await room.refreshMembership();
    return room?.fromSeqOf(connection.caller.userId) === undefined ? undefined : room;
  }

  private tellGone(connection: Connection, paiId: string): void {
    connection.send({ type: 'events', at: now().toISOString(), events: [{ type: 'pai.left', paiId, reason: 'left' }] });
  }

  private async catchUp(connection: Connection, paiId: string, cursor: Cursor): Promise<void> {
    // Somebody who asks for a pai this node does not count them into may have joined it a moment ago.
    if (!connection.pais.has(paiId)) await this.joinLate(connection, paiId);
    const room = this.rooms.get(paiId);
    const from = room?.fromSeqOf(connection.caller.userId);
    const pai = connection.pais.get(paiId);
    if (!room || !pai || from === undefined) return this.tellGone(connection, paiId);
    pai.held ??= [];
    try {
      if (cursor.seq > room.head) await room.lookAhead();
      connection.sendText(await syncText(room, this.ports, cursor, from, connection.caller.userId));
    } catch (error) {
      connection.send({ type: 'refused', of: 'sync', paiId, ...this.ports.sentence(error, connection.locale) });
    } finally {
      connection.release(paiId);
    }
  }

  private receive(connection: Connection, data: RawData, isBinary: boolean): void {
    connection.lastSeen = nowMs();
    if (connection.closing) return;
    if (!connection.budget.take(connection.lastSeen)) return connection.close('too-many', FLOOD_RETRY);
    const frame = parse(data, isBinary);
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
      if (news.type === 'pai.joined' && !(await this.joinLate(connection, news.paiId))) continue;
      if (news.type === 'pai.left') this.rooms.get(news.paiId)?.leave(connection);
      connection.send({ type: 'events', at: now().toISOString(), events: [news] });
    }
  }

  /** Lets a socket into a pai joined after its hello; false when it is in already, or has no right to be. */
  private async joinLate(connection: Connection, paiId: string): Promise<boolean> {
    if (!(await this.ports.paisOf(connection.caller.userId)).includes(paiId)) return false;
    const room = await this.enter(connection, paiId);
    if (!room || connection.closed || connection.pais.has(paiId)) return false;
    room.join(connection);
    connection.release(paiId);
    return true;
  }

  /** New members of a pai who have sockets here; the news for themselves may be late or lost. */
  private adopt(paiId: string, userIds: readonly string[]): void {
    for (const userId of userIds) {
      if (!this.byUser.has(userId)) continue;
      this.hear(userId, { type: 'pai.joined', paiId }).catch((error: Error) => log().warn({ reason: error.message, paiId }, 'a new member could not be let in yet'));
    }
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
