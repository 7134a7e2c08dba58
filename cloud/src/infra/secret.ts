import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** How tokens are kept: a stolen store does not open anything. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** MAC of `text` under a key derived for one purpose from the hex `key`. */
export function mac(key: string, purpose: string, text: string): string {
  const derived = createHmac('sha256', Buffer.from(key, 'hex')).update(purpose).digest();
  return createHmac('sha256', derived).update(text).digest('base64url');
}

/** Compares without telling by time where two strings differ. */
export function sameText(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest();
  return timingSafeEqual(left, createHash('sha256').update(b).digest());
}
