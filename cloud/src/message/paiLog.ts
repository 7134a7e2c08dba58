import { systemSentence } from '@shared/domain/systemLine';
import { ellipsize } from '@shared/domain/text';
import { MENTION_ALL } from '@shared/domain/mention';
import type { SystemNote } from '@shared/wire/message';
import { removeFile } from '../file';
import { newId } from '../infra/ids';
import type { Glance, GlanceAt, PaiDoc, PaiLog } from '../pai';
import { append } from './log';
import type { MessageDoc } from './model';
import { excerpt } from './present';
import { noteMembership } from './publish';
import { emptyMessage } from './recall';
import { countUnread, firstSeqSince, listBefore, listFileIds, listMentions, listSeqsOf, readHeads, removeMessages, renameSender } from './store';
import { whole } from './whole';

const LAST_GRAPHEMES = 60;
/** How far back a last line is looked for that is neither the hidden AI member's nor withheld. */
const LOOK_BACK = 20;

export const SYSTEM_SENDER = 'system';

function presentLast(doc: MessageDoc | undefined): Pick<Glance, 'last'> {
  if (!doc) return {};
  return {
    last: {
      seq: doc.seq,
      senderName: doc.senderName,
      senderKind: doc.senderKind,
      kind: doc.kind,
      text: doc.recalledAt ? '' : ellipsize(excerpt(doc), LAST_GRAPHEMES),
      recalled: doc.recalledAt !== undefined,
      at: doc.sentAt.toISOString(),
      ...(doc.system ? { system: doc.system } : {}),
    },
  };
}

/** The latest message somebody sees. */
async function lastSeen(userId: string, at: GlanceAt, headSeq: number): Promise<MessageDoc | undefined> {
  const isSeen = (doc: MessageDoc): boolean => (!at.hideAi || doc.senderKind !== 'ai') && (!doc.held || doc.held.viewers.includes(userId));
  const [head] = await listBefore(at.paiId, headSeq + 1, at.fromSeq, 1);
  const seen = !head || isSeen(head) ? head : (await listBefore(at.paiId, headSeq, at.fromSeq, LOOK_BACK)).filter(isSeen).pop();
  return seen && whole(seen);
}

async function glanceOne(userId: string, at: GlanceAt, headSeq: number): Promise<Glance> {
  const last = await lastSeen(userId, at, headSeq);
  const behind = headSeq > at.readSeq;
  const unread = behind ? await countUnread(at.paiId, userId, at.readSeq, at.hideAi) : 0;
  const [mentionSeq] = unread > 0 ? await listMentions(at.paiId, [userId, MENTION_ALL], userId, at.readSeq, 1) : [];
  return { headSeq, unread, ...(mentionSeq === undefined ? {} : { mentionSeq }), ...presentLast(last) };
}

async function glance(userId: string, at: readonly GlanceAt[]): Promise<Map<string, Glance>> {
  const heads = await readHeads(at.map(({ paiId }) => paiId));
  const glances = await Promise.all(at.map(async (place) => [place.paiId, await glanceOne(userId, place, heads.get(place.paiId) ?? 0)] as const));
  return new Map(glances);
}

async function note(pai: PaiDoc, system: SystemNote): Promise<void> {
  noteMembership(pai._id, pai.membership);
  const text = systemSentence(system, 'zh');
  await append({ paiId: pai._id, clientMsgId: `note:${newId()}`, senderId: SYSTEM_SENDER, senderName: '', senderKind: 'system', kind: 'system', text, system });
}

async function erase(paiId: string): Promise<void> {
  for (const fileId of await listFileIds(paiId)) await removeFile(fileId);
  await removeMessages(paiId);
}

async function erasePerson(paiId: string, userId: string): Promise<void> {
  for (const seq of await listSeqsOf(paiId, userId)) await emptyMessage(paiId, seq, userId);
  await renameSender(paiId, userId, '已注销');
}

/** The log as the pai capability needs it. */
export const logForPais: PaiLog = {
  headSeq: async (paiId) => (await readHeads([paiId])).get(paiId) ?? 0,
  firstSeqSince: async (paiId, at) => (await firstSeqSince(paiId, at)) ?? ((await readHeads([paiId])).get(paiId) ?? 0) + 1,
  glance,
  note,
  erase,
  erasePerson,
};
