import { untyped, type Kinds, type Meaning } from '../../engine/wishes';
import { listBetween } from '../../message';
import { findPai, type PaiDoc } from '../../pai';
import type { ItineraryDoc } from '../model';
import { markMeant } from '../store';
import { readingOf } from './context';
import { cityOf, readTalk, speechOf } from './read';
import { listWishes } from './store';

/** Of what was said since the last time, the end. */
const MOST_MESSAGES = 40;
const MOST_PHRASES = 20;

/** A clause that wishes for something of a place and leaves open of which kind. */
export interface Phrase {
  seq: number;
  author: string;
  text: string;
}

/** Who can say what phrases mean: AI roles, which know of itineraries and not the other way round. */
export interface Interpreter {
  /** Whether one could be asked now in this pai. */
  isReady: (pai: PaiDoc) => boolean;
  /** What each phrase is taken for, of the kinds there are; nothing where it fails. `runId`: the same for the same reading. */
  ask: (pai: PaiDoc, runId: string, phrases: readonly Phrase[], kinds: Kinds, signal: AbortSignal) => Promise<Meaning[][]>;
}

let plugged: Interpreter | undefined;

/** Set once, when the service is put together. */
export function plugMeanings(interpreter: Interpreter): void {
  plugged = interpreter;
}

async function openIn(pai: PaiDoc, doc: ItineraryDoc, city: string): Promise<{ phrases: Phrase[]; kinds: Kinds } | undefined> {
  const from = doc.meantCity === city ? (doc.meantTo ?? doc.fromSeq) : doc.fromSeq;
  if (from >= doc.readTo) return undefined;
  const { context } = await readingOf(pai, doc, city);
  if (!context.kinds) return undefined;
  const speech = await speechOf(pai, await listBetween(pai._id, Math.max(from + 1, doc.readTo - MOST_MESSAGES + 1), doc.readTo));
  const phrases = speech.flatMap(({ seq, senderId, sentAt, text }) => untyped({ at: sentAt.getTime() / 1000, text }, context).map((words) => ({ seq, author: senderId, text: words })));
  return { phrases: phrases.slice(-MOST_PHRASES), kinds: context.kinds as Kinds };
}

/**
 * Has clauses the program typed no kind from read by a model, each once, and puts what holds onto the board: the
 * reading itself verifies it. Gives the itinerary as it is then; null where there was nothing to ask or to add.
 */
export async function askMeanings(doc: ItineraryDoc, signal: AbortSignal): Promise<ItineraryDoc | null> {
  const pai = await findPai(doc.paiId);
  if (!pai || pai.dissolveAt || !plugged?.isReady(pai)) return null;
  const city = cityOf(doc, await listWishes(doc._id));
  const open = city === undefined ? undefined : await openIn(pai, doc, city);
  // claimed before it is asked: whatever happens then, it is not asked again
  if (city === undefined || !open || !(await markMeant(doc, doc.readTo, city)) || open.phrases.length === 0) return null;
  const read = await plugged.ask(pai, `wishes-${doc._id}-${doc.readTo}`, open.phrases, open.kinds, signal);
  const told = new Map<number, Meaning[]>();
  for (const [i, { seq }] of open.phrases.entries()) if (read[i]?.length) told.set(seq, [...(told.get(seq) ?? []), ...read[i]]);
  return told.size === 0 ? null : readTalk(doc._id, [...told.keys()], told);
}
