import { fold } from '../text/fold';
import { sentencesOf } from '../text/sentences';

const RUN = /[\p{Script=Han}\u3040-\u30ff\uac00-\ud7af]+|[\p{L}\p{N}\p{M}]+/gu;
const CJK = /^[\p{Script=Han}\u3040-\u30ff\uac00-\ud7af]/u;

const HEAD_CHARACTERS = 300;
const PASSAGE_SENTENCES = 5;
const PASSAGE_STEP = 2;

/** The two kinds of term a text is compared by. */
export interface Terms {
  /** Pairs of neighbouring CJK characters; Latin words and numbers. */
  pairs: string[];
  /** Single CJK characters. */
  characters: string[];
}

export function termsIn(text: string): Terms {
  const terms: Terms = { pairs: [], characters: [] };
  for (const run of fold(text).match(RUN) ?? []) {
    if (!CJK.test(run)) {
      terms.pairs.push(run);
      continue;
    }
    let before = '';
    for (const character of run) {
      terms.characters.push(character);
      if (before !== '') terms.pairs.push(before + character);
      before = character;
    }
    if (run === before) terms.pairs.push(run);
  }
  return terms;
}

export const headOf = (text: string): string => text.slice(0, HEAD_CHARACTERS);

/** Overlapping stretches of a few sentences; a short text is one. */
export function passagesOf(text: string): Terms[] {
  const sentences = sentencesOf(text).map((piece) => termsIn(piece.text));
  const passages: Terms[] = [];
  for (let from = 0; from === 0 || from + PASSAGE_STEP < sentences.length; from += PASSAGE_STEP) {
    const some = sentences.slice(from, from + PASSAGE_SENTENCES);
    passages.push({ pairs: some.flatMap((s) => s.pairs), characters: some.flatMap((s) => s.characters) });
  }
  return passages;
}
