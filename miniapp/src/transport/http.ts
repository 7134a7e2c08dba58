import Taro from '@tarojs/taro';
import type { Session } from '@shared/wire/account';
import type { WireError } from '@shared/wire/errors';
import { prefs } from '@/features/settings/prefs';
import { isWeapp } from '@/platform/env';
import { apiUrl } from './address';
import { ApiError } from './errors';
import { faultSentence } from './sentences';
import { dropTokens, heldTokens, keepTokens, rereadTokens, type Tokens } from './tokens';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Call {
  method: Method;
  /** Below /api, starting with a slash. */
  path: string;
  query?: Record<string, string | number | undefined>;
  body?: object;
  /** `none`: the token is not sent; `maybe`: sent when there is one. */
  signedIn?: 'yes' | 'maybe' | 'none';
  timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;
/** A token this close to its end is not worth sending. */
const EXPIRY_MARGIN_MS = 20_000;

let signInAgain: () => Promise<Session | undefined> = () => Promise.resolve(undefined);
let onSignedOut: () => void = () => undefined;

/**
 * Says what to do when a sign-in can no longer be renewed: `again` tries to get a new one without asking anybody;
 * `signedOut` hears that it could not.
 */
export function onDeadSession(again: () => Promise<Session | undefined>, signedOut: () => void): void {
  signInAgain = again;
  onSignedOut = signedOut;
}

/** Calls the cloud. Throws ApiError, and nothing else. */
export async function call<T>(asked: Call): Promise<T> {
  const mode = asked.signedIn ?? 'yes';
  const token = mode === 'none' ? undefined : await freshToken();
  if (mode === 'yes' && token === undefined) throw new ApiError('auth/required', faultSentence('signed-out'), undefined, 401);
  const reply = await send<T>(asked, token);
  if (reply.status !== 401 || token === undefined) return settle(reply);
  const renewed = await renew(token);
  if (renewed === undefined) return settle(reply);
  return settle(await send<T>(asked, renewed));
}

/** A token that will still be good when it arrives; undefined when nobody is signed in. Throws ApiError when offline. */
export async function freshToken(): Promise<string | undefined> {
  const tokens = heldTokens();
  if (tokens === undefined) return undefined;
  return tokens.expiresAt - Date.now() > EXPIRY_MARGIN_MS ? tokens.token : renew(tokens.token);
}

let renewing: Promise<string | undefined> | undefined;

/** Gets a new token in place of `stale`, once however many ask at the same time. */
export function renew(stale: string): Promise<string | undefined> {
  renewing ??= acrossWindows(() => renewNow(stale)).finally(() => {
    renewing = undefined;
  });
  return renewing;
}

/* Refresh tokens may be used once: two windows of one browser must not spend the same one. */
function acrossWindows<T>(work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return isWeapp || locks === undefined ? work() : (locks.request('pai-token', work) as Promise<T>);
}

async function renewNow(stale: string): Promise<string | undefined> {
  const tokens: Tokens | undefined = rereadTokens();
  if (tokens === undefined) return undefined;
  if (tokens.token !== stale && tokens.expiresAt - Date.now() > EXPIRY_MARGIN_MS) return tokens.token;
  const reply = await send<Session>({ method: 'POST', path: '/token', body: { refreshToken: tokens.refreshToken } }, undefined);
  if (reply.status === 401) return startOver();
  const session = settle(reply);
  keepTokens(session);
  return session.token;
}

async function startOver(): Promise<string | undefined> {
  const session = await signInAgain();
  if (session !== undefined) {
    keepTokens(session);
    return session.token;
  }
  dropTokens();
  onSignedOut();
  return undefined;
}

interface Reply<T> {
  status: number;
  data: T | WireError | null;
}

async function send<T>(asked: Call, token: string | undefined): Promise<Reply<T>> {
  const header: Record<string, string> = { 'Accept-Language': prefs.get().locale };
  if (token !== undefined) header.Authorization = `Bearer ${token}`;
  if (asked.body !== undefined) header['Content-Type'] = 'application/json';
  /* wx.request knows no PATCH. */
  const hidden = isWeapp && asked.method === 'PATCH';
  if (hidden) header['X-HTTP-Method-Override'] = 'PATCH';
  try {
    const reply = await Taro.request<T | WireError | null>({
      url: apiUrl(asked.path) + queryText(asked.query),
      method: hidden ? 'POST' : asked.method,
      header,
      timeout: asked.timeoutMs ?? TIMEOUT_MS,
      ...(asked.body === undefined ? {} : { data: JSON.stringify(asked.body) }),
    });
    return { status: reply.statusCode, data: reply.data };
  } catch (fault) {
    const timedOut = /time.?out|abort/i.test(String((fault as { errMsg?: string } | null)?.errMsg ?? fault));
    throw timedOut ? new ApiError('client/timeout', faultSentence('timeout')) : new ApiError('client/offline', faultSentence('offline'));
  }
}

function settle<T>(reply: Reply<T>): T {
  const { status, data } = reply;
  if (status >= 200 && status < 300 && data !== null && typeof data === 'object') return data as T;
  throw errorFrom(status, data);
}

/** The error in an answer, or that the answer was none of ours (a proxy's page, a captive portal). */
export function errorFrom(status: number, data: unknown): ApiError {
  const error = (data as Partial<WireError> | null)?.error;
  if (typeof error?.code === 'string' && typeof error.message === 'string') return new ApiError(error.code, error.message, error.field, status);
  return new ApiError('client/bad-reply', faultSentence('bad-reply'), undefined, status < 400 ? 0 : status);
}

function queryText(query: Call['query']): string {
  const pairs = Object.entries(query ?? {}).filter((pair): pair is [string, string | number] => pair[1] !== undefined);
  return pairs.length === 0 ? '' : '?' + pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&');
}
