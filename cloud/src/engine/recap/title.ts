import { fold } from '../text/fold';
import { isContentPair, isStopWord } from '../text/terms';

const LONGEST = 6;
const PHRASES = 2;

const CJK_RUN = /\p{Script=Han}+/gu;
const WORD = /[a-z][a-z0-9'-]+/g;

/** Stretches of 2–6 CJK characters and Latin words, with how many of the texts have them. */
export function phraseCounts(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const folded = fold(text);
    const found = new Set<string>((folded.match(WORD) ?? []).filter((word) => !isStopWord(word)));
    for (const run of folded.match(CJK_RUN) ?? []) {
      const chars = [...run];
      for (let from = 0; from < chars.length; from++) for (let size = 2; size <= LONGEST && from + size <= chars.length; size++) found.add(chars.slice(from, from + size).join(''));
    }
    for (const phrase of found) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return counts;
}

const isCjk = (phrase: string): boolean => /^\p{Script=Han}/u.test(phrase);

/** A phrase that begins or ends in the middle of function words is no name for a subject. */
function reads(phrase: string): boolean {
  if (!isCjk(phrase)) return true;
  const chars = [...phrase];
  return isContentPair(chars.slice(0, 2).join('')) && isContentPair(chars.slice(-2).join('')) && !LOOSE.test(phrase);
}
const LOOSE = /^[的了是在和与就也都很还把被给让从到对吗呢吧啊呀这那我你他她它们个们地得着过会要能可]|[的了是在和与就也都很还把被给让从到对吗呢吧啊呀这那我你他她它地得着过会要能可个一不没]$/;

/** Those of the phrases that could name a subject, most used first, at most `most`. */
export const namingPhrases = (counts: ReadonlyMap<string, number>, most: number): [string, number][] =>
  [...counts]
    .filter(([phrase, count]) => count >= 2 && reads(phrase))
    .sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, most);

/**
 * Names a topic by one or two phrases its messages share and the rest of the talk does not, else by the beginning of
 * its first sentence. `own` and `everything` say how many messages have each phrase; `total` is the number of all.
 */
export function titleOf(own: ReadonlyMap<string, number>, everything: ReadonlyMap<string, number>, total: number, fallback: string): string {
  const scored = namingPhrases(own, Infinity)
    .map(([phrase, count]) => ({ phrase, score: count * Math.log(1 + total / (everything.get(phrase) ?? 1)) * Math.sqrt(isCjk(phrase) ? [...phrase].length : 2) }))
    .sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1));
  const chosen: string[] = [];
  for (const { phrase } of scored) {
    if (chosen.length === PHRASES) break;
    const overlaps = chosen.some((other) => other.includes(phrase) || phrase.includes(other) || [...phrase].some((c) => isCjk(c) && other.includes(c)));
    if (!overlaps) chosen.push(phrase);
  }
  return chosen.length > 0 ? chosen.join(' · ') : headOf(fallback);
}

/** The first clause of a sentence, at most 12 characters of it. */
function headOf(sentence: string): string {
  const clause = sentence.split(/[，,。！？!?；;：:\n]/)[0] ?? '';
  const chars = [...clause.trim()];
  return chars.length <= 12 ? chars.join('') : chars.slice(0, 12).join('') + '…';
}
