import { setTimeout as pause } from 'node:timers/promises';
import { fetchBytes, type NoAnswer } from '../fetchBytes';
import { BUSY, WechatError, withoutSecrets } from './error';

export interface WechatRequest {
  /** Path of the call, e.g. `/wxa/msg_sec_check`. */
  endpoint: string;
  query?: Record<string, string>;
  /** Sent as JSON by POST; without it the call is a GET. */
  body?: unknown;
  /** Values that no error may repeat. */
  secrets?: readonly string[];
  /** Whether doing it twice is the same as doing it once. Only then is it tried again, once, after -1. */
  idempotent: boolean;
}

/** Turns the bytes of an answer into what the caller wants, or throws what `fail` makes. */
export type ReadAnswer<T> = (bytes: Buffer, fail: Fail) => T;
export type Fail = (errcode: number, errmsg: string) => WechatError;
export type Send = <T>(request: WechatRequest, read: ReadAnswer<T>) => Promise<T>;

interface HttpOptions {
  baseUrl: string;
  timeoutMs: number;
  fetch: typeof globalThis.fetch;
}

const RETRY_PAUSE_MS = 150;
/** A mini-program code of 1280 px has about 200 KB. */
const ANSWER_BYTES = 4 * 1024 * 1024;

function addressOf(baseUrl: string, request: WechatRequest): string {
  const query = new URLSearchParams(request.query).toString();
  return `${baseUrl.replace(/\/+$/, '')}${request.endpoint}${query === '' ? '' : `?${query}`}`;
}

/**
 * One call to WeChat: time limit, size limit, no redirects (they would carry the secret elsewhere), and one more try
 * after -1 when the request is idempotent. Every failure is a WechatError.
 */
export function createHttp({ baseUrl, timeoutMs, fetch }: HttpOptions): Send {
  async function once<T>(request: WechatRequest, read: ReadAnswer<T>): Promise<T> {
    const fail: Fail = (errcode, errmsg) => new WechatError(request.endpoint, errcode, withoutSecrets(errmsg, request.secrets ?? []));
    const init = request.body === undefined ? {} : { method: 'POST', body: JSON.stringify(request.body), headers: { 'content-type': 'application/json' } };
    const { status, bytes } = await fetchBytes(addressOf(baseUrl, request), init, { timeoutMs, maxBytes: ANSWER_BYTES, fetch }).catch((lost: NoAnswer) => {
      throw fail(BUSY, lost.message);
    });
    if (status !== 200) throw fail(BUSY, `HTTP status ${status}`);
    return read(bytes, fail);
  }

  return async (request, read) => {
    try {
      return await once(request, read);
    } catch (error) {
      const again = request.idempotent && error instanceof WechatError && error.errcode === BUSY;
      if (!again) throw error;
    }
    await pause(RETRY_PAUSE_MS);
    return once(request, read);
  };
}
