import type { Message } from '@shared/wire/message';
import { copyText } from '@/platform/device';
import * as api from '@/transport/api';
import { sentenceOf } from '@/transport/errors';
import { ask } from '@/ui/dialog';
import { toast } from '@/ui/toast';
import { updateMine } from '../pai/store';
import { rememberRecalled } from './recalled';
import { takeChanged } from './timeline';
import { roomT } from './words';

/* What can be done to a message. Each shows its own failure; none throws. */

async function change(call: Promise<{ message: Message }>): Promise<boolean> {
  try {
    takeChanged((await call).message);
    return true;
  } catch (error) {
    toast(sentenceOf(error, roomT('room.failed')));
    return false;
  }
}

export async function copyMessage(message: Message): Promise<void> {
  toast(roomT((await copyText(message.text)) ? 'room.copied' : 'room.copy.failed'));
}

/** Takes a message back. The words of my own stay at hand for writing them again. */
export async function recall(message: Message, me: string): Promise<void> {
  if (message.sender.id === me && message.kind === 'text') rememberRecalled(message);
  await change(api.recallMessage(message.paiId, message.seq));
}

/** Adds my reaction, or takes it back. */
export async function react(message: Message, emoji: string, me: string): Promise<void> {
  const mine = message.reactions?.some((reaction) => reaction.emoji === emoji && reaction.userIds.includes(me)) ?? false;
  await change(api.setReaction(message.paiId, message.seq, emoji, !mine));
}

export const pin = (message: Message, on: boolean): Promise<boolean> => change(api.setPin(message.paiId, message.seq, on));

/** Hides the AI member's messages for me, with a way back. */
export async function hideAi(paiId: string, aiName: string): Promise<void> {
  const set = (hidden: boolean): Promise<void> => updateMine(paiId, { hideAi: hidden }).catch((error: unknown) => toast(sentenceOf(error, roomT('room.failed'))));
  await set(true);
  toast(roomT('room.ai.hidden', { name: aiName }), { text: roomT('room.ai.undo'), act: () => void set(false) });
}

/** Asks whether a message that failed is to be thrown away. */
export const askDiscard = (why: string | undefined): Promise<boolean> =>
  ask({ title: roomT('room.failed'), ...(why === undefined ? {} : { text: why }), act: roomT('room.discard'), danger: true });
