import type { Message } from '@shared/wire/message';
import type { AiRole, MemoryFact } from '@shared/wire/aiRole';
import { ask } from './ask';
import type { Stage } from './play';
import { COLOUR_ASK, POLL, REMINDER } from './story/aids';

const DAY = 24 * 60 * 60 * 1000;
/** Before the trip and after today, on whatever day the demo is made. */
const later = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

const tell = async (stage: Stage, who: keyof Stage['cast'], body: object): Promise<Message> => (await stage.cast[who].call<{ message: Message }>('POST', `/pais/${stage.paiId}/cards`, body)).message;

/** A poll that people have voted in. */
async function poll(stage: Stage): Promise<void> {
  const { seq } = await tell(stage, 'lan', { clientMsgId: 'demo-poll', act: { act: 'poll', poll: { question: POLL.question, options: POLL.options } } });
  for (const [who, choice] of POLL.votes) await stage.cast[who].call('PUT', `/pais/${stage.paiId}/messages/${seq}/card/vote`, { options: [choice] });
}

/** A reminder that will speak, what the AI member keeps in mind, a second role, and a proposal nobody has answered yet. */
export async function useAids(stage: Stage): Promise<void> {
  const { cast, paiId } = stage;
  await poll(stage);
  await tell(stage, 'fang', { clientMsgId: 'demo-reminder', act: { act: 'reminder', reminder: { text: REMINDER, at: later(7), zone: 'Asia/Shanghai' } } });
  const { roles } = await cast.lan.call<{ roles: AiRole[] }>('GET', `/pais/${paiId}/roles`);
  if (roles.length === 1) await cast.lan.call('POST', `/pais/${paiId}/roles`, { template: 'trip' });
  const { facts } = await cast.xia.call<{ facts: MemoryFact[] }>('GET', `/pais/${paiId}/ai/memory`);
  const allergy = stage.seqs.get('allergy');
  if (facts.length === 0) await cast.xia.call('POST', `/pais/${paiId}/ai/memory`, { text: '知夏不吃虾', ...(allergy === undefined ? {} : { seq: allergy }) });
  await ask(stage, 'dou', COLOUR_ASK, 'demo-proposal');
}
