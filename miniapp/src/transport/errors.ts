import type { ErrorCode } from '@shared/wire/errors';

/** What goes wrong before the cloud could answer. */
export type ClientFault = 'client/offline' | 'client/timeout' | 'client/bad-reply';

/** A call that did not succeed. `message` is a sentence the reader may see, in the reader's language. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode | ClientFault,
    message: string,
    readonly field?: string,
    /** HTTP status; 0 when no answer came. */
    readonly status: number = 0,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Nothing was decided: the same call may succeed later. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.status === 0 || error.status === 429 || error.status >= 500;
}

/** The sentence to show for anything that was thrown. */
export function sentenceOf(error: unknown, fallback: string): string {
  return error instanceof ApiError && error.message !== '' ? error.message : fallback;
}
