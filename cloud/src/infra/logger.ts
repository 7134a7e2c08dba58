import { AsyncLocalStorage } from 'node:async_hooks';
import pino, { type Logger } from 'pino';

const context = new AsyncLocalStorage<{ requestId: string }>();

/** Runs `work` so that every line it logs carries the request id. */
export const withRequestId = <T>(requestId: string, work: () => T): T => context.run({ requestId }, work);

let root: Logger = pino({ level: 'silent' });

/** JSON lines on standard output. Message texts, names, tokens and keys are never logged; `redact` is the second fence. */
export function openLogger(level: string): void {
  root = pino({
    level,
    base: { pid: process.pid },
    mixin: () => context.getStore() ?? {},
    redact: ['*.token', '*.refreshToken', '*.secret', '*.authorization', '*.code', '*.text', '*.nickname'],
  });
}

export const log = (): Logger => root;
