import { randomBytes, randomInt } from 'node:crypto';
import { customAlphabet } from 'nanoid';

const alphanumeric = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 20);

/** A new identity: 20 letters and digits, 119 bits. */
export const newId = (): string => alphanumeric();

/** An unguessable token: `bytes` random bytes as base64url (16 bytes = 22 characters, within WeChat's scene set). */
export const newToken = (bytes = 16): string => randomBytes(bytes).toString('base64url');

/** A pai's short number: 8 digits, the first not 0, drawn at random so that none follows from another. */
export const newPaiNumber = (): string => String(randomInt(10_000_000, 100_000_000));
