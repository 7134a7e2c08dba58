/** A clause, [start, end) in UTF-16 units of the text. */
export interface Clause {
  text: string;
  start: number;
  end: number;
}

/** A text made ready for reading: every unit folded in place, so that positions stay. */
export interface Said {
  text: string;
  clauses: readonly Clause[];
}

function foldUnit(unit: string): string {
  const form = unit.normalize('NFKC').toLowerCase();
  return form.length === 1 ? form : unit;
}

/** Half width and lower case, unit for unit. */
export function foldUnits(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldUnit(text[i] as string);
  return folded;
}

/* No clause is longer, so that what is looked for around a word costs the same in any text. Not 、 and not a full stop inside a number: what a clause denies reaches over a list. */
const CLAUSE = /(?:[^,;!?。\n…]|(?<=\d),(?=\d{3})){1,100}/g;

const clausesOf = (text: string): Clause[] => [...text.matchAll(CLAUSE)].map((hit) => ({ text: hit[0], start: hit.index, end: hit.index + hit[0].length }));

export function readable(text: string): Said {
  const folded = foldUnits(text);
  return { text: folded, clauses: clausesOf(folded) };
}

/** The clause a position stands in. */
export const clauseAt = ({ clauses }: Said, at: number): Clause => clauses.find(({ start, end }) => start <= at && at < end) ?? { text: '', start: at, end: at };

const BLOT = '\u0001';

/** Takes words out of a text without moving anything. */
export const blotOut = (text: string, words: RegExp): string => text.replace(words, (hit) => BLOT.repeat(hit.length));

/** Stands where words of a hotel were taken out: what is said beside them may be its price. */
export const OF_HOTEL = '\u0002';

/** Takes spans out of the reading without moving anything. */
export function blot(said: Said, spans: readonly (readonly [number, number])[], mark = BLOT): Said {
  let text = said.text;
  for (const [start, end] of spans) text = text.slice(0, start) + mark.repeat(end - start) + text.slice(end);
  return { text, clauses: said.clauses.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })) };
}
