import { LRUCache } from 'lru-cache';
import { SECOND, nowMs } from '../../infra/clock';
import { log } from '../../infra/logger';
import { readHeads, type MessageDoc } from '../../message';
import { findPai } from '../../pai';
import { tellChanged } from '../news';
import { listOpen } from '../store';
import { wonder } from '../question/wonder';
import type { ItineraryDoc } from '../model';
import { askMeanings } from './meanings';
import { readTalk } from './read';

/** People write in bursts: a burst is read once. */
const PAUSE = SECOND;
const pending = new Map<string, NodeJS.Timeout>();
/** Pais without an itinerary, which most are, cost one look in so long. */
const idle = new LRUCache<string, true>({ max: 20_000, ttl: 5 * SECOND, perf: { now: nowMs } });

async function readIn(paiId: string): Promise<void> {
  pending.delete(paiId);
  const open = await listOpen([paiId]);
  if (open.length === 0) return void idle.set(paiId, true);
  for (const doc of open) await follow(doc._id);
}

/** Ends what a model is being asked when the service stops. */
let stopping = new AbortController();

async function tell(doc: ItineraryDoc | null): Promise<void> {
  const pai = doc && (await findPai(doc.paiId));
  if (pai) tellChanged(pai, await wonder(pai, doc));
}

/** The board has what the program understands at once; what a model takes the rest for comes when it has answered, and nobody waits for it. */
async function follow(id: string): Promise<void> {
  const doc = await readTalk(id);
  await tell(doc);
  if (doc) void askMeanings(doc, stopping.signal).then(tell).catch((error: unknown) => log().warn({ err: error, itinerary: id }, 'a wish board stays as the program reads it'));
}

/** After messages are in the log: reads them onto the boards of their pais, off the way of sending. What fails waits for the sweep. */
export function heedTalk(docs: readonly MessageDoc[]): void {
  for (const paiId of new Set(docs.filter(({ senderKind, kind }) => senderKind === 'user' && kind === 'text').map((doc) => doc.paiId))) {
    if (pending.has(paiId) || idle.has(paiId)) continue;
    const timer = setTimeout(() => void readIn(paiId).catch((error: unknown) => log().warn({ err: error }, 'a wish board waits for the sweep')), PAUSE);
    pending.set(paiId, timer.unref());
  }
}

/** Reads what a node that died has not. */
export async function sweepTalk(): Promise<void> {
  const open = await listOpen();
  const heads = open.length === 0 ? new Map<string, number>() : await readHeads([...new Set(open.map(({ paiId }) => paiId))]);
  for (const doc of open) if ((heads.get(doc.paiId) ?? 0) > doc.readTo) await follow(doc._id);
}

/** Forgets what was about to be read, when the service stops. */
export function stopHeeding(): void {
  stopping.abort();
  stopping = new AbortController();
  for (const timer of pending.values()) clearTimeout(timer);
  pending.clear();
  idle.clear();
}
