import { accessPai } from '../../pai';
import { keepFact, type NewFact } from './keep';
import { markStale, removeFactByKey, removeFactsIn, removeFactsOf, removeFactsOn } from './store';

export { factsFor, type KnownFact } from './read';

/** Keeps what a member confirmed that the AI should keep in mind; `key` once. Throws `memory/…`, `pai/…`, `message/not-found`. */
export async function rememberFact(userId: string, paiId: string, fact: NewFact): Promise<void> {
  await keepFact(await accessPai(userId, paiId), fact);
}

/** Takes back what was kept under `key`. */
export const unrememberFact = (paiId: string, key: string): Promise<void> => removeFactByKey(paiId, key);

/** Follows a message: recalled, what rests on it goes; edited, it is doubtful until somebody has looked. */
export const followMessage = ({ paiId, seq, recalled }: { paiId: string; seq: number; recalled: boolean }): Promise<void> => (recalled ? removeFactsOn(paiId, seq) : markStale(paiId, seq));

/** Removes what an erased pai's AI members knew. */
export const forgetPaiFacts = (paiId: string): Promise<void> => removeFactsIn(paiId);

/** Removes what is known of a deleted account, everywhere. */
export async function forgetPersonFacts(userId: string): Promise<void> {
  await removeFactsOf(userId);
}
