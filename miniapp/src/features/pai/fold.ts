import type { ServerEvent } from '@shared/wire/event';
import type { Message } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import { MENTION_ALL } from '@shared/domain/mention';
import { isWithheld } from '@shared/domain/withheld';

/* How the list of pais follows what happens in them. Pure. */

const newest = (pai: Pai): string => pai.last?.at ?? pai.createdAt;

/** Pinned ones first, then by the newest message. */
export function inOrder(pais: readonly Pai[]): Pai[] {
  return [...pais].sort((a, b) => Number(b.mine.pinned) - Number(a.mine.pinned) || (newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : 0));
}

function lastOf(message: Message): Pai['last'] {
  return {
    seq: message.seq,
    senderName: message.sender.name,
    senderKind: message.sender.kind,
    kind: message.kind,
    text: message.text,
    recalled: message.recalledAt !== undefined,
    at: message.sentAt,
    ...(message.system ? { system: message.system } : {}),
  };
}

const names = (message: Message, me: string): boolean => message.mentions?.some((id) => id === me || id === MENTION_ALL) ?? false;

/** Whether a message counts as unread for this person: not their own, not a system line, not the AI they have hidden. */
function counts(pai: Pai, message: Message, me: string): boolean {
  if (message.sender.id === me || message.sender.kind === 'system') return false;
  return !(message.sender.kind === 'ai' && pai.mine.hideAi);
}

function withMessage(pai: Pai, message: Message, me: string): Pai {
  if (message.seq <= pai.headSeq) return pai;
  if (isWithheld(message)) return { ...pai, headSeq: message.seq };
  const unread = counts(pai, message, me) && message.seq > pai.mine.readSeq;
  const mentioned = unread && pai.mine.mentionSeq === undefined && names(message, me);
  return {
    ...pai,
    headSeq: message.seq,
    last: lastOf(message),
    mine: { ...pai.mine, unread: pai.mine.unread + (unread ? 1 : 0), ...(mentioned ? { mentionSeq: message.seq } : {}) },
  };
}

/** What this person has read up to `readSeq`. Everything read is certain; a part of it is for the cloud to count. */
export function withRead(pai: Pai, readSeq: number): Pai {
  if (readSeq <= pai.mine.readSeq) return pai;
  const { mentionSeq, ...rest } = pai.mine;
  const kept = mentionSeq !== undefined && mentionSeq > readSeq ? { mentionSeq } : {};
  const unread = readSeq >= pai.headSeq ? 0 : Math.min(pai.mine.unread, pai.headSeq - readSeq);
  return { ...pai, mine: { ...rest, ...kept, readSeq, unread } };
}

/** Folds an event into the pai it is about; the same object when nothing changes. */
export function foldEvent(pai: Pai, event: ServerEvent, me: string): Pai {
  switch (event.type) {
    case 'message.created':
      return withMessage(pai, event.message, me);
    case 'message.changed':
      // One that was withheld may be newer than the last one shown.
      return event.message.seq >= (pai.last?.seq ?? Infinity) && !isWithheld(event.message) ? { ...pai, last: lastOf(event.message) } : pai;
    case 'member.joined':
    case 'member.left':
      return { ...pai, memberCount: event.memberCount };
    case 'read.changed':
      return withRead(pai, event.readSeq);
    default:
      return pai;
  }
}

export const paiOf = (event: ServerEvent): string =>
  event.type === 'message.created' || event.type === 'message.changed' ? event.message.paiId : event.paiId;
