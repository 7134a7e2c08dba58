import { entryWritten, proofAdded } from '../hooks';
import { plugReminders } from '../reminderPort';
import { advise, adviseOnAdded } from './advise';
import { readReminder, reschedule } from './settings';
import { findNotice } from './store';

export { dayStanding, isClosingTime, type DayStanding } from './day';
export { momentsOf, type Moment } from './moments';
export { tellWeek, type PastWeek } from './report';
export { confirmOwnReminder, confirmPause, undoOwnReminder, undoPause } from './own';
export { superviseRoutes } from './routes';
export { forgetReminders } from './store';
export { sweepReminders } from './sweep';
export { listRunningNow, type RunningChallenge } from './talk';

/** Lets the supervisor hear of what is written. */
export function superviseChallenges(): void {
  plugReminders({ read: readReminder, toldAt: async (userId, challengeId, day) => (await findNotice(userId, challengeId, day))?.at });
  entryWritten.clear();
  proofAdded.clear();
  entryWritten.listen(async ({ entry }) => {
    if (entry.kind === 'zone') await reschedule(entry.userId);
    await advise(entry);
  });
  proofAdded.listen(({ entry, added }) => adviseOnAdded(entry, added));
}
