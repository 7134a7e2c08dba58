import type { Message } from '@shared/wire/message';
import * as api from '@/transport/api';
import { sentenceOf } from '@/transport/errors';
import { ask } from '@/ui/dialog';
import { toast } from '@/ui/toast';
import { takeChanged } from '../message/timeline';
import { cardT } from './words';

/* What can be done with a card. Each shows its own failure; none throws. */

async function change(call: Promise<{ message: Message }>): Promise<boolean> {
  try {
    takeChanged((await call).message);
    return true;
  } catch (error) {
    toast(sentenceOf(error, cardT('card.failed')));
    return false;
  }
}

type At = Pick<Message, 'paiId' | 'seq'>;

export const decide = ({ paiId, seq }: At, act: 'confirm' | 'dismiss' | 'undo'): Promise<boolean> => change(api.actOnCard(paiId, seq, act));
export const vote = ({ paiId, seq }: At, options: number[]): Promise<boolean> => change(api.voteOnCard(paiId, seq, options));

export async function closePoll({ paiId, seq }: At): Promise<void> {
  if (await ask({ title: cardT('card.poll.close.ask'), text: cardT('card.poll.close.what'), act: cardT('card.poll.close') })) await change(api.actOnCard(paiId, seq, 'close'));
}

export async function cancelReminder(paiId: string, cardId: string): Promise<void> {
  if (await ask({ title: cardT('card.cancel.ask'), act: cardT('card.cancel'), danger: true })) await change(api.cancelReminder(paiId, cardId));
}
