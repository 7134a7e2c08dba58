import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** WeChat pads to 32 bytes where AES itself has blocks of 16, so the padding is made and taken off by hand. */
const BLOCK = 32;
const RANDOM_BYTES = 16;
const HEAD_BYTES = RANDOM_BYTES + 4;

/** The 32-byte key behind an EncodingAESKey. Throws RangeError when it is not 43 characters of base64. */
export function keyOf(encodingAesKey: string): Buffer {
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) throw new RangeError('an EncodingAESKey has 43 letters and digits');
  return Buffer.from(`${encodingAesKey}=`, 'base64');
}

/** sha1 over the sorted parts, as hex. */
export const signatureOf = (...parts: string[]): string => createHash('sha1').update([...parts].sort().join('')).digest('hex');

/** random(16) + length(4, big endian) + text + app id, padded, AES-256-CBC, base64. */
export function seal(key: Buffer, appId: string, text: string, random: Buffer): string {
  const message = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const full = Buffer.concat([random.subarray(0, RANDOM_BYTES), length, message, Buffer.from(appId, 'utf8')]);
  const pad = BLOCK - (full.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([full, Buffer.alloc(pad, pad)])), cipher.final()]).toString('base64');
}

/** The text and app id inside, or null when the bytes are not what `seal` makes under this key. */
export function open(key: Buffer, encrypted: string): { text: string; appId: string } | null {
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return null;
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const pad = padded.at(-1) ?? 0;
  if (pad < 1 || pad > BLOCK || !padded.subarray(-pad).every((byte) => byte === pad)) return null;
  const full = padded.subarray(0, -pad);
  if (full.length < HEAD_BYTES) return null;
  const end = HEAD_BYTES + full.readUInt32BE(RANDOM_BYTES);
  if (end > full.length) return null;
  return { text: full.toString('utf8', HEAD_BYTES, end), appId: full.toString('utf8', end) };
}
