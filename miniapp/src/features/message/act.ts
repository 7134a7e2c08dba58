import type { Message } from '@shared/wire/message';
import { LIMITS } from '@shared/domain/limits';
import { mayDo, type Role } from '@shared/domain/role';

/* Which acts a message offers to its reader. Pure. */

export type MessageAct = 'reply' | 'copy' | 'ask-ai' | 'edit' | 'recall' | 'pin' | 'unpin' | 'report';

export interface Reader {
  id: string;
  role: Role;
  /** Whether the AI member can be called here. */
  ai: boolean;
  /** May write now: not muted, not dissolved. */
  maySay: boolean;
}

const within = (iso: string, minutes: number, now: number): boolean => now - Date.parse(iso) < minutes * 60_000;

/** What the long press offers, in its order. */
export function actsOn(message: Message, reader: Reader, now: number): MessageAct[] {
  const mine = message.sender.id === reader.id;
  const acts: MessageAct[] = [];
  if (reader.maySay) acts.push('reply');
  if (message.text !== '') acts.push('copy');
  if (reader.maySay && reader.ai && message.sender.kind === 'user') acts.push('ask-ai');
  if (mine && message.kind === 'text' && within(message.sentAt, LIMITS.editMinutes, now)) acts.push('edit');
  if (mayRecall(message, reader, now)) acts.push('recall');
  if (mayDo(reader.role, 'pin')) acts.push(message.pinnedAt === undefined ? 'pin' : 'unpin');
  if (!mine) acts.push('report');
  return acts;
}

export function mayRecall(message: Message, reader: Pick<Reader, 'id' | 'role'>, now: number): boolean {
  if (mayDo(reader.role, 'recall-others')) return true;
  /* Whoever asked the AI member may take its answer back. */
  if (message.sender.kind === 'ai') return message.askers?.includes(reader.id) ?? false;
  return message.sender.id === reader.id && within(message.sentAt, LIMITS.recallMinutes, now);
}
