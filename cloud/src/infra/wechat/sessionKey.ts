import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** DATA_KEY has other uses: this one gets its own key. */
function keyFor(dataKey: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(dataKey)) throw new RangeError('the data key has 64 hex digits');
  return Buffer.from(hkdfSync('sha256', Buffer.from(dataKey, 'hex'), '', `wechat session key ${VERSION}`, 32));
}

/** Encrypts a session key for the store (AES-256-GCM). `dataKey`: 64 hex digits. */
export function sealSessionKey(dataKey: string, sessionKey: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(dataKey), iv);
  const encrypted = Buffer.concat([cipher.update(sessionKey, 'utf8'), cipher.final()]);
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), encrypted]).toString('base64url')}`;
}

/** Gives back the session key, or null when the text was changed, or another key or version made it. */
export function openSessionKey(dataKey: string, sealed: string): string | null {
  const [version, payload, ...rest] = sealed.split('.');
  const bytes = Buffer.from(payload ?? '', 'base64url');
  if (version !== VERSION || rest.length > 0 || bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyFor(dataKey), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
