import type { Message } from '@shared/wire/message';
import type { Card } from '@shared/wire/card';
import { presentFile } from '../file';
import { label } from './label';
import type { CardDoc, MessageDoc } from './model';
import { whole } from './whole';

/** A recalled message keeps its place and who sent it; nothing of what it said. */
function presentRecalled(doc: MessageDoc): Message {
  return {
    ...base(doc),
    text: '',
    ...(doc.recalledAt ? { recalledAt: doc.recalledAt.toISOString() } : {}),
    ...(doc.recalledBy ? { recalledBy: doc.recalledBy } : {}),
  };
}

const base = (doc: MessageDoc): Message => ({
  paiId: doc.paiId,
  seq: doc.seq,
  clientMsgId: doc.clientMsgId,
  kind: doc.kind,
  sender: { id: doc.senderId, name: doc.senderName, kind: doc.senderKind },
  text: doc.text,
  sentAt: doc.sentAt.toISOString(),
  rev: doc.rev,
});

function presentAi(doc: MessageDoc): Partial<Message> {
  if (doc.senderKind !== 'ai') return {};
  return {
    ...(doc.runId ? { runId: doc.runId } : {}),
    ...(doc.askers ? { askers: doc.askers } : {}),
    sources: doc.sources ?? [],
    ...(doc.parts ? { parts: doc.parts } : {}),
    ...(doc.fallback ? { fallback: true } : {}),
    ...(doc.shortened ? { shortened: true } : {}),
    label: label(doc.runId ?? doc._id),
  };
}

/** Who chose each option, in the order they voted. */
function votesOf({ act, ballots = {} }: CardDoc): string[][] {
  if (act.act !== 'poll') return [];
  return act.poll.options.map((_, option) => Object.keys(ballots).filter((userId) => ballots[userId]?.includes(option)));
}

const presentCard = (card: CardDoc): Card => ({
  id: card.id,
  act: card.act,
  rows: card.rows,
  state: card.state,
  mayConfirm: card.mayConfirm,
  expiresAt: card.expiresAt.toISOString(),
  ...(card.by ? { by: card.by } : {}),
  ...(card.undoUntil ? { undoUntil: card.undoUntil.toISOString() } : {}),
  ...(card.state === 'confirmed' && card.act.act === 'poll' ? { votes: votesOf(card) } : {}),
  ...(card.closed ? { closed: true } : {}),
  ...(card.nextAt ? { nextAt: card.nextAt.toISOString() } : {}),
});

/** A message as every member who may read it sees it: nothing of what is withheld. */
export function presentMessage(doc: MessageDoc): Message {
  if (doc.recalledAt) return presentRecalled(doc);
  return doc.held ? { ...base(doc), held: true } : presentStanding(doc);
}

/** Who gets a message otherwise than the others do. */
export function viewersOf({ held, concern, senderId, recalledAt }: MessageDoc): string[] {
  if (held) return held.viewers;
  return concern?.what === 'self-harm' && !recalledAt ? [senderId] : [];
}

/** A message as one reader sees it: what is withheld too, where they are among its viewers. */
export const presentTo =
  (readerId: string) =>
  (doc: MessageDoc): Message => {
    if (!viewersOf(doc).includes(readerId)) return presentMessage(doc);
    return doc.held ? { ...presentStanding(whole(doc)), held: true } : { ...presentMessage(doc), care: true };
  };

function presentStanding(doc: MessageDoc): Message {
  return {
    ...base(doc),
    ...(doc.replyTo ? { replyTo: doc.replyTo } : {}),
    ...(doc.mentions?.length ? { mentions: doc.mentions } : {}),
    ...(doc.file ? { file: presentFile({ ...doc.file, ownerId: doc.senderId, createdAt: doc.sentAt }) } : {}),
    ...(doc.reactions?.length ? { reactions: doc.reactions } : {}),
    ...(doc.editedAt ? { editedAt: doc.editedAt.toISOString() } : {}),
    ...(doc.pinnedAt ? { pinnedAt: doc.pinnedAt.toISOString() } : {}),
    ...(doc.system ? { system: doc.system } : {}),
    ...(doc.card ? { card: presentCard(doc.card) } : {}),
    ...presentAi(doc),
  };
}

const WORDS = { image: '[图片]', voice: '[语音]', file: '[文件]' } as const;

/** A message in one line, as quotes and lists show it. */
export function excerpt(doc: Pick<MessageDoc, 'kind' | 'text' | 'file'>): string {
  const line = doc.text.replace(/\s+/g, ' ').trim();
  if (doc.kind === 'text' || doc.kind === 'system') return line;
  const name = doc.kind === 'file' ? ` ${doc.file?.name ?? ''}` : '';
  return [WORDS[doc.kind] + name, line].filter((part) => part !== '').join(' ');
}
