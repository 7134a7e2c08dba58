import { createContext, useContext } from 'react';
import type { Message } from '@shared/wire/message';
import type { Member, Pai } from '@shared/wire/pai';
import type { Named } from '@shared/domain/mention';
import type { Unsent } from './sending';
import type { SpeakRoom } from './words';

/** What every line of the log may need to know and do. */
export interface RoomView {
  pai: Pai;
  me: string;
  elder: boolean;
  t: SpeakRoom;
  members: ReadonlyMap<string, Member>;
  /** Members and AI members, for the names of mentions. */
  named: readonly Named[];
  /** A held message, for what a quote shows of its original. */
  find(seq: number): Message | undefined;
  jump(seq: number): void;
  openMenu(message: Message): void;
  openReceipt(message: Message): void;
  react(message: Message, emoji: string): void;
  reply(message: Message): void;
  mention(memberId: string): void;
  reedit(message: Message): void;
  hideAi(): void;
  /** Shows what was missed; undefined where no AI role may say. */
  seeMissed: (() => void) | undefined;
  resendUnsent(entry: Unsent): void;
  /** Asks whether a message that was not sent is to be thrown away. */
  openUnsent(entry: Unsent): void;
}

const Context = createContext<RoomView | undefined>(undefined);
export const RoomProvider = Context.Provider;

export function useRoom(): RoomView {
  const view = useContext(Context);
  if (!view) throw new Error('outside of a room');
  return view;
}
