import { cleanLine } from '@shared/domain/text';

/** WeChat's own code for "busy". Also ours for every call without a usable answer: no connection, no answer in time, no JSON. */
export const BUSY = -1;

const REASON_CHARACTERS = 200;

/** A call WeChat refused or did not answer. Holds no secret, token, login code or session key, even when WeChat repeats one. */
export class WechatError extends Error {
  override readonly name = 'WechatError';

  constructor(
    /** Path of the call, e.g. `/sns/jscode2session`. */
    readonly endpoint: string,
    /** WeChat's code, or -1. */
    readonly errcode: number,
    /** WeChat's words, or ours when it gave none. */
    readonly errmsg: string,
  ) {
    super(`WeChat ${endpoint} answered ${errcode}: ${errmsg}`);
  }
}

/** One short line in which none of `secrets` is left, plain or as it stands in an address. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets.filter((value) => value !== '')) {
    clean = clean.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
  }
  return cleanLine(clean).slice(0, REASON_CHARACTERS);
}
