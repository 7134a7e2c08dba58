import { setTimeout as pause } from 'node:timers/promises';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { config } from '../../../config';
import { DAY, SECOND, now, zoned } from '../../../infra/clock';
import { redis } from '../../../infra/redis';
import { LbsError } from './status';

/** Longer than this nobody waits for a turn. */
const PATIENCE = 4 * SECOND;

/** Waits until a call keeps within the calls a second that all nodes share. Throws LbsError `busy`. */
export async function takeTurn(): Promise<void> {
  const turns = new RateLimiterRedis({ storeClient: redis(), keyPrefix: 'lbs:turn', points: config().LBS_QPS, duration: 1 });
  for (let waited = 0; waited < PATIENCE; ) {
    try {
      await turns.consume('all');
      return;
    } catch (full) {
      if (!(full instanceof RateLimiterRes)) throw new LbsError('away', 'the store that counts calls is away', { cause: full });
      const ms = Math.max(50, full.msBeforeNext);
      waited += ms;
      await pause(ms);
    }
  }
  throw new LbsError('busy', 'too many calls wait');
}

/** Tencent counts by its own day, each kind of call apart. */
const keyOf = (kind: string): string => `lbs:day:${zoned(now(), 'Asia/Shanghai').day}:${kind}`;

/** Counts a call against its day. Throws LbsError `quota` when the day's calls are used up. */
export async function takeOfDay(kind: string): Promise<void> {
  const key = keyOf(kind);
  const used = await redis().incr(key);
  if (used === 1) await redis().pexpire(key, 2 * DAY);
  if (used > config().LBS_DAILY) throw new LbsError('quota', `the ${config().LBS_DAILY} calls of the day are used`);
}

/** So many pais at least find something to use of a day. */
const PAIS = 10;

/** Counts a question against a pai's part of the day, so that one cannot use up what all have. Throws LbsError `quota`. */
export async function takeOfPai(paiId: string): Promise<void> {
  const key = keyOf(`pai:${paiId}`);
  const used = await redis().incr(key);
  if (used === 1) await redis().pexpire(key, 2 * DAY);
  if (used > Math.ceil(config().LBS_DAILY / PAIS)) throw new LbsError('quota', "the pai's part of the day is used");
}

/** Tencent says that the day is used up, whatever was counted here. */
export const endDay = async (kind: string): Promise<void> => {
  await redis().set(keyOf(kind), String(config().LBS_DAILY), 'PX', 2 * DAY);
};
