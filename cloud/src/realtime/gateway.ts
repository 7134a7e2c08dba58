import type { Server } from 'node:http';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Cursor } from '@shared/wire/event';
import { PROTOCOL_VERSION } from '@shared/wire/version';
import { localeOf } from '../http/input';
import { takePoint } from '../http/rateLimit';
import { SECOND, now, nowMs } from '../infra/clock';
import { log } from '../infra/logger';
import { closeBus, followUser, openBus, publishHint, unfollowUser, type UserNews } from './bus';
import { syncText } from './catchUp';
import type { Connection } from './connection';
import { FLOOD_RETRY, MAX_PAYLOAD_BYTES, parse, type Frame, type FrameOf } from './frames';
import { awaitHello } from './hello';
import type { RealtimePorts } from './ports';
import { Presence } from './presence';
import type { Room } from './room';
import { Rooms } from './rooms';
import { Roster } from './roster';

const INSPECT_EVERY = 4 * SECOND;

/** The sockets of this node: hello, catch-up, sends, live events. */
export class Gateway {
  private readonly server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_PAYLOAD_BYTES, clientTracking: false });
  private readonly roster = new Roster();
  private readonly rooms: Rooms;
  private readonly presence: Presence;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly ports: RealtimePorts) {
    this.rooms = new Rooms(ports, (paiId, userIds) => this.adopt(paiId, userIds));
    this.presence = new Presence(this.rooms, () => this.roster.all);
  }

  /** Serves sockets at /ws of an HTTP server. */
  attach(http: Server): void {
    http.on('upgrade', (request, socket, head) => {
      if (request.url?.split('?')[0] !== '/ws') return socket.destroy();
      this.server.handleUpgrade(request, socket, head, (ws) =>
        awaitHello(ws, localeOf(request.headers['accept-language']), this.ports, {
          admit: (connection, cursors) => this.admit(ws, connection, cursors),
          receive: (connection, data, isBinary) => this.receive(connection, data, isBinary),
        }),
      );
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
    this.timer = setInterval(() => void this.roster.inspect(this.ports.endedSessions), INSPECT_EVERY);
  }

  /** Tells every socket to come back elsewhere and stops. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.presence.stop();
    this.rooms.stop();
    for (const connection of this.roster.all) connection.close('restarting', 500 + Math.floor(1500 * Math.random()));
    // Not when their close events come: the bus is gone by then.
    await Promise.all(this.roster.all.map((connection) => this.drop(connection)));
    closeBus();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Forgets what is known of the store; every socket is told to come again soon. */
  startOver(): void {
    this.rooms.forget();
    for (const connection of this.roster.all) connection.close('restarting', 200 + Math.floor(1800 * Math.random()));
  }

  get socketCount(): number {
    return this.roster.size;
  }

  private async admit(ws: WebSocket, connection: Connection, cursors: Record<string, Cursor>): Promise<void> {
    // Known before anything is waited for: two sockets of one person may arrive at once.
    this.roster.add(connection);
    ws.once('close', () => void this.drop(connection));
    if (connection.closed) return this.drop(connection);
    await followUser(connection.caller.userId);
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
    for (const connection of this.roster.of(userId)) {
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
      if (this.roster.of(userId).length === 0) continue;
      this.hear(userId, { type: 'pai.joined', paiId }).catch((error: Error) => log().warn({ reason: error.message, paiId }, 'a new member could not be let in yet'));
    }
  }

  /** Counts a socket out everywhere; once, however often it is called. */
  private async drop(connection: Connection): Promise<void> {
    const told = [...connection.open].map((paiId) => this.presence.closed(connection, paiId));
    if (this.roster.remove(connection)) told.push(unfollowUser(connection.caller.userId));
    for (const paiId of [...connection.pais.keys()]) this.rooms.get(paiId)?.leave(connection);
    await Promise.all(told);
  }
}
