import type { ServerEvent } from '@shared/wire/event';
import { SECOND } from '../infra/clock';
import { findPai } from '../pai';
import { publishDelta } from '../realtime';
import type { ChallengeDoc } from './model';

/** Between two pieces of news of one challenge: whoever sees it reads it anew. */
const PAUSE = SECOND;
const waiting = new Map<string, { again: boolean; timer: NodeJS.Timeout }>();
/** Another one once the service has stopped: what is still being looked up then is told to nobody. */
let run = 0;

/** Tells nothing any more: the stores are about to close. */
export function hushChallenges(): void {
  run++;
  for (const { timer } of waiting.values()) clearTimeout(timer);
  waiting.clear();
}

async function publish({ _id, paiId }: Pick<ChallengeDoc, '_id' | 'paiId'>): Promise<void> {
  const began = run;
  const pai = await findPai(paiId);
  const event: ServerEvent = { type: 'challenge.changed', paiId, challengeId: _id };
  if (pai && began === run) publishDelta(paiId, { membership: pai.membership, upTo: Number.MAX_SAFE_INTEGER, except: [], json: JSON.stringify(event) });
}

/** Tells those who have the pai open, at most once a second: the first at once, what comes meanwhile in one. */
export function tellChallenge(doc: Pick<ChallengeDoc, '_id' | 'paiId'>): void {
  const known = waiting.get(doc._id);
  if (known) return void (known.again = true);
  const state = { again: false, timer: setTimeout(end, PAUSE).unref() };
  waiting.set(doc._id, state);
  // only a hint: whoever misses it sees the change when opening the page
  publish(doc).catch(() => undefined);
  function end(): void {
    waiting.delete(doc._id);
    if (state.again) tellChallenge(doc);
  }
}
