import { systemSentence } from '@shared/domain/systemLine';
import type { SystemNote } from '@shared/wire/message';
import type { AssistantDoc, PaiDoc } from '../../pai';
import { append, type Appended } from '../log';
import { SYSTEM_SENDER } from '../paiLog';
import { excerpt } from '../present';
import { noteMembership } from '../publish';
import { gramsOf } from '../send';
import type { MessageWithCard } from './change';

export interface DueWords {
  pai: PaiDoc;
  /** Whose card is due. */
  from: MessageWithCard;
  /** Undefined: no AI member may speak; then it is a line of the system. */
  assistant: Pick<AssistantDoc, 'id' | 'name'> | undefined;
  /** The same words of the same card never take a second position [L2]. */
  clientMsgId: string;
  text: string;
  mentions: string[];
}

/** Says what a card has to say now. No model has a part in it. */
export function sayDue({ pai, from, assistant, clientMsgId, text, mentions }: DueWords): Promise<Appended> {
  noteMembership(pai._id, pai.membership);
  const system: SystemNote = { code: 'reminder.due', names: [text] };
  if (!assistant) return append({ paiId: pai._id, clientMsgId, senderId: SYSTEM_SENDER, senderName: '', senderKind: 'system', kind: 'system', text: systemSentence(system, 'zh'), system });
  return append({
    paiId: pai._id,
    clientMsgId,
    text,
    grams: gramsOf(text, null),
    senderId: assistant.id,
    senderName: assistant.name,
    senderKind: 'ai',
    kind: 'text',
    replyTo: { seq: from.seq, senderId: from.senderId, senderName: from.senderName, text: excerpt(from).slice(0, 80), gone: false },
    ...(mentions.length > 0 ? { mentions } : {}),
  });
}
