import type { RawData, WebSocket } from 'ws';
import type { Cursor } from '@shared/wire/event';
import type { Locale } from '@shared/wire/errors';
import { closeCode, type CloseReason } from '@shared/wire/version';
import { SECOND, nowMs } from '../infra/clock';
import { log } from '../infra/logger';
import { Connection } from './connection';
import { FLOOD_RETRY, parseHello, type FrameOf } from './frames';
import type { RealtimePorts } from './ports';

const HELLO_WITHIN = 10 * SECOND;
/** Frames that may wait behind a hello. */
const EARLY_FRAMES = 200;

/** What comes after a hello that was proven. */
interface Host {
  admit: (connection: Connection, cursors: Record<string, Cursor>) => Promise<void>;
  receive: (connection: Connection, data: RawData, isBinary: boolean) => void;
}

function refuse(ws: WebSocket, reason: CloseReason, retryAfterMs = 0): void {
  ws.send(JSON.stringify({ type: 'bye', reason, retryAfterMs }));
  ws.close(closeCode(reason), reason);
}

/** The beginning of a socket: its first frame is a hello with a token that holds, soon enough, or it is closed with a reason [R5]. */
export function awaitHello(ws: WebSocket, locale: Locale, ports: RealtimePorts, host: Host): void {
  const late = setTimeout(() => refuse(ws, 'try-again'), HELLO_WITHIN);
  // ws has answered with a close frame of its own (1009 for a frame too long): let it leave.
  ws.on('error', () => setTimeout(() => ws.terminate(), SECOND).unref());
  ws.once('close', () => clearTimeout(late));
  ws.once('message', (data, isBinary) => {
    clearTimeout(late);
    const hello = parseHello(data, isBinary);
    if (typeof hello === 'string') return refuse(ws, hello);
    letIn(ws, hello, locale, ports, host).catch((error: unknown) => {
      const { code } = ports.sentence(error, locale);
      if (!code.startsWith('auth/')) log().warn({ err: error }, 'a socket could not be admitted');
      refuse(ws, code.startsWith('auth/') ? 'token-invalid' : 'try-again');
    });
  });
}

async function letIn(ws: WebSocket, hello: FrameOf<'hello'>, locale: Locale, ports: RealtimePorts, host: Host): Promise<void> {
  // Frames sent right behind the hello wait for it.
  const early: [RawData, boolean][] = [];
  const keep = (...frame: [RawData, boolean]): void => {
    if (early.push(frame) > EARLY_FRAMES) refuse(ws, 'too-many', FLOOD_RETRY);
  };
  ws.on('message', keep);
  const connection = new Connection(ws, await ports.authenticate(hello.token), locale, nowMs());
  await host.admit(connection, hello.cursors);
  ws.off('message', keep);
  for (const [frame, binary] of early) host.receive(connection, frame, binary);
  ws.on('message', (frame, binary) => host.receive(connection, frame, binary));
}
