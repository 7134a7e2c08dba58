import Taro from '@tarojs/taro';
import type { ClientInfo, LoginBody, MeBody, Session, User } from '@shared/wire/account';
import { observable, useObservable } from '@/observable';
import { isWeapp } from '@/platform/env';
import { dropAllStored, dropStored, readStored, writeStored } from '@/platform/storage';
import * as api from '@/transport/api';
import { onDeadSession } from '@/transport/http';
import { dropTokens, heldTokens, keepTokens } from '@/transport/tokens';
import { changePrefs, prefs } from '../settings/prefs';
import { deviceKey, heldDeviceKey } from './deviceKey';

/**
 * `starting`: not known yet (first moments, or a silent WeChat sign-in under way). `out`: somebody has to sign in.
 * `in`: `user` is who.
 */
export type SessionState = { phase: 'starting' } | { phase: 'out' } | { phase: 'in'; user: User };

const USER_KEY = 'user';
const isUser = (value: unknown): value is User => typeof (value as Partial<User> | null)?.id === 'string' && typeof (value as Partial<User>).nickname === 'string';

function initialState(): SessionState {
  const user = readStored(USER_KEY, isUser);
  return user !== undefined && heldTokens() !== undefined ? { phase: 'in', user } : { phase: 'starting' };
}

export const session = observable<SessionState>(initialState());
export const useSession = (): SessionState => useObservable(session);
/** The signed-in person, or undefined. */
export const useMe = (): User | undefined => useObservable(session, (now) => (now.phase === 'in' ? now.user : undefined));
export const myId = (): string | undefined => {
  const now = session.get();
  return now.phase === 'in' ? now.user.id : undefined;
};

/** What the cloud offers; undefined until it has answered. */
export const client = observable<ClientInfo | undefined>(undefined);
export const useClient = (): ClientInfo | undefined => useObservable(client);

const leaveHooks: (() => void)[] = [];
/** Runs `forget` when the person signs out: whatever a feature holds of that person has to go. */
export function onSignOut(forget: () => void): void {
  leaveHooks.push(forget);
}

function enter(made: Session): User {
  keepTokens(made);
  writeStored(USER_KEY, made.user);
  session.set({ phase: 'in', user: made.user });
  return made.user;
}

function keepUser(user: User): User {
  writeStored(USER_KEY, user);
  session.set({ phase: 'in', user });
  return user;
}

/** Finds out who this is: a kept sign-in, else on WeChat a silent one. Call once, at start. */
export async function startSession(): Promise<void> {
  void loadClient();
  if (session.get().phase === 'in') {
    await refreshMe();
    return;
  }
  const made = await signInQuietly();
  if (made) enter(made);
  else session.set({ phase: 'out' });
}

async function loadClient(): Promise<ClientInfo | undefined> {
  try {
    const found = await api.getClient();
    client.set(found);
    return found;
  } catch {
    return client.get();
  }
}

/** Brings the profile up to date; offline keeps what is known. */
export async function refreshMe(): Promise<void> {
  try {
    keepUser((await api.getMe()).user);
  } catch {
    /* a dead sign-in has already led to `out`; anything else keeps what was known */
  }
}

/** Takes part as a guest under this name. Throws ApiError (`account/nickname-reserved`, `auth/guest-off` …). */
export async function signInGuest(nickname: string): Promise<User> {
  const body: LoginBody = { kind: 'guest', nickname, device: await deviceKey(), locale: prefs.get().locale };
  return enter(await api.login(body));
}

/** Signs in with WeChat; asks nothing of the person. Throws ApiError. */
export async function signInWechat(): Promise<User> {
  return enter(await wechatLogin());
}

async function wechatLogin(): Promise<Session> {
  const { code } = await Taro.login();
  return api.login({ kind: 'wechat', code, locale: prefs.get().locale });
}

/* A sign-in that needs nobody: WeChat's, or the guest this device has been. */
async function signInQuietly(): Promise<Session | undefined> {
  try {
    if (isWeapp && (client.get() ?? (await loadClient()))?.wechat) return await wechatLogin();
    const user = readStored(USER_KEY, isUser);
    const device = heldDeviceKey();
    if (user?.guest !== true || device === undefined) return undefined;
    return await api.login({ kind: 'guest', nickname: user.nickname, device, locale: prefs.get().locale });
  } catch {
    return undefined;
  }
}

/** Binds this guest to the WeChat account the mini-program runs under. Throws ApiError (`auth/wechat-taken` …). */
export async function bindWechat(): Promise<User> {
  const { code } = await Taro.login();
  return keepUser((await api.bindWechat(code)).user);
}

/** Changes the profile. Throws ApiError; nothing changes then. */
export async function updateMe(change: MeBody): Promise<User> {
  return keepUser((await api.patchMe(change)).user);
}

/** Leaves this device: the sign-in ends and everything of the person is removed from it. */
export async function signOut(): Promise<void> {
  const tokens = heldTokens();
  if (tokens) await api.logout(tokens.refreshToken).catch(() => undefined);
  forgetPerson();
}

function forgetPerson(): void {
  dropTokens();
  dropStored(USER_KEY);
  dropStored('device');
  dropAllStored('u.');
  leaveHooks.forEach((forget) => forget());
  session.set({ phase: 'out' });
}

/** Asks for the account to be deleted; `user.deleteAt` says when, and until then it can be restored. */
export async function deleteAccount(): Promise<User> {
  return keepUser((await api.deleteMe()).user);
}

export async function restoreAccount(): Promise<User> {
  return keepUser((await api.restoreMe()).user);
}

/** Sets the language here and for what the cloud sends this person. */
export function chooseLocale(locale: 'zh' | 'en'): void {
  changePrefs({ locale });
  if (session.get().phase === 'in') updateMe({ locale }).catch(() => undefined);
}

onDeadSession(signInQuietly, () => {
  leaveHooks.forEach((forget) => forget());
  session.set({ phase: 'out' });
});
