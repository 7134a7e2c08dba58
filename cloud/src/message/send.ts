import { LRUCache } from 'lru-cache';
import { LIMITS } from '@shared/domain/limits';
import { MENTION_ALL } from '@shared/domain/mention';
import { mayDo } from '@shared/domain/role';
import { cleanText, ellipsize, graphemeCount } from '@shared/domain/text';
import { findUser } from '../account';
import { grams } from '../engine/search';
import { config } from '../config';
import { AppError } from '../errors';
import { claimFile, unclaimFile, type FileDoc } from '../file';
import { SECOND, nowMs, zoned } from '../infra/clock';
import { accessPaiSoon, type Access } from '../pai';
import { concernsAi } from './concernsAi';
import { guard, isUnsafe } from './guard';
import { append, type Appended, type Draft } from './log';
import type { AttachedFile, CardDoc, QuoteDoc } from './model';
import { excerpt } from './present';
import { noteMembership } from './publish';
import { findByClientMsgId, findMessage } from './store';

export interface SendRequest {
  clientMsgId: string;
  text?: string | undefined;
  replyTo?: number | undefined;
  mentions?: readonly string[] | undefined;
  fileId?: string | undefined;
  /** What the message does, where a member makes a poll or a reminder by hand: it calls nobody. */
  card?: CardDoc | undefined;
  /** Past this instant (ms) it must not enter the log any more. */
  notAfter?: number | undefined;
}

const QUOTE_GRAPHEMES = 80;

interface Sender {
  nickname: string;
  /** WeChat's id of them, where they came by WeChat. */
  openid: string | undefined;
}

const senders = new LRUCache<string, Sender>({ max: 20_000, ttl: 5 * SECOND, perf: { now: nowMs } });

/** Who sends. Throws `auth/token-invalid` when the account is gone. */
export async function senderOf(userId: string): Promise<Sender> {
  const known = senders.get(userId);
  if (known !== undefined) return known;
  const user = await findUser(userId);
  if (!user) throw new AppError('auth/token-invalid');
  const sender = { nickname: user.nickname, openid: user.wechat?.openid };
  senders.set(userId, sender);
  return sender;
}

/** A new nickname is used from the next message on. */
export const forgetName = (userId: string): boolean => senders.delete(userId);

function spoken(at: Date): string {
  const { day, time } = zoned(at, config().TIME_ZONE);
  return `${day} ${time}`;
}

/** Throws when the person is muted, or everybody is. */
export function requireVoice({ pai, me }: Access): void {
  if (me.mutedUntil && me.mutedUntil.getTime() > nowMs()) throw new AppError('member/muted', { params: { until: spoken(me.mutedUntil) } });
  if (pai.muteAll && me.role === 'member') throw new AppError('member/all-muted');
}

/** Text as it is kept. Throws `message/too-long`. */
export function acceptText(text: string): string {
  const clean = cleanText(text);
  const count = clean.length > LIMITS.messageGraphemes ? graphemeCount(clean) : clean.length;
  if (count > LIMITS.messageGraphemes) throw new AppError('message/too-long', { field: 'text', params: { max: LIMITS.messageGraphemes, count } });
  return clean;
}

/** Mentioned ids that are members here; everybody only for those who may. Unknown ids are dropped. */
export function acceptMentions({ pai, me }: Access, mentions: readonly string[] = []): string[] {
  if (mentions.includes(MENTION_ALL) && !mayDo(me.role, 'mention-all')) throw new AppError('message/mention-all', { field: 'mentions' });
  const known = new Set([MENTION_ALL, ...pai.members.map(({ userId }) => userId), ...pai.assistants.map(({ id }) => id)]);
  return [...new Set(mentions)].filter((id) => known.has(id));
}

async function quote({ pai, me }: Access, seq: number | undefined): Promise<QuoteDoc | undefined> {
  if (seq === undefined) return undefined;
  const quoted = seq < me.fromSeq ? null : await findMessage(pai._id, seq);
  if (!quoted || quoted.recalledAt || quoted.held || quoted.kind === 'system') throw new AppError('message/not-found', { field: 'replyTo' });
  return { seq, senderId: quoted.senderId, senderName: quoted.senderName, text: ellipsize(excerpt(quoted), QUOTE_GRAPHEMES), gone: false };
}

const attached = ({ ownerId: _o, createdAt: _c, usedBy: _u, takenAt: _t, ...kept }: FileDoc): AttachedFile => kept;

/** What a message is searched by: its words and its file's name. */
export const gramsOf = (text: string, file: AttachedFile | null | undefined): string[] => grams(file && file.kind === 'file' ? `${text}\n${file.name}` : text);

/** What a file is claimed for. */
const claimOf = (paiId: string, { clientMsgId }: SendRequest): string => `message:${paiId}:${clientMsgId}`;

async function prepare(userId: string, access: Access, request: SendRequest): Promise<Draft> {
  requireVoice(access);
  const { pai } = access;
  const text = acceptText(request.text ?? '');
  if (text.trim() === '' && request.fileId === undefined) throw new AppError('message/empty', { field: 'text' });
  const mentions = acceptMentions(access, request.mentions);
  const quoted = await quote(access, request.replyTo);
  // The claim names the message, so that a repeated send finds its own file again.
  const file = request.fileId === undefined ? undefined : attached(await claimFile(request.fileId, userId, claimOf(pai._id, request)));
  const sender = await senderOf(userId);
  const draft: Draft = {
    paiId: pai._id,
    clientMsgId: request.clientMsgId,
    senderId: userId,
    senderName: sender.nickname,
    senderKind: 'user',
    kind: file?.kind ?? 'text',
    text,
    ...(quoted ? { replyTo: quoted } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(file ? { file } : {}),
    ...(request.card ? { card: request.card } : concernsAi(pai, text, mentions, quoted) ? { heed: true } : {}),
    grams: gramsOf(text, file),
  };
  return guard(draft, sender);
}

/**
 * Puts a member's message into the log. Resolves when its place in the queue is fixed; `committed` when it is durable.
 * Rejects with `pai/…`, `member/…`, `message/…`, `file/not-found` before anything is written.
 */
export async function beginSend(userId: string, paiId: string, request: SendRequest): Promise<{ committed: Promise<Appended> }> {
  const access = await accessPaiSoon(userId, paiId);
  noteMembership(paiId, access.pai.membership);
  const prepared = await prepare(userId, access, request).catch((refused: unknown) => ({ refused }));
  if (!('refused' in prepared)) return { committed: append(prepared, request.notAfter) };
  // [L2] Sent before and its ack lost: what has come since (a mute, a recall) does not make it unsent.
  const doc = prepared.refused instanceof AppError ? await findByClientMsgId(paiId, userId, request.clientMsgId) : null;
  if (!doc) {
    // Its file can be sent otherwise, or is swept away. Other refusals may have been overtaken by an earlier try that is being written.
    if (request.fileId !== undefined && isUnsafe(prepared.refused)) await unclaimFile(request.fileId, userId, claimOf(paiId, request));
    throw prepared.refused;
  }
  return { committed: Promise.resolve({ doc, repeat: true }) };
}

/** Sends a member's message and waits until it is durable. */
export const sendMessage = async (userId: string, paiId: string, request: SendRequest): Promise<Appended> => (await beginSend(userId, paiId, request)).committed;
