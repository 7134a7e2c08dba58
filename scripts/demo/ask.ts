import { setTimeout as sleep } from 'node:timers/promises';
import { mentionsIn } from '@shared/domain/mention';
import type { Message } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import type { Stage } from './play';

const PATIENCE_MS = 90_000;

/** Calls the AI member and waits for what it says. Undefined when it stays silent too long. */
export async function ask(stage: Stage, who: keyof Stage['cast'], text: string, clientMsgId: string): Promise<Message | undefined> {
  const asker = stage.cast[who];
  const { pai } = await asker.call<{ pai: Pai }>('GET', `/pais/${stage.paiId}`);
  const mentions = mentionsIn(text, pai.assistants);
  const { message } = await asker.call<{ message: Message }>('POST', `/pais/${stage.paiId}/messages`, { clientMsgId, text, mentions });
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const { messages } = await asker.call<{ messages: Message[] }>('GET', `/pais/${stage.paiId}/messages?after=${message.seq}&limit=20`);
    const answer = messages.find(({ sender }) => sender.kind === 'ai');
    if (answer) return answer;
    await sleep(500);
  }
  return undefined;
}
