import { Refusal } from './refusal';
import { nowOf, type Quota, type State } from './state';

interface Documented extends Quota {
  /** What a spent minute answers; a spent day is always 45009. */
  minuteError: number;
}

const DOCUMENTED: Record<string, Documented> = {
  // Per user, unlike the others.
  '/sns/jscode2session': { perMinute: 100, minuteError: 45011 },
  '/cgi-bin/stable_token': { perMinute: 10_000, perDay: 500_000, minuteError: 45011 },
  '/wxa/getwxacodeunlimit': { perMinute: 5_000, minuteError: 45009 },
  '/wxa/msg_sec_check': { perMinute: 4_000, perDay: 2_000_000, minuteError: 44991 },
  '/wxa/media_check_async': { perMinute: 2_000, perDay: 200_000, minuteError: 44991 },
  '/wxa/resetusersessionkey': { perMinute: 60_000, minuteError: 45011 },
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function count(state: State, key: string, windowMs: number): number {
  const window = Math.floor(nowOf(state) / windowMs);
  const entry = state.windows.get(key);
  const next = entry?.window === window ? entry.count + 1 : 1;
  state.windows.set(key, { window, count: next });
  return next;
}

/** Counts one call against the documented limits, or those set by control.setQuota. Refuses 45011, 44991 or 45009. */
export function spend(state: State, endpoint: string, who = ''): void {
  const documented = DOCUMENTED[endpoint];
  const quota = { ...documented, ...state.quotas.get(endpoint) };
  if (quota.perDay !== undefined && count(state, `day ${endpoint} ${who}`, DAY_MS) > quota.perDay) {
    throw new Refusal(45009, 'reach max api daily quota limit');
  }
  if (quota.perMinute !== undefined && count(state, `minute ${endpoint} ${who}`, MINUTE_MS) > quota.perMinute) {
    throw new Refusal(documented?.minuteError ?? 45011, 'api minute-quota reach limit  must slower  retry next minute');
  }
}
