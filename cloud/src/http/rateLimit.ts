import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { config } from '../config';
import { AppError } from '../errors';
import { redis } from '../infra/redis';

/** Requests allowed: `points` in `seconds`, counted per signed-in user, or per address where there is none. */
const BUCKETS = {
  read: { points: 600, seconds: 60 },
  write: { points: 120, seconds: 60 },
  send: { points: 240, seconds: 60 },
  search: { points: 60, seconds: 60 },
  recap: { points: 20, seconds: 60 },
  upload: { points: 60, seconds: 60 },
  tryout: { points: 20, seconds: 60 },
  login: { points: 60, seconds: 60 },
  /** Wrong invite tokens and 派号 from one address: 128 bits are not guessed, 8 digits must not be. */
  guess: { points: 20, seconds: 600 },
  console: { points: 10, seconds: 300 },
} as const;

export type Bucket = keyof typeof BUCKETS;

const limiters = new Map<Bucket, RateLimiterAbstract>();

function limiter(bucket: Bucket): RateLimiterAbstract {
  const known = limiters.get(bucket);
  if (known) return known;
  const { points, seconds } = BUCKETS[bucket];
  const made = new RateLimiterRedis({
    storeClient: redis(),
    keyPrefix: `rate:${bucket}`,
    points,
    duration: seconds,
    // Redis away: this process counts alone, at once, rather than letting everything or nothing through.
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory({ points, duration: seconds }),
  });
  limiters.set(bucket, made);
  return made;
}

/** Drops the limiters of a closed service. */
export const closeRateLimits = (): void => limiters.clear();

/** Takes a point from `key`'s bucket. Throws `request/too-many` with the seconds to wait. */
export async function takePoint(bucket: Bucket, key: string, points = 1): Promise<void> {
  if (!config().RATE_LIMIT) return;
  try {
    await limiter(bucket).consume(key, points);
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) {
      throw new AppError('request/too-many', { params: { seconds: Math.ceil(rejection.msBeforeNext / 1000) } });
    }
    throw rejection;
  }
}

/** Throws when `key` has no points left, without taking one: for buckets only failures count against. */
export async function checkPoints(bucket: Bucket, key: string): Promise<void> {
  await takePoint(bucket, key, 0);
}
