import { findPai, listMembershipVersions } from '../pai';
import type { RealtimePorts } from '../realtime';
import { noteRead } from './read';
import { beginSend } from './send';
import { changedLine, createdLine } from './publish';
import { listAfter, listBefore, listChangedSince, readHeads } from './store';

type LogPorts = Pick<RealtimePorts, 'membership' | 'heads' | 'linesAfter' | 'newestLines' | 'changedSince' | 'send' | 'read'>;

const FAR = 1e12 - 1;

/** The log as the sockets need it. */
export const logForSockets: LogPorts = {
  membership: async (paiId) => {
    const pai = await findPai(paiId);
    if (!pai || pai.dissolveAt) return undefined;
    return { version: pai.membership, fromSeq: new Map(pai.members.map(({ userId, fromSeq }) => [userId, fromSeq])) };
  },
  heads: async (paiIds) => {
    const [versions, heads] = await Promise.all([listMembershipVersions(paiIds), readHeads(paiIds)]);
    return new Map([...versions].map(([paiId, membership]) => [paiId, { membership, head: heads.get(paiId) ?? 0 }]));
  },
  linesAfter: async (paiId, after, limit) => (await listAfter(paiId, after, limit)).map(createdLine),
  newestLines: async (paiId, from, limit) => (await listBefore(paiId, FAR, from, limit)).map(createdLine),
  changedSince: async (paiIds, since) => (await listChangedSince(paiIds, since)).map((doc) => ({ paiId: doc.paiId, line: changedLine(doc) })),
  send: async (userId, paiId, body) => {
    const { committed } = await beginSend(userId, paiId, body);
    return { committed: committed.then(({ doc }) => ({ seq: doc.seq, sentAt: doc.sentAt.toISOString() })) };
  },
  read: noteRead,
};
