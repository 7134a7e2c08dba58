import { spoken } from '../text/sounds';
import { classesOf, withoutTalk, type WordClass } from './words';

/** How many hashed weights there are. */
export const SLOTS = 3 * 2 ** 16;

const EDGE = 1;
/** Names of the three alphabets: equal runs of different ones are different features. */
const SIGNS = 17;
const SOUNDS = 99;
const WORDS = 7;
const PAIRS = 5;

function mix(hash: number, code: number): number {
  const h = Math.imul(hash ^ code, 0x9e3779b1);
  return h ^ (h >>> 15);
}

const codesOf = (text: string): number[] => [...text].map((sign) => sign.codePointAt(0) as number);

const slot = (hash: number): number => (hash >>> 0) % SLOTS;

function addGrams(into: Set<number>, alphabet: number, codes: readonly number[], [shortest, longest]: readonly [number, number]): void {
  for (let i = 0; i < codes.length; i++) {
    let hash = alphabet;
    for (let n = 1; n <= longest && i + n <= codes.length; n++) {
      hash = mix(hash, codes[i + n - 1] as number);
      if (n >= shortest) into.add(slot(hash));
    }
  }
}

const CODES: Record<Exclude<WordClass, 'talk'>, number> = { defence: 2, group: 3, insult: 4, deny: 5, second: 6, third: 7, sweeping: 8 };

function addClasses(into: Set<number>, text: string): void {
  const codes = classesOf(text).flatMap((name) => (name === 'talk' ? [] : CODES[name]));
  addGrams(into, WORDS, codes, [1, 3]);
  const kinds = [...new Set(codes)].sort();
  for (const one of kinds) for (const other of kinds) if (one < other) into.add(slot(mix(mix(PAIRS, one), other)));
}

/**
 * The slots a plain text fills: runs of one and two signs, of two and three syllables (what a homophone cannot change) and of
 * word classes, each once.
 */
export function featuresOf(text: string): number[] {
  const found = new Set<number>();
  const pieces = withoutTalk(text);
  pieces.forEach((piece, i) => {
    const [start, end] = [i === 0 ? [EDGE] : [], i === pieces.length - 1 ? [EDGE] : []];
    addGrams(found, SIGNS, [...start, ...codesOf(piece), ...end], [1, 2]);
    addGrams(found, SOUNDS, [...start, ...codesOf(spoken(piece)), ...end], [2, 3]);
  });
  addClasses(found, text);
  return [...found];
}
