import { cloudEnv } from '../support/cloud';
import { runReminders } from '../support/reminders';

/* How late ten times as many come is measured by `npm run bench -- reminders`. */

it('1,000 reminders due at one minute are each said once by three workers one of which is killed', async () => {
  const people = 1000;
  const { lateMs, duplicates, missed, throughWechat, takenOver } = await runReminders({ people, challenges: 20, workers: 3, env: await cloudEnv() });
  expect({ said: lateMs.length, duplicates, missed }).toEqual({ said: people, duplicates: 0, missed: 0 });
  // each of the killed worker's last ones may have been sent: those are found in the app too
  expect(takenOver).toBeLessThanOrEqual(50);
  expect(throughWechat).toBeGreaterThanOrEqual(people / 2 - takenOver);
  expect(throughWechat).toBeLessThanOrEqual(people / 2);
  expect(lateMs[0]).toBeGreaterThanOrEqual(0);
}, 240_000);
