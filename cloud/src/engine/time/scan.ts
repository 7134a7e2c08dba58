import { amount, type Amount } from './amounts';
import { skip, type Hit, type Parse } from './match';
import { boundAt, leadAt, type Bound } from './bounds';
import { HOLIDAY_SIGNS } from './holidays';
import { range, type Range } from './range';
import { recurring, type Recurring } from './recurring';
import { when, type When } from './when';
import { ERA_SIGNS } from './year';

/** What was understood, before it is known when it was said. `bound`: 之前 leaves the beginning open, 之后 the end. */
export type Meaning = { is: 'when'; when: When; bound?: Bound } | { is: 'range'; range: Range } | { is: 'amount'; amount: Amount } | { is: 'recurring'; recurring: Recurring };

export interface Found {
  start: number;
  end: number;
  meaning: Meaning;
}

const FROM = skip('(?:自从|从|自)');

function bounded(text: string, at: number): Hit<Meaning> | null {
  const lead = leadAt(text, at);
  const from = FROM(text, at);
  const hit = when(text, lead?.end ?? from);
  if (!hit) return null;
  if (lead) return { end: hit.end, value: { is: 'when', when: hit.value, bound: lead.value } };
  const bound = boundAt(text, hit.end, from === at && hit.value.clock !== undefined);
  // 从…起 has a beginning only
  if (bound && (from === at || bound.value === 'after')) return { end: bound.end, value: { is: 'when', when: hit.value, bound: bound.value } };
  return from > at ? null : { end: hit.end, value: { is: 'when', when: hit.value } };
}

const PARSES: Parse<Meaning>[] = [
  (text, at) => map(recurring(text, at), (value) => ({ is: 'recurring', recurring: value })),
  (text, at) => map(range(text, at), (value) => ({ is: 'range', range: value })),
  bounded,
  (text, at) => map(amount(text, at), (value) => ({ is: 'amount', amount: value })),
];

const map = <A, B>(hit: Hit<A> | null, to: (value: A) => B): Hit<B> | null => hit && { end: hit.end, value: to(hit.value) };

/* Nothing begins inside a number or a word: 二十三点 is no 三点, 第三天 no 三天. */
const NUMERAL = '零〇一二两三四五六七八九十百千万廿卅';
/* Most signs of a text begin no time, and asking every rule at each is slow. */
const SIGNS = new Set([...'今明昨前后大次上下这本当每逢隔周星礼早清晨中正午晌傍黄晚夜半深凌拂黎最近过再等未来接此之随往现眼刚从自由在农阴旧公闰腊冬春夏秋暑寒年月双第工天日差约去即初不截直白', ...ERA_SIGNS, ...HOLIDAY_SIGNS]);

function mayStart(text: string, at: number, fresh: boolean): boolean {
  const c = text[at] as string;
  const before = fresh ? ' ' : (text[at - 1] ?? ' ');
  if (/\d/.test(c)) return !/[\d第]/.test(before) && !/\d[.:/]$/.test(text.slice(Math.max(0, at - 2), at));
  if (/[a-z]/.test(c)) return !/[a-z\d_]/.test(before);
  if (NUMERAL.includes(c)) return before !== '第' && !NUMERAL.includes(before) && !/\d/.test(before);
  return SIGNS.has(c);
}

function at(text: string, start: number): Found | null {
  let best: Hit<Meaning> | null = null;
  for (const parse of PARSES) {
    const hit = parse(text, start);
    if (hit && (best === null || hit.end > best.end)) best = hit;
  }
  return best && { start, end: best.end, meaning: best.value };
}

/** All times of a folded text from left to right, the longest at each place, none inside another. */
export function scan(text: string): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < text.length; ) {
    const hit = mayStart(text, i, found.at(-1)?.end === i) ? at(text, i) : null;
    if (hit) found.push(hit);
    i = hit ? hit.end : i + 1;
  }
  return found;
}
