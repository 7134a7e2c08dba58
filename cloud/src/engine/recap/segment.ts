import { termsOf } from '../text/terms';
import { boundaryCues, type Cue } from './cues';
import type { RecapMessage } from './types';

/** A run of messages about one thing, [start, end). */
export interface Segment {
  start: number;
  end: number;
}

const MESSAGES_PER_TOPIC = 10;
const CHARACTERS_PER_TOPIC = 300;
const SMALLEST_TOPIC = 3;
/** A boundary scores at least this; silence of hours alone reaches it. */
const THRESHOLD = 0.5;
const STRONG = 2;
const COHESION_WEIGHT = 0.4;
const BLOCK_MESSAGES = { least: 6, most: 20, characters: 600 };

type Bag = Map<string, number>;

/** How telling each term is; one that only a single message has tells nothing of likeness and is left out. */
function rarities(bags: readonly (readonly string[])[]): Bag {
  const counts: Bag = new Map();
  for (const bag of bags) for (const term of new Set(bag)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].filter(([, seen]) => seen > 1).map(([term, seen]) => [term, Math.log(bags.length / seen + 0.5)]));
}

/** The terms of the messages from `at` on in direction `step`, as many as make a block. */
function block(messages: readonly RecapMessage[], terms: readonly (readonly string[])[], rarity: Bag, at: number, step: 1 | -1): Bag {
  const bag: Bag = new Map();
  let characters = 0;
  for (let i = at, taken = 0; i >= 0 && i < messages.length && taken < BLOCK_MESSAGES.most; i += step, taken++) {
    if (taken >= BLOCK_MESSAGES.least && characters >= BLOCK_MESSAGES.characters) break;
    characters += (messages[i] as RecapMessage).text.length;
    for (const term of terms[i] as string[]) bag.set(term, (bag.get(term) ?? 0) + 1);
  }
  for (const [term, count] of bag) bag.set(term, (1 + Math.log(count)) * (rarity.get(term) as number));
  return bag;
}

function cosine(a: Bag, b: Bag): number {
  let product = 0;
  let left = 0;
  let right = 0;
  for (const [term, value] of a) {
    product += value * (b.get(term) ?? 0);
    left += value * value;
  }
  for (const value of b.values()) right += value * value;
  return product === 0 ? 0 : product / Math.sqrt(left * right);
}

/** TextTiling: how deep the valley of likeness is at each gap, in standard deviations. */
function valleyDepths(messages: readonly RecapMessage[]): number[] {
  const all = messages.map((message) => termsOf(message.text));
  const rarity = rarities(all);
  const terms = all.map((own) => own.filter((term) => rarity.has(term)));
  const likeness = messages.map((_, gap) => (gap === 0 ? 1 : cosine(block(messages, terms, rarity, gap - 1, -1), block(messages, terms, rarity, gap, 1))));
  const depths = likeness.map((here, gap) => {
    let left = gap;
    let right = gap;
    while (left > 1 && (likeness[left - 1] as number) >= (likeness[left] as number)) left--;
    while (right < likeness.length - 1 && (likeness[right + 1] as number) >= (likeness[right] as number)) right++;
    return (likeness[left] as number) - here + (likeness[right] as number) - here;
  });
  const inner = depths.slice(1);
  const average = inner.reduce((a, b) => a + b, 0) / Math.max(1, inner.length);
  const deviation = Math.sqrt(inner.reduce((a, b) => a + (b - average) ** 2, 0) / Math.max(1, inner.length)) || 1;
  return depths.map((depth) => (depth - average) / deviation);
}

function wanted(messages: readonly RecapMessage[], strong: number, most: number): number {
  const characters = messages.reduce((sum, message) => sum + message.text.length, 0);
  const usual = Math.round(Math.min(messages.length / MESSAGES_PER_TOPIC, characters / CHARACTERS_PER_TOPIC));
  return Math.max(1, Math.min(Math.max(usual, strong + 1), most));
}

/** How well a new topic could begin at each message. */
function openings(messages: readonly RecapMessage[], cues: readonly Cue[]): number[] {
  const depths = valleyDepths(messages);
  return cues.map((cue, gap) => cue.score + COHESION_WEIGHT * (depths[gap] as number));
}

/** The index in [least, most] where a new topic begins most likely. */
export function bestCut(messages: readonly RecapMessage[], least: number, most: number): number {
  const scores = openings(messages, boundaryCues(messages)).slice(least, most + 1);
  return least + scores.indexOf(Math.max(...scores));
}

/**
 * Splits a talk into at most `most` topics: valleys of lexical likeness, the words with which people open and close a
 * subject, and long silences. Messages must be in order of time.
 */
export function segment(messages: readonly RecapMessage[], most: number): Segment[] {
  if (messages.length === 0) return [];
  const cues = boundaryCues(messages);
  const scores = openings(messages, cues);
  const strong = cues.filter((cue) => cue.silence >= STRONG).length;
  const cuts = new Set<number>();
  const tooClose = (gap: number): boolean => {
    for (let near = gap - SMALLEST_TOPIC + 1; near < gap + SMALLEST_TOPIC; near++) if (cuts.has(near) || near === 0 || near === messages.length) return true;
    return false;
  };
  const gaps = scores.map((_, gap) => gap).slice(1);
  gaps.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const room = wanted(messages, strong, most) - 1;
  for (const gap of gaps) {
    if (cuts.size >= room || (scores[gap] as number) < THRESHOLD) break;
    const isLongSilence = (cues[gap]?.silence ?? 0) >= STRONG;
    if (isLongSilence || !tooClose(gap)) cuts.add(gap);
  }
  const edges = [0, ...[...cuts].sort((a, b) => a - b), messages.length];
  return edges.slice(0, -1).map((start, i) => ({ start, end: edges[i + 1] as number }));
}
