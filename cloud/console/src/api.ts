import type { DecideReply, Overview, ReviewReply, ReviewsReply } from '@shared/wire/console';
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

const asOperator = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

export const readOverview = (token: string, locale: Locale): Promise<Overview> => call('/overview', locale, { headers: asOperator(token) });

export const readReviews = (token: string, locale: Locale): Promise<ReviewsReply> => call('/reviews', locale, { headers: asOperator(token) });

export const readReview = (id: string, token: string, locale: Locale): Promise<ReviewReply> => call(`/reviews/${id}`, locale, { headers: asOperator(token) });

export type Action = 'allow' | 'remove';

/** `keepalive`: it is sent even though the page is being left. */
export const decideReview = (id: string, action: Action, note: string, token: string, locale: Locale, keepalive = false): Promise<DecideReply> =>
  call(`/reviews/${id}`, locale, { method: 'POST', keepalive, headers: { ...asOperator(token), 'content-type': 'application/json' }, body: JSON.stringify({ action, note }) });
