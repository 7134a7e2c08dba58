import type { Challenge } from '@shared/wire/challenge';
import type { ChallengeDoc } from './model';

type Reminder = Challenge['mine']['reminder'];

export interface ReminderPort {
  read: (doc: ChallengeDoc, userId: string) => Promise<Reminder>;
  /** When somebody was reminded of a day; undefined: not at all. */
  toldAt: (userId: string, challengeId: string, day: string) => Promise<Date | undefined>;
}

let plugged: ReminderPort | undefined;

/** Who knows when a member wants to be reminded. */
export function plugReminders(port: ReminderPort): void {
  plugged = port;
}

/** When a member is reminded of a challenge, and how many messages that is good for. */
export const reminderOf = async (doc: ChallengeDoc, userId: string): Promise<Reminder> => plugged?.read(doc, userId) ?? { credits: 0, calendar: false };

export const remindedAt = async (userId: string, challengeId: string, day: string): Promise<Date | undefined> => plugged?.toldAt(userId, challengeId, day);
