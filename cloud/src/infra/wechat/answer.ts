import { z } from 'zod';
import { BUSY } from './error';
import type { Fail, ReadAnswer } from './http';

const Verdict = z.looseObject({ errcode: z.number().default(0), errmsg: z.string().default('') });

function parse(bytes: Buffer, fail: Fail): unknown {
  let answer: unknown;
  try {
    answer = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw fail(BUSY, 'the answer is not JSON');
  }
  const verdict = Verdict.safeParse(answer);
  if (!verdict.success) throw fail(BUSY, 'the answer is not a JSON object');
  if (verdict.data.errcode !== 0) throw fail(verdict.data.errcode, verdict.data.errmsg);
  return answer;
}

/** Reads a JSON answer of a known shape. Throws WeChat's error, or -1 when the answer is something else. */
export function json<T>(shape: z.ZodType<T>): ReadAnswer<T> {
  return (bytes, fail) => {
    const answer = shape.safeParse(parse(bytes, fail));
    // The answer itself stays out of the error: it may hold a session key.
    if (!answer.success) throw fail(BUSY, `the answer lacks ${answer.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
    return answer.data;
  };
}

/** Reads an answer of which only success matters. */
export const done: ReadAnswer<void> = (bytes, fail) => void parse(bytes, fail);

const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const beginsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

/** The media type of a picture from WeChat, or null when the bytes are none. */
export function pictureType(bytes: Buffer): 'image/jpeg' | 'image/png' | null {
  if (beginsWith(bytes, JPEG)) return 'image/jpeg';
  return beginsWith(bytes, PNG) ? 'image/png' : null;
}

/** Reads a picture. WeChat sends its errors from the same address and the content type can lie, so the bytes decide. */
export const picture: ReadAnswer<Buffer> = (bytes, fail) => {
  if (pictureType(bytes) !== null) return bytes;
  parse(bytes, fail);
  throw fail(BUSY, 'the answer is neither a picture nor an error');
};
