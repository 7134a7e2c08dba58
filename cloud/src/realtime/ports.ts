import type { SendBody } from '@shared/wire/message';
import type { Locale } from '@shared/wire/errors';
import type { Line } from './batch';

export interface SocketCaller {
  userId: string;
  sessionId: string;
  /** When its access token ends, ms since 1970. */
  expiresAt: number;
}

/** Who may read a pai: user id to the first position each may read. */
export interface Membership {
  version: number;
  fromSeq: ReadonlyMap<string, number>;
}

export interface Sent {
  seq: number;
  sentAt: string;
}

/** What the sockets need of the capabilities to their right; service.ts plugs it in. */
export interface RealtimePorts {
  authenticate: (token: string) => Promise<SocketCaller>;
  /** Which of these sign-ins have ended. */
  endedSessions: (sessionIds: readonly string[]) => Promise<string[]>;
  /** Pais a person is in. */
  paisOf: (userId: string) => Promise<string[]>;
  membership: (paiId: string) => Promise<Membership | undefined>;
  /** Heads and membership versions of pais, in one read. A pai that is gone is missing. */
  heads: (paiIds: readonly string[]) => Promise<Map<string, { head: number; membership: number }>>;
  /** Messages after a position, ascending, at most `limit`. */
  linesAfter: (paiId: string, after: number, limit: number) => Promise<Line[]>;
  /** The newest messages from `from` on, ascending. */
  newestLines: (paiId: string, from: number, limit: number) => Promise<Line[]>;
  /** Messages changed after `since`, per pai, as `message.changed` lines. */
  changedSince: (paiIds: readonly string[], since: Date) => Promise<{ paiId: string; line: Line }[]>;
  /** Resolves once the message has its place in the queue of the log; `committed` when it is durable. */
  send: (userId: string, paiId: string, body: SendBody) => Promise<{ committed: Promise<Sent> }>;
  read: (userId: string, paiId: string, seq: number) => void;
  epoch: () => string;
  /** Code and sentence of any error, for a reader. */
  sentence: (error: unknown, locale: Locale) => { code: string; message: string };
}
