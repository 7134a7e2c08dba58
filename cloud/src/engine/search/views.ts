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

/** A text as it is compared: the whole of it, its beginning, and overlapping stretches of a few sentences; a short text is one. */
export interface Views {
  whole: Terms;
  head: Terms;
  passages: Terms[];
}

const joined = (some: readonly Terms[]): Terms => ({ pairs: some.flatMap((t) => t.pairs), characters: some.flatMap((t) => t.characters) });

export function viewsOf(text: string): Views {
  const sentences = sentencesOf(text).map((piece) => termsIn(piece.text));
  const whole = joined(sentences);
  const passages: Terms[] = [];
  for (let from = 0; from === 0 || from + PASSAGE_STEP < sentences.length; from += PASSAGE_STEP) {
    passages.push(sentences.length <= PASSAGE_SENTENCES ? whole : joined(sentences.slice(from, from + PASSAGE_SENTENCES)));
  }
  return { whole, head: text.length <= HEAD_CHARACTERS ? whole : termsIn(text.slice(0, HEAD_CHARACTERS)), passages };
}
