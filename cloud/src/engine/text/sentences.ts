/** A piece of a text and where it stands, [start, end) in UTF-16 units. */
export interface Piece {
  text: string;
  start: number;
  end: number;
}

const SENTENCE_END = /(?:[。！？!?；;…\n]+|\.(?=\s|$)|~+(?=\s|$))["'”’」』）)]*/g;
const CLAUSE_END = /[，,、：:。！？!?；;…\n]+["'”’」』）)]*/g;

function trimmed(text: string, start: number, end: number): Piece {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return { text: text.slice(from, to), start: from, end: to };
}

function cut(text: string, ends: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const hit of text.matchAll(ends)) {
    pieces.push(trimmed(text, start, hit.index + hit[0].length));
    start = hit.index + hit[0].length;
  }
  pieces.push(trimmed(text, start, text.length));
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece.text));
}

/** Sentences of a message: cut after 。！？；… and line ends, in Latin text after a full stop before a space. */
export const sentencesOf = (text: string): Piece[] => cut(text, SENTENCE_END);

/** Clauses of a sentence: cut after commas too. */
export const clausesOf = (text: string): Piece[] => cut(text, CLAUSE_END);
