import type { MessageDoc } from '../message';

interface PollContent {
  question: string;
  options: string[];
  many: boolean;
}

/** Where polls are made: cards, which know of itineraries and not the other way round. */
export type MakePoll = (userId: string, paiId: string, poll: { clientMsgId: string; act: { act: 'poll'; poll: PollContent } }) => Promise<{ doc: MessageDoc; repeat: boolean }>;

let plugged: MakePoll | undefined;

/** Set once, when the service is put together. */
export function plugPolls(make: MakePoll): void {
  plugged = make;
}

export const makePoll: MakePoll = (userId, paiId, poll) => {
  if (!plugged) throw new Error('polls are not plugged in');
  return plugged(userId, paiId, poll);
};
