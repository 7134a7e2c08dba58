import mongoose from 'mongoose';
import type { Ack } from '@shared/wire/event';
import type { Shown } from './socket';

interface Stored {
  seq: number;
  clientMsgId: string;
  senderId: string;
  rev: number;
}

/** What a client holds of a message. A light client need not follow changes; then it has no `rev`. */
type Held = Pick<Stored, 'seq' | 'clientMsgId'> & { rev?: number };

/** A client whose log is joined with the store: SocketClient, or one that is lighter. */
export interface Watched {
  person: { id: string; user: { nickname: string } };
  shown: readonly Shown[];
  acks: ReadonlyMap<string, Ack>;
  timeline(paiId: string): { cursor: number; messages: readonly { seq: number; clientMsgId: string; rev: number }[] };
}

/** What a fault run must not show. Every list is empty in a good run. */
export interface Verdict {
  /** Acknowledged to its sender and not in the store [L3]. */
  lost: string[];
  /** In the store twice under one clientMsgId [L2]. */
  doubled: string[];
  /** Positions missing in the store [L1]. */
  holes: number[];
  /** Positions a client put on its screen twice, or out of order, without having started over [R1]. */
  misshown: string[];
  /** Clients whose timeline differs from the store. */
  different: string[];
}

/** Reads a pai's log from the store itself, past the service. */
export async function storedLog(mongoUri: string, paiId: string): Promise<Stored[]> {
  const connection = await mongoose.createConnection(mongoUri).asPromise();
  try {
    const rows = await connection.collection('messages').find({ paiId }).sort({ _id: 1 }).project({ seq: 1, clientMsgId: 1, senderId: 1, rev: 1 }).toArray();
    return rows as unknown as Stored[];
  } finally {
    await connection.close();
  }
}

function misshownBy(client: Watched, paiId: string): string[] {
  const faults: string[] = [];
  let last: number | undefined;
  for (const one of client.shown) {
    if (one.paiId !== paiId) continue;
    if ('reset' in one) {
      last = undefined;
      continue;
    }
    if (last !== undefined && one.seq !== last + 1) faults.push(`${client.person.user.nickname}: ${one.seq} after ${last}`);
    last = one.seq;
  }
  return faults;
}

function holdsSame(held: readonly Held[], stored: readonly Stored[]): boolean {
  return held.length === stored.length && stored.every(({ seq, clientMsgId, rev }, i) => held[i]?.seq === seq && held[i].clientMsgId === clientMsgId && (held[i].rev ?? rev) === rev);
}

function seenTwice(ids: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(ids.filter((id) => seen.size === seen.add(id).size));
}

/** Joins what clients saw with what the store holds. */
export async function check(mongoUri: string, paiId: string, clients: readonly Watched[]): Promise<Verdict> {
  const log = await storedLog(mongoUri, paiId);
  const bySeq = new Map(log.map((message) => [message.seq, message]));
  const ids = log.map(({ senderId, clientMsgId }) => `${senderId}/${clientMsgId}`);
  const acked = clients.flatMap((client) => [...client.acks.values()].filter((ack) => ack.paiId === paiId && ack.seq !== undefined).map((ack) => ({ ack, senderId: client.person.id })));
  const lost = acked.filter(({ ack, senderId }) => {
    const stored = bySeq.get(ack.seq ?? 0);
    return stored?.clientMsgId !== ack.clientMsgId || stored.senderId !== senderId;
  });
  const different = clients.filter((client) => {
    const held = client.timeline(paiId);
    const expected = log.filter(({ seq }) => seq >= (held.messages[0]?.seq ?? 1));
    return held.cursor !== log.length || !holdsSame(held.messages, expected);
  });
  return {
    lost: lost.map(({ ack }) => ack.clientMsgId),
    doubled: [...seenTwice(ids)],
    holes: log.flatMap(({ seq }, i) => (seq === i + 1 ? [] : [i + 1])).slice(0, 5),
    misshown: clients.flatMap((client) => misshownBy(client, paiId)),
    different: different.map((client) => `${client.person.user.nickname} at ${client.timeline(paiId).cursor} of ${log.length}`),
  };
}

/** Waits until every client holds the whole log of the store, then judges. Clients that never get there show as `different`. */
export async function checkSettled(mongoUri: string, paiId: string, clients: readonly Watched[], ms = 12_000): Promise<Verdict> {
  const until = Date.now() + ms;
  for (;;) {
    const verdict = await check(mongoUri, paiId, clients);
    if (verdict.different.length === 0 || Date.now() > until) return verdict;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export const GOOD: Verdict = { lost: [], doubled: [], holes: [], misshown: [], different: [] };
