export interface Said {
  text: string;
  cites: number[];
  /** It begins a line of the answer. */
  opensLine: boolean;
}

const CITE_GROUP = /^\s*[[【［]\s*[#^]?\d+(?:\s*[-–,，、]\s*[#^]?\d+)*\s*[\]】］]/;
const ANY_CITE = /\s*[[【［]\s*[#^]?\d+(?:\s*[-–,，、]\s*[#^]?\d+)*\s*[\]】］]/g;
const OPENERS = '“「『（(';
const CLOSERS = '”」』）)';
const WIDEST_RANGE = 10;
const BULLET = /^\s*(?:[-*•·]|\d{1,2}[.、)])\s+/;
const DECORATION = /\*\*|__|^#+\s*/g;

function numbersOf(group: string): number[] {
  return [...group.matchAll(/(\d+)(?:\s*[-–]\s*[#^]?(\d+))?/g)].flatMap(([, from, to]) => {
    const first = Number(from);
    const last = to === undefined ? first : Number(to);
    if (last < first || last - first > WIDEST_RANGE) return [first, last];
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

const isEnd = (line: string, at: number): boolean => /[。！？!?…]/.test(line[at] as string) || (line[at] === '.' && /^(?:\s|$|[[【])/.test(line.slice(at + 1)));

const STOP = /[。！？!?….]/;

/** Whether the mark at `at` closes a quotation that is a whole sentence, and the sentence around it too. */
const closesAll = (line: string, at: number): boolean => STOP.test(line[at - 1] ?? '') && (at + 1 === line.length || CITE_GROUP.test(line.slice(at + 1)));

/** Where the sentence that begins at `from` ends: after its stop, closing marks and citations, never inside a quotation. */
function endOf(line: string, from: number): number {
  let depth = 0;
  for (let at = from; at < line.length; at++) {
    const c = line[at] as string;
    if (OPENERS.includes(c)) depth++;
    else if (CLOSERS.includes(c)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !(isEnd(line, at) || (CLOSERS.includes(c) && closesAll(line, at)))) continue;
    let end = at + 1;
    while (end < line.length && (isEnd(line, end) || (CLOSERS + '"').includes(line[end] as string))) end++;
    for (let group = CITE_GROUP.exec(line.slice(end)); group; group = CITE_GROUP.exec(line.slice(end))) end += group[0].length;
    return end;
  }
  return line.length;
}

function saidIn(line: string): Said[] {
  const said: Said[] = [];
  for (let from = 0; from < line.length; ) {
    const end = endOf(line, from);
    const raw = line.slice(from, end);
    const cites = [...new Set((raw.match(ANY_CITE) ?? []).flatMap(numbersOf))];
    const text = raw.replace(ANY_CITE, '').trim();
    const before = said.at(-1);
    if (text !== '' && /[\p{L}\p{N}]/u.test(text)) said.push({ text, cites, opensLine: said.length === 0 });
    else if (before !== undefined) before.cites.push(...cites);
    from = end;
  }
  return said;
}

/** Takes a model's text apart: sentences with the messages they cite as [n], [n][m], [n, m] or [n-m]. */
export function sentencesSaid(text: string): Said[] {
  return text
    .split('\n')
    .map((line) => line.replace(BULLET, '').replace(DECORATION, '').trim())
    .filter((line) => line !== '')
    .flatMap(saidIn);
}
