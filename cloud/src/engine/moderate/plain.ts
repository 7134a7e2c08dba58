import { fold } from '../text/fold';
import script from './traditional.json';

const simplified = new Map([...script.traditional].map((sign, i) => [sign, script.simplified[i] as string]));

/** Letters that look alike: Cyrillic and Greek ones that NFKC keeps apart, as their Latin twins. */
const TWINS = new Map([...'аеорсухікмтвнαορνκτ'].map((sign, i) => [sign, 'aeopcyxikmtbhaopvkt'[i] as string]));

/** Folded, simplified signs, with spaces and punctuation as they stand. */
export const simple = (text: string): string => fold(text).replace(/[\u0370-\u04ff\u4e00-\u9fff]/g, (sign) => simplified.get(sign) ?? TWINS.get(sign) ?? sign);

/**
 * What is left of a simple text when nothing can be hidden between its signs: only letters and digits, and of one repeated
 * more than twice, two.
 */
export const bare = (simpleText: string): string => simpleText.replace(/[^\p{L}\p{N}]/gu, '').replace(/(.)\1{2,}/gu, '$1$1');

export const plain = (text: string): string => bare(simple(text));
