import type { Redis } from 'ioredis';
import { createWechat, type Wechat } from './client';
import { createPush, type Push } from './push';
import * as sessionKey from './sessionKey';

export type { CardState } from './activity';
export { pictureType } from './answer';
export type { Wechat } from './client';
export { isScene } from './code';
export { WechatError } from './error';
export type { LoginRefusal, WechatLogin } from './login';
export { PushError, type Push, type PushMessage } from './push';
export { readMediaVerdict, type MediaVerdict, type TextVerdict } from './security';
export { fitTemplate, TemplateValueError } from './template';

/** The settings this needs, named as in config.ts. */
interface WechatConfig {
  DATA_KEY: string;
  WECHAT_APP_ID?: string | undefined;
  WECHAT_APP_SECRET?: string | undefined;
  WECHAT_BASE_URL: string;
  WECHAT_PUSH_TOKEN?: string | undefined;
  WECHAT_PUSH_AES_KEY?: string | undefined;
}

let client: Wechat | null = null;
let push: Push | null = null;
let dataKey: string | undefined;

/** Sets up WeChat for this process. Without an app id it stays off. Throws RangeError when WECHAT_PUSH_AES_KEY is no EncodingAESKey. */
export function openWechat(config: WechatConfig, redis: Redis): void {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: secret, WECHAT_PUSH_TOKEN: token, WECHAT_PUSH_AES_KEY: aesKey } = config;
  dataKey = config.DATA_KEY;
  client = appId && secret ? createWechat({ appId, secret, baseUrl: config.WECHAT_BASE_URL, redis }) : null;
  push = appId && token ? createPush({ appId, token, ...(aesKey ? { aesKey } : {}) }) : null;
}

/** WeChat's servers, or null where no app is set up. */
export const wechat = (): Wechat | null => client;

/** The receiving end of the message push, or null where none is set up. */
export const wechatPush = (): Push | null => push;

function key(): string {
  if (!dataKey) throw new Error('WeChat is used before the service has started');
  return dataKey;
}

/** Encrypts a session key for the store. */
export const sealSessionKey = (plain: string): string => sessionKey.sealSessionKey(key(), plain);

/** Gives back a stored session key, or null when it cannot be opened any more. */
export const openSessionKey = (sealed: string): string | null => sessionKey.openSessionKey(key(), sealed);
