import { readFileSync } from 'node:fs';

/** A text and whether it attacks somebody. */
export interface Labelled {
  text: string;
  offensive: boolean;
}

const CELL = /[,\n](?:"((?:[^"]|"")*)"|([^",\n]*))/g;

/** The rows of a CSV file, quoted cells unquoted. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [];
  for (const [whole, quoted, bare = ''] of `\n${csv}`.matchAll(CELL)) {
    if (!whole.startsWith(',')) rows.push([]);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
  }
  return rows;
}

/** Reads a CSV file with the columns `label` (1: offensive) and `TEXT`. */
export function readLabelled(file: string): Labelled[] {
  const [head = [], ...rows] = rowsOf(readFileSync(file, 'utf8').replace(/^\ufeff/, '').replaceAll('\r\n', '\n').trimEnd());
  const [label, text] = [head.indexOf('label'), head.indexOf('TEXT')];
  if (label < 0 || text < 0) throw new Error(`${file} has no columns label and TEXT`);
  return rows.map((row) => ({ text: row[text] ?? '', offensive: row[label] === '1' }));
}
