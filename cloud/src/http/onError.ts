import type { Middleware } from 'koa';
import { ERRORS, errorSentence, type ErrorCode, type Locale, type WireError } from '@shared/wire/errors';
import { AppError } from '../errors';
import { log } from '../infra/logger';
import { storeUnreachable } from '../infra/mongo';
import { localeOf } from './input';

/** The most a JSON body may hold. */
export const BODY_LIMIT = '256 KB';

/** Maps whatever was thrown to an error of the closed list. Unknown errors are logged whole and shown as nothing. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { status } = error as { status?: number };
  if (status === 413) return new AppError('request/too-large', { params: { max: BODY_LIMIT } });
  // An address that points out of the folder of pages, or cannot be decoded.
  if (status === 400 || status === 403 || status === 404) return new AppError('request/not-found');
  if (storeUnreachable(error)) return new AppError('service/unavailable', { cause: error });
  return new AppError('service/internal', { cause: error });
}

export function wireError(error: AppError, locale: Locale): WireError {
  const message = errorSentence(error.code, locale, error.params);
  return { error: { code: error.code, message, ...(error.field === undefined ? {} : { field: error.field }) } };
}

export const statusOf = (code: ErrorCode): number => ERRORS[code].status;

/** The only catcher of requests. */
export const onError: Middleware = async (ctx, next) => {
  try {
    await next();
    if (ctx.status === 404 && ctx.body === undefined) throw new AppError('request/not-found');
  } catch (thrown) {
    const error = toAppError(thrown);
    ctx.status = statusOf(error.code);
    if (ctx.status >= 500) log().error({ err: error.cause ?? error, code: error.code }, 'request failed');
    if (error.code === 'request/too-many') ctx.set('Retry-After', String(error.params.seconds ?? 1));
    ctx.body = wireError(error, localeOf(ctx.get('accept-language')));
  }
};
