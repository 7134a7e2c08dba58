import { z } from 'zod';
import { json } from './answer';
import { BUSY, WechatError } from './error';
import type { Send } from './http';

export interface WechatLogin {
  openid: string;
  /** Base64. Encrypt it (sessionKey.ts) before it is stored; it never leaves the server. */
  sessionKey: string;
  /** Only when the app is bound to an Open Platform account. */
  unionid?: string;
}

/**
 * Why WeChat did not sign someone in. `bad-code`: ask the client for a new code. `risk`: WeChat blocks this account, say
 * so and do not try again. `busy`: try again later. `misconfigured`: app id or secret are wrong, an operator's business.
 */
export type LoginRefusal = 'bad-code' | 'risk' | 'busy' | 'misconfigured';
export type LoginResult = WechatLogin | { refused: LoginRefusal; errcode: number };

const REFUSALS = new Map<number, LoginRefusal>([
  [40029, 'bad-code'],
  [40163, 'bad-code'],
  [41008, 'bad-code'],
  [40226, 'risk'],
  [BUSY, 'busy'],
  [45011, 'busy'],
  [40013, 'misconfigured'],
  [40125, 'misconfigured'],
  [41002, 'misconfigured'],
  [41004, 'misconfigured'],
  [40243, 'misconfigured'],
]);

const Session = z.object({ openid: z.string().min(1), session_key: z.string().min(1), unionid: z.string().min(1).optional() });

interface LoginOptions {
  appId: string;
  secret: string;
  send: Send;
}

export function loginAbility({ appId, secret, send }: LoginOptions) {
  async function ask(code: string): Promise<WechatLogin> {
    const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' };
    const session = await send({ endpoint: '/sns/jscode2session', query, secrets: [secret, code], idempotent: true }, json(Session));
    return { openid: session.openid, sessionKey: session.session_key, ...(session.unionid === undefined ? {} : { unionid: session.unionid }) };
  }

  return {
    /** code2session: trades the code of `Taro.login` (single use, 5 min) for who it is. Throws WechatError only for a code of WeChat not known here. */
    async login(code: string): Promise<LoginResult> {
      try {
        return await ask(code);
      } catch (error) {
        const refused = error instanceof WechatError ? REFUSALS.get(error.errcode) : undefined;
        if (refused === undefined) throw error;
        return { refused, errcode: (error as WechatError).errcode };
      }
    },
  };
}
