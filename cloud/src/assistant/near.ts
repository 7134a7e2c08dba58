import { MINUTE, nowMs, zoned } from '../infra/clock';
import { config } from '../config';
import { listBefore, type MessageDoc, type PartDoc } from '../message';
import { memberOf } from '../pai';
import type { Locale } from '../agents';
import type { Standing } from './standing';

/** How long an answer is near enough to be pointed at, and among how many of the last messages it is looked for. */
const WITHIN = 5 * MINUTE;
const LOOK_BACK = 100;
/** Shingles are three characters; shorter texts are no answer worth pointing at. */
const SHINGLE = 3;
const SHORTEST = 12;
const ALIKE = 0.8;
const END_OF_LOG = 1e12 - 1;

const squeezed = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function shinglesOf(text: string): Set<string> {
  const characters = [...squeezed(text)];
  return new Set(characters.slice(SHINGLE - 1).map((_, i) => characters.slice(i, i + SHINGLE).join('')));
}

/** How much two texts have in common, 0 to 1: shared shingles of all. */
export function likeness(one: string, other: string): number {
  const [a, b] = [shinglesOf(one), shinglesOf(other)];
  const shared = [...a].filter((shingle) => b.has(shingle)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

const figuresIn = (text: string): string => (text.normalize('NFKC').match(/[\d零〇一二两三四五六七八九十百千万半]+/g) ?? []).join(' ');

/** Whether one text says what the other does: nearly the same words, and the same figures in them. */
export const saysSame = (one: string, other: string): boolean => figuresIn(one) === figuresIn(other) && likeness(one, other) >= ALIKE;

/** The words of an answer without whom it speaks to. */
const bodyOf = (parts: readonly PartDoc[]): string => parts.slice(1).map(({ text }) => text).join('');

/**
 * An answer of the last minutes that says nearly the same, rests on messages, and that every asker may read: it is
 * pointed at instead of said again [A2].
 */
export async function findAlike({ pai, asks }: Standing, parts: readonly PartDoc[]): Promise<MessageDoc | undefined> {
  const body = bodyOf(parts);
  if ([...squeezed(body)].length < SHORTEST) return undefined;
  const from = Math.max(...asks.map(({ userId }) => memberOf(pai, userId)?.fromSeq ?? Infinity));
  const recent = await listBefore(pai._id, END_OF_LOG, from, LOOK_BACK);
  const answers = recent.filter(({ senderKind, runId, recalledAt, sources, sentAt }) => senderKind === 'ai' && runId && !recalledAt && sources && sources.length > 0 && sentAt.getTime() > nowMs() - WITHIN);
  const cited = parts.flatMap(({ cites }) => cites);
  // what rests on other messages is news, however it is put
  return answers.findLast(({ parts: own = [], sources = [] }) => cited.every((seq) => sources.some((source) => source.seq === seq)) && saysSame(bodyOf(own), body));
}

/** One line that points at an earlier answer: it names the new askers and rests on what that one rests on. */
export function pointerTo(earlier: MessageDoc, address: PartDoc | undefined, language: Locale): PartDoc[] {
  const { time } = zoned(earlier.sentAt, config().TIME_ZONE);
  const text = language === 'zh' ? `和 ${time} 那条说的一样，往上看就是。` : `Same as my message of ${time}; it is just above.`;
  return [...(address ? [address] : []), { text, cites: (earlier.sources ?? []).map(({ seq }) => seq) }];
}
