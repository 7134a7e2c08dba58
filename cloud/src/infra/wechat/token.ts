import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { DAY, HOUR, SECOND } from '../clock';
import { log } from '../logger';
import { json } from './answer';
import { WechatError } from './error';
import type { Send } from './http';

interface TokenOptions {
  appId: string;
  secret: string;
  redis: Redis;
  send: Send;
  now: () => number;
}

/** Gives a token that works, as far as known; `refused` is one that WeChat has just turned down. */
export type AccessToken = (refused?: string) => Promise<string>;

const ENDPOINT = '/cgi-bin/stable_token';
/** WeChat renews five minutes before the end and lets both tokens live that long: never hand out one older than that. */
const MARGIN_SECONDS = 300;
const SHORTEST_SECONDS = 10;
/** Longer than one request may take; a holder that died is waited for no longer than this. */
const LOCK_MS = 6 * SECOND;
const WAIT_MS = 15 * SECOND;
const POLL_MS = 40;
const FORCED_PER_DAY = 20;
const FORCED_APART_SECONDS = 30;

const Issued = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

/**
 * Access tokens of one app. All processes share the token in Redis and only one of them asks for a new one. Without
 * Redis each process asks for itself: in normal mode WeChat repeats the same token, so that costs calls, not harm.
 */
export function createAccessToken({ appId, secret, redis, send, now }: TokenOptions): AccessToken {
  const key = `wechat:token:${appId}`;
  const lockKey = `${key}:lock`;
  const flights = new Map<string, Promise<string>>();

  const ask = (force: boolean) =>
    send(
      {
        endpoint: ENDPOINT,
        body: { grant_type: 'client_credential', appid: appId, secret, force_refresh: force },
        secrets: [secret],
        idempotent: !force,
      },
      json(Issued),
    );

  async function usable(refused?: string): Promise<string | null> {
    const token = await redis.get(key);
    return token === refused ? null : token;
  }

  /** WeChat counts its days in Beijing time. */
  async function mayForce(): Promise<boolean> {
    const apart = await redis.set(`${key}:forced`, '1', 'EX', FORCED_APART_SECONDS, 'NX');
    if (apart === null) return false;
    const countKey = `${key}:forced:${Math.floor((now() + 8 * HOUR) / DAY)}`;
    const count = await redis.incr(countKey);
    await redis.expire(countKey, (2 * DAY) / SECOND);
    return count <= FORCED_PER_DAY;
  }

  /** Normal mode first: a refused token is mostly one that was renewed elsewhere, and forcing is scarce. */
  async function renew(refused?: string): Promise<string> {
    let issued = await ask(false);
    if (issued.access_token === refused) {
      if (!(await mayForce())) throw new WechatError(ENDPOINT, 40001, 'the token is refused and cannot be forced anew yet');
      log().warn({ appId }, 'WeChat refuses its current token: forcing a new one');
      issued = await ask(true);
    }
    const seconds = Math.max(issued.expires_in - MARGIN_SECONDS, SHORTEST_SECONDS);
    await redis.set(key, issued.access_token, 'EX', Math.floor(seconds));
    return issued.access_token;
  }

  async function renewAlone(refused?: string): Promise<string> {
    const owner = randomUUID();
    for (let waited = 0; waited < WAIT_MS; waited += POLL_MS) {
      if ((await redis.set(lockKey, owner, 'PX', LOCK_MS, 'NX')) !== null) {
        try {
          return (await usable(refused)) ?? (await renew(refused));
        } finally {
          await redis.eval(RELEASE, 1, lockKey, owner);
        }
      }
      await pause(POLL_MS);
      const token = await usable(refused);
      if (token !== null) return token;
    }
    return (await ask(false)).access_token;
  }

  async function obtain(refused?: string): Promise<string> {
    try {
      return (await usable(refused)) ?? (await renewAlone(refused));
    } catch (error) {
      if (error instanceof WechatError) throw error;
      log().warn({ appId }, 'Redis is not reachable: asking WeChat for the token directly');
      return (await ask(false)).access_token;
    }
  }

  return (refused) => {
    const flight = flights.get(refused ?? '') ?? obtain(refused).finally(() => flights.delete(refused ?? ''));
    flights.set(refused ?? '', flight);
    return flight;
  };
}
