/** A row and the line of the text it begins on, from 1. */
export interface Row {
  line: number;
  cells: string[];
}

const EXCEL_MARK = '\uFEFF';

/**
 * Reads RFC 4180: commas or tabs, quoted cells with breaks and doubled quotes in them. Rows of nothing are left out; a
 * quote that is never closed ends with the text.
 */
export function readCsv(given: string): Row[] {
  const text = given.startsWith(EXCEL_MARK) ? given.slice(1) : given;
  const tab = /^[^\n,]*\t/.test(text);
  const cell = new RegExp(`("(?:[^"]|"")*(?:"|$))?([^${tab ? '\\t' : ','}\\r\\n]*)(${tab ? '\\t' : ','}|\\r\\n|\\n|\\r|$)`, 'y');
  const rows: Row[] = [];
  let [line, first] = [1, 1];
  let cells: string[] = [];
  while (cell.lastIndex < text.length || cells.length > 0) {
    const [whole = '', quoted, plain = '', end = ''] = cell.exec(text) ?? [];
    cells.push(quoted === undefined ? plain : quoted.slice(1).replace(/"$/, '').replaceAll('""', '"') + plain);
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ',' || end === '\t') continue;
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: first, cells });
    [cells, first] = [[], line];
    if (end === '') break;
  }
  return rows;
}
