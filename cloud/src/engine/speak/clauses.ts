import { fold } from '../text/fold';

const CLAUSE_END = /[,。!?;:~\n—]+|(?<!\.)\.+(?=\s|$)/g;

/** A clause of a folded text with the mark that ends it. */
export interface Clause {
  text: string;
  end: string;
}

/** The clauses of a text, folded: so full-width marks are ASCII ones, except the Chinese full stop. */
export function clausesOf(text: string): Clause[] {
  const folded = fold(text).replace(/…+/g, '.');
  const clauses: Clause[] = [];
  let start = 0;
  for (const hit of folded.matchAll(CLAUSE_END)) {
    clauses.push({ text: folded.slice(start, hit.index).trim(), end: hit[0] });
    start = hit.index + hit[0].length;
  }
  clauses.push({ text: folded.slice(start).trim(), end: '' });
  return clauses.filter((clause) => clause.text !== '');
}
