import type { Session } from '@shared/wire/account';
import { config } from '../config';
import { AppError } from '../errors';
import { DAY, dateAt, now, nowMs } from '../infra/clock';
import { newId, newToken } from '../infra/ids';
import { hashToken } from '../infra/secret';
import { publishUser } from '../realtime';
import type { UserDoc } from './model';
import { presentUser } from './present';
import { endSession, endSessionsOf, findSession, findUser, insertSession, rotateSession } from './store';
import { forgetSession, signAccess } from './token';

const expiry = (): Date => dateAt(nowMs() + config().REFRESH_DAYS * DAY);

async function present(user: UserDoc, sessionId: string, secret: string): Promise<Session> {
  return {
    token: await signAccess(user._id, sessionId),
    refreshToken: `${sessionId}.${secret}`,
    expiresIn: config().ACCESS_MINUTES * 60,
    user: presentUser(user),
  };
}

/** Starts a sign-in for a user on one device. */
export async function openSession(user: UserDoc): Promise<Session> {
  const id = newId();
  const secret = newToken(32);
  await insertSession({ _id: id, userId: user._id, current: hashToken(secret), createdAt: now(), expiresAt: expiry() });
  return present(user, id, secret);
}

/**
 * Exchanges a refresh token for a new pair. Each is good once; a second use means that it was copied, so the whole
 * family ends (RFC 9700 §4.14.2). Throws `auth/refresh-reused` then, `auth/token-invalid` for anything else.
 */
export async function refreshSession(refreshToken: string): Promise<Session> {
  const dot = refreshToken.indexOf('.');
  const id = refreshToken.slice(0, dot);
  const secret = refreshToken.slice(dot + 1);
  const session = dot > 0 ? await findSession(id) : null;
  if (!session || session.endedAt || session.expiresAt <= now()) throw new AppError('auth/token-invalid');
  const user = await findUser(session.userId);
  if (!user) throw new AppError('auth/token-invalid');
  const next = newToken(32);
  if (!(await rotateSession(id, hashToken(secret), hashToken(next), expiry()))) {
    await closeSession(session.userId, id);
    throw new AppError('auth/refresh-reused');
  }
  return present(user, id, next);
}

/** Ends one sign-in; its sockets on every node close. */
export async function closeSession(userId: string, sessionId: string): Promise<void> {
  await endSession(sessionId, now());
  forgetSession(sessionId);
  publishUser(userId, { type: 'session.ended', sessionId });
}

/** Ends all sign-ins of a user. */
export async function closeAllSessions(userId: string): Promise<void> {
  for (const sessionId of await endSessionsOf(userId, now())) {
    forgetSession(sessionId);
    publishUser(userId, { type: 'session.ended', sessionId });
  }
}
