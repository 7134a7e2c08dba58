import type { Redis } from 'ioredis';
import { nowMs, SECOND } from '../clock';
import { activityAbility } from './activity';
import { codeAbility } from './code';
import { WechatError } from './error';
import { createHttp, type Send, type WechatRequest } from './http';
import { loginAbility } from './login';
import { securityAbility } from './security';
import { subscribeAbility } from './subscribe';
import { createAccessToken, type AccessToken } from './token';

export interface WechatOptions {
  appId: string;
  secret: string;
  /** `https://api.weixin.qq.com`, or a stand-in. */
  baseUrl: string;
  /** Shares the access token between processes. */
  redis: Redis;
  /** Milliseconds since 1970. */
  clock?: () => number;
  fetch?: typeof globalThis.fetch;
  timeoutMs?: number;
}

export type Wechat = ReturnType<typeof createWechat>;

const TOKEN_REFUSED = new Set([40001, 40014, 42001]);

/** A refused token means nothing was done, so even what must not happen twice is sent again, once. */
function withToken(send: Send, accessToken: AccessToken): Send {
  const signed = (request: WechatRequest, token: string): WechatRequest => ({
    ...request,
    query: { access_token: token, ...request.query },
    secrets: [...(request.secrets ?? []), token],
  });
  return async (request, read) => {
    const token = await accessToken();
    try {
      return await send(signed(request, token), read);
    } catch (error) {
      if (!(error instanceof WechatError && TOKEN_REFUSED.has(error.errcode))) throw error;
    }
    return send(signed(request, await accessToken(token)), read);
  };
}

/** WeChat's servers as seen by one mini-program. Calls reject with WechatError; each ability's file lists its codes. */
export function createWechat({ appId, secret, baseUrl, redis, clock = nowMs, fetch = globalThis.fetch, timeoutMs = 5 * SECOND }: WechatOptions) {
  const send = createHttp({ baseUrl, timeoutMs, fetch });
  const call = withToken(send, createAccessToken({ appId, secret, redis, send, now: clock }));
  return {
    ...loginAbility({ appId, secret, send }),
    ...codeAbility(call),
    ...activityAbility(call),
    ...securityAbility(call),
    ...subscribeAbility(call),
  };
}
