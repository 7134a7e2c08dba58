import type { Act, Card } from '@shared/wire/card';
import { PROPOSED } from '@shared/domain/proposed';
import type { Message } from '@shared/wire/message';
import { openCard } from '../../cloud/src/card';
import { sendAsAi } from '../../cloud/src/message';
import type { Person, Reply } from './person';
import { newClientMsgId } from './person';

export const ZONE = 'Asia/Shanghai';

export const pollAct = (change: Partial<{ question: string; options: string[]; many: boolean; closesAt: string }> = {}): Act => ({ act: 'poll', poll: { question: '哪天去？', options: ['周六', '周日'], many: false, ...change } });

/** A reminder `ms` from now. */
export const reminderAct = (ms: number, change: Partial<{ text: string; rrule: string; to: string[]; zone: string }> = {}): Act => ({ act: 'reminder', reminder: { text: '带伞', at: new Date(Date.now() + ms).toISOString(), zone: ZONE, ...change } });

let turns = 0;

/** The AI member proposes something, as at the end of a turn: its message with an open card. */
export async function proposed(asker: Person, paiId: string, act: Act, seq?: number): Promise<number> {
  const { id, name } = await asker.ai(paiId);
  const card = openCard({ act, rows: seq === undefined ? [] : [{ field: 'text', value: '带伞', seq }], mayConfirm: [asker.id] });
  const message = await sendAsAi({ paiId, assistant: { id, name }, runId: `turn-${process.pid}-${++turns}`, parts: [{ text: `${asker.user.nickname}：${PROPOSED.zh}`, cites: [] }], sources: [], askers: [asker.id], fallback: false, card });
  return message.seq;
}

export const onCard = (who: Person, paiId: string, seq: number, verb: string): Promise<Reply<{ message: Message }>> => who.post<{ message: Message }>(`/pais/${paiId}/messages/${seq}/card/${verb}`);
export const voteFor = (who: Person, paiId: string, seq: number, ...options: number[]): Promise<Reply<{ message: Message }>> => who.call<{ message: Message }>('PUT', `/pais/${paiId}/messages/${seq}/card/vote`, { options });
export const makeByHand = (who: Person, paiId: string, act: Act): Promise<Reply<{ message: Message }>> => who.post<{ message: Message }>(`/pais/${paiId}/cards`, { clientMsgId: newClientMsgId(), act });

/** The card of a message, as a member sees it now. */
export async function cardAt(who: Person, paiId: string, seq: number): Promise<Card | undefined> {
  const found = (await who.history(paiId, `&around=${seq}`)).find((message) => message.seq === seq);
  return found?.card;
}
