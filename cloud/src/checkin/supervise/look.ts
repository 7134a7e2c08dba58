import sharp from 'sharp';
import { graphemes } from '@shared/domain/text';

/** [P2] Of this many of the 64 bits two shots of one scene may differ. */
const NEAR = 6;
/** Grey levels between the darkest and the lightest field below which a picture shows nothing to compare by. */
const FLAT = 12;

/** Difference hash: 8 × 8 bits, each whether a field is lighter than the one right of it; undefined of a picture without features. */
export async function hashPicture(bytes: Buffer): Promise<bigint | undefined> {
  const grey = await sharp(bytes).flatten({ background: '#fff' }).greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer();
  if (Math.max(...grey) - Math.min(...grey) < FLAT) return undefined;
  let hash = 0n;
  for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) hash = (hash << 1n) | ((grey[y * 9 + x] ?? 0) > (grey[y * 9 + x + 1] ?? 0) ? 1n : 0n);
  return hash;
}

/** Whether two hashes are of what looks the same. */
export function looksSame(a: bigint, b: bigint): boolean {
  let [differing, rest] = [0, a ^ b];
  for (; rest > 0n; rest &= rest - 1n) differing++;
  return differing <= NEAR;
}

const SHINGLE = 4;
/** Texts shorter than this are alike by chance: 跑了五公里. */
const LONG_ENOUGH = 16;
const COPIED = 0.8;

/** The pieces of a text that tell it from another one, blanks, marks and case aside; none of a short text. */
export function shinglesOf(text: string): Set<string> {
  const units = [...graphemes(text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))];
  if (units.length < LONG_ENOUGH) return new Set();
  return new Set(Array.from({ length: units.length - SHINGLE + 1 }, (_, i) => units.slice(i, i + SHINGLE).join('')));
}

/** Whether most of a text stands in an earlier one. */
export function isCopied(pieces: ReadonlySet<string>, earlier: string): boolean {
  if (pieces.size === 0) return false;
  const there = shinglesOf(earlier);
  return [...pieces].filter((piece) => there.has(piece)).length / pieces.size >= COPIED;
}
