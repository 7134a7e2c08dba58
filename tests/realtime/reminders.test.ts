import { cloudEnv } from '../support/cloud';
import { quantile, runReminders } from '../support/reminders';

it('10,000 reminders due at one minute are each said once, within a minute, by three workers one of which is killed', async () => {
  const people = 10_000;
  const { lateMs, duplicates, missed, throughWechat, takenOver } = await runReminders({ people, challenges: 20, workers: 3, env: await cloudEnv() });
  expect({ said: lateMs.length, duplicates, missed }).toEqual({ said: people, duplicates: 0, missed: 0 });
  // each of the killed worker's last ones may have been sent: those are found in the app too
  expect(takenOver).toBeLessThanOrEqual(50);
  expect(throughWechat).toBeGreaterThanOrEqual(people / 2 - takenOver);
  expect(throughWechat).toBeLessThanOrEqual(people / 2);
  expect(lateMs[0]).toBeGreaterThanOrEqual(0);
  expect(quantile(lateMs, 0.99)).toBeLessThanOrEqual(60_000);
}, 420_000);
