import type { Challenge } from '@shared/wire/challenge';
import type { ChallengeDoc } from './model';

type Reminder = Challenge['mine']['reminder'];

let plugged: ((doc: ChallengeDoc, userId: string) => Promise<Reminder>) | undefined;

/** Who knows when a member wants to be reminded. */
export function plugReminders(port: (doc: ChallengeDoc, userId: string) => Promise<Reminder>): void {
  plugged = port;
}

/** When a member is reminded of a challenge, and how many messages that is good for. */
export const reminderOf = async (doc: ChallengeDoc, userId: string): Promise<Reminder> => plugged?.(doc, userId) ?? { credits: 0, calendar: false };
