/** A text folded for comparing (NFKC, lower case) and, for each folded unit, where it came from in the original. */
export interface Folded {
  text: string;
  /** starts[i], ends[i]: the [start, end) in the original, in UTF-16 units, that gave the folded unit i. */
  starts: number[];
  ends: number[];
}

/** Compatibility form and lower case, the same on every machine. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const COMBINING = /^\p{M}/u;

/** One character with the marks that follow it: the smallest piece that folds on its own. */
function pieceAt(text: string, at: number): string {
  let end = at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);
  while (end < text.length && COMBINING.test(text.slice(end, end + 2))) end += (text.codePointAt(end) as number) > 0xffff ? 2 : 1;
  return text.slice(at, end);
}

/** Folds and keeps the way back, so that a hit in the folded text can be marked in the original. */
export function foldMapped(text: string): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] };
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, at);
    const form = fold(piece);
    folded.text += form;
    for (let i = 0; i < form.length; i++) {
      folded.starts.push(at);
      folded.ends.push(at + piece.length);
    }
    at += piece.length;
  }
  return folded;
}
