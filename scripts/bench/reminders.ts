import { randomBytes } from 'node:crypto';
import type { Measure } from '../../tests/evals/measure';
import { quantile, runReminders } from '../../tests/support/reminders';
import { ownStores } from '../../tests/support/stores';
import type { Stage } from '../load/stage';

const PEOPLE = 10_000;

/** Reminders due at one minute, three workers, one killed on the way; WeChat is a stand-in that counts what it is sent. */
export async function benchReminders({ ending }: Stage): Promise<Measure[]> {
  const stores = await ownStores();
  ending.add(() => stores.stop());
  const keys = { AUTH_KEYS: `bench:${randomBytes(24).toString('hex')}`, DATA_KEY: randomBytes(32).toString('hex') };
  const env = { HOST: '127.0.0.1', RATE_LIMIT: 'off', MONGODB_URI: stores.mongo.uri, REDIS_URL: stores.redis.uri, ...keys };
  const { lateMs, duplicates, missed } = await runReminders({ people: PEOPLE, challenges: 20, workers: 3, env });
  const name = `${PEOPLE} reminders, a worker killed:`;
  return [
    { name: `${name} late p50, ms`, figure: quantile(lateMs, 0.5) },
    { name: `${name} late p99, ms`, figure: quantile(lateMs, 0.99), bar: 60_000, lowerIsBetter: true },
    { name: `${name} said twice`, figure: duplicates, bar: 0, lowerIsBetter: true },
    { name: `${name} missed`, figure: missed, bar: 0, lowerIsBetter: true },
  ];
}
