import type { Overview } from '@shared/wire/console';
import type { WireError } from '@shared/wire/errors';
import type { Locale } from './words/text';

/** Why a request came to nothing. `offline` when no answer came; else the service's sentence in the reader's language. */
export class ApiError extends Error {
  constructor(
    readonly kind: 'offline' | 'signed-out' | 'refused',
    message: string,
  ) {
    super(message);
  }
}

const TIMEOUT_MS = 10_000;

async function call<T>(path: string, locale: Locale, init: RequestInit = {}): Promise<T> {
  const response = await fetch(`/api/console${path}`, { ...init, headers: { ...init.headers, 'accept-language': locale }, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined);
  const body = (await response?.json().catch(() => undefined)) as (T & Partial<WireError>) | undefined;
  if (!response || body === undefined) throw new ApiError('offline', '');
  if (response.ok) return body;
  throw new ApiError(response.status === 401 ? 'signed-out' : 'refused', body.error?.message ?? String(response.status));
}

export const readDoor = (locale: Locale): Promise<{ open: boolean }> => call('', locale);

export const signIn = (key: string, locale: Locale): Promise<{ token: string }> =>
  call('/login', locale, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key }) });

export const readOverview = (token: string, locale: Locale): Promise<Overview> => call('/overview', locale, { headers: { authorization: `Bearer ${token}` } });
