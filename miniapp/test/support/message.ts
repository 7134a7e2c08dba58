import type { Message } from '@shared/wire/message';

/** A message as the cloud sends it; the seq is the minute. */
export function aMessage(seq: number, over: Partial<Message> = {}): Message {
  return {
    paiId: 'pai1',
    seq,
    clientMsgId: `client-${seq}`,
    kind: 'text',
    sender: { id: 'u-li', name: '李', kind: 'user' },
    text: `第 ${seq} 句`,
    sentAt: new Date(Date.UTC(2026, 10, 20, 1, seq)).toISOString(),
    rev: 1,
    ...over,
  };
}

export const aiSender = { id: 'ai1', name: '小派', kind: 'ai' } as const;
