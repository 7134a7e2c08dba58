/** The measures of the evaluation sets, as their METRICS.md defines them. Pure. */

/** ROUGE tokens: each CJK character, each run of a–z and digits, lower case. */
export const rougeTokens = (text: string): string[] => text.toLowerCase().match(/\p{Script=Han}|[a-z0-9]+/gu) ?? [];

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

const gramsOf = (tokens: readonly string[], n: number): string[] => tokens.slice(0, Math.max(0, tokens.length - n + 1)).map((_, i) => tokens.slice(i, i + n).join(' '));

/** Harmonic mean of precision and recall, 0 when nothing is shared. */
export const f1 = (shared: number, found: number, gold: number): number => (shared === 0 ? 0 : (2 * shared) / (found + gold));

export function rougeN(found: string, gold: string, n: number): number {
  const a = gramsOf(rougeTokens(found), n);
  const b = gramsOf(rougeTokens(gold), n);
  const left = counted(b);
  let shared = 0;
  for (const [gram, count] of counted(a)) shared += Math.min(count, left.get(gram) ?? 0);
  return 100 * f1(shared, a.length, b.length);
}

export function rougeL(found: string, gold: string): number {
  const a = rougeTokens(found);
  const b = rougeTokens(gold);
  let row: number[] = new Array<number>(b.length + 1).fill(0);
  for (const token of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) next.push(token === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0));
    row = next;
  }
  return 100 * f1(row[b.length] ?? 0, a.length, b.length);
}

/** Share of windows whose ends are together in one labelling and apart in the other. No labels at all: 1. */
export function pk(gold: readonly number[], found: readonly number[] | null): number {
  if (found === null) return 1;
  const boundaries = gold.filter((label, i) => i > 0 && label !== gold[i - 1]).length;
  const k = Math.max(1, Math.round(gold.length / boundaries / 2));
  let wrong = 0;
  for (let i = 0; i + k < gold.length; i++) if ((gold[i] === gold[i + k]) !== (found[i] === found[i + k])) wrong++;
  return wrong / (gold.length - k);
}

export const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The letters, digits and CJK of a text: what must stand in the cited messages. */
export const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Sentences as the salience measures cut them: after 。！？!? and line ends. */
export const characterPairs = (text: string): Set<string> => {
  const line = bare(text);
  return new Set([...line].slice(0, -1).map((_, i) => line.slice(i, i + 2)));
};
