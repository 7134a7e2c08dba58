import { SignJWT, errors, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { config } from '../config';
import { AppError } from '../errors';
import { MINUTE, SECOND, now, nowMs } from '../infra/clock';
import { storeUnreachable } from '../infra/mongo';
import { findSession } from './store';

const encoder = new TextEncoder();

export interface AccessClaims {
  userId: string;
  sessionId: string;
  /** When the token ends, ms since 1970. */
  expiresAt: number;
}

/** Signs an access token with the first key of AUTH_KEYS. */
export async function signAccess(userId: string, sessionId: string): Promise<string> {
  const key = config().AUTH_KEYS[0];
  if (!key) throw new Error('AUTH_KEYS is empty');
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: 'HS256', kid: key.kid })
    .setSubject(userId)
    .setIssuedAt(Math.floor(nowMs() / 1000))
    .setExpirationTime(Math.floor((nowMs() + config().ACCESS_MINUTES * MINUTE) / 1000))
    .sign(encoder.encode(key.secret));
}

/** Reads an access token. Throws `auth/token-expired` or `auth/token-invalid`. */
export async function readAccess(token: string): Promise<AccessClaims> {
  try {
    const { payload } = await jwtVerify(
      token,
      (header) => {
        const key = config().AUTH_KEYS.find(({ kid }) => kid === header.kid);
        if (!key) throw new AppError('auth/token-invalid');
        return encoder.encode(key.secret);
      },
      { algorithms: ['HS256'], currentDate: now(), requiredClaims: ['sub', 'sid', 'exp'] },
    );
    return { userId: String(payload.sub), sessionId: String(payload.sid), expiresAt: Number(payload.exp) * 1000 };
  } catch (error) {
    throw new AppError(error instanceof errors.JWTExpired ? 'auth/token-expired' : 'auth/token-invalid', { cause: error });
  }
}

/* A sign-in that has ended is refused within this time on every node, though its access token would live longer. */
const alive = new LRUCache<string, boolean>({ max: 50_000, ttl: 4 * SECOND, perf: { now: nowMs } });

/** Forgets what is known of a sign-in, so that its end counts at once on this node. */
export const forgetSession = (sessionId: string): boolean => alive.delete(sessionId);

/** Checks that the sign-in behind a token still stands. Throws `auth/token-invalid`. */
export async function requireAlive(sessionId: string): Promise<void> {
  const known = alive.get(sessionId);
  if (known === true) return;
  try {
    const session = await findSession(sessionId);
    if (!session || session.endedAt) throw new AppError('auth/token-invalid');
    alive.set(sessionId, true);
  } catch (error) {
    if (storeUnreachable(error)) throw new AppError('service/unavailable', { cause: error });
    throw error;
  }
}

/** The claims of a token whose sign-in still stands. */
export async function authenticate(token: string): Promise<AccessClaims> {
  const claims = await readAccess(token);
  await requireAlive(claims.sessionId);
  return claims;
}
