import { nicknameFault } from '@shared/domain/name';
import { cleanLine } from '@shared/domain/text';
import type { LoginBody, Session } from '@shared/wire/account';
import { config } from '../config';
import { AppError } from '../errors';
import { now } from '../infra/clock';
import { newId } from '../infra/ids';
import { hashToken } from '../infra/secret';
import { wechat, sealSessionKey, type WechatLogin } from '../infra/wechat';
import { requireHarmless } from '../safety';
import type { UserDoc } from './model';
import { openSession } from './session';
import { findUserByDevice, findUserByOpenid, insertUser, updateUser } from './store';

type Guest = Extract<LoginBody, { kind: 'guest' }>;
type Wechat = Extract<LoginBody, { kind: 'wechat' }>;

/** A name as it may be kept. Throws an error that names the field and what is wrong. */
export function acceptNickname(nickname: string, locale: 'zh' | 'en'): string {
  const fault = nicknameFault(nickname);
  if (fault === 'reserved') throw new AppError('account/nickname-reserved', { field: 'nickname' });
  if (fault) {
    const why = { zh: { empty: '不能为空', 'too-long': '最多 20 个字' }, en: { empty: 'must not be empty', 'too-long': 'can have at most 20 characters' } };
    throw new AppError('request/invalid', { field: 'nickname', params: { field: 'nickname', why: why[locale][fault] } });
  }
  return cleanLine(nickname);
}

function newUser(nickname: string, locale: 'zh' | 'en'): UserDoc {
  return { _id: newId(), nickname, showOnInvites: false, locale, createdAt: now() };
}

/** Signs a guest in by device key: the same device is the same person, and takes the name it says now. */
async function loginGuest(body: Guest, locale: 'zh' | 'en'): Promise<Session> {
  if (!config().AUTH_GUEST) throw new AppError('auth/guest-off');
  const nickname = acceptNickname(body.nickname, locale);
  await requireHarmless(nickname, 'nickname');
  const device = hashToken(body.device);
  const known = await findUserByDevice(device);
  if (!known) {
    const user = { ...newUser(nickname, body.locale ?? locale), device };
    // Two first logins of one device at once: the loser finds the winner's account.
    if (!(await insertUser(user))) return loginGuest(body, locale);
    return openSession(user);
  }
  const user = known.nickname === nickname ? known : await updateUser(known._id, { $set: { nickname } });
  return openSession(user ?? known);
}

/** Asks WeChat whose code this is. Throws `auth/wechat-…`. */
async function identify(code: string): Promise<WechatLogin> {
  const client = wechat();
  if (!client) throw new AppError('auth/wechat-off');
  const login = await client.login(code);
  if ('openid' in login) return login;
  if (login.refused === 'risk') throw new AppError('auth/wechat-risk');
  if (login.refused === 'bad-code') throw new AppError('auth/wechat-code', { field: 'code' });
  throw new AppError('auth/wechat-busy');
}

const wechatFields = (login: WechatLogin): NonNullable<UserDoc['wechat']> => ({
  openid: login.openid,
  ...(login.unionid ? { unionid: login.unionid } : {}),
  sessionKey: sealSessionKey(login.sessionKey),
  seenAt: now(),
});

async function loginWechat(body: Wechat, locale: 'zh' | 'en'): Promise<Session> {
  const login = await identify(body.code);
  const fields = wechatFields(login);
  const known = await findUserByOpenid(login.openid);
  if (known) return openSession((await updateUser(known._id, { $set: { wechat: fields } })) ?? known);
  const nickname = body.nickname ? acceptNickname(body.nickname, locale) : locale === 'en' ? 'New friend' : '新朋友';
  await requireHarmless(nickname, 'nickname', login.openid);
  const user = { ...newUser(nickname, body.locale ?? locale), wechat: fields };
  if (await insertUser(user)) return openSession(user);
  const winner = await findUserByOpenid(login.openid);
  if (!winner) throw new AppError('service/internal');
  return openSession(winner);
}

/** Signs in. Throws `auth/…`, `account/nickname-reserved`, `request/invalid`. */
export const login = (body: LoginBody, locale: 'zh' | 'en'): Promise<Session> => (body.kind === 'guest' ? loginGuest(body, locale) : loginWechat(body, locale));

/** Binds a guest to a WeChat account. Throws `auth/wechat-taken` when that account is somebody already. */
export async function bindWechat(userId: string, code: string): Promise<UserDoc> {
  const login = await identify(code);
  const owner = await findUserByOpenid(login.openid);
  if (owner && owner._id !== userId) throw new AppError('auth/wechat-taken', { field: 'code' });
  const user = await updateUser(userId, { $set: { wechat: wechatFields(login) } });
  if (!user) throw new AppError('auth/token-invalid');
  return user;
}
