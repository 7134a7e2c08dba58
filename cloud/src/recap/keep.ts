import type { RecapDoc, ToldDoc } from './model';
import { blankSegmentsAt, blankSegmentsOf, listRecapsCiting, listRecapsQuoting, removePrivateRecaps, removeRecaps, removeSegments, saveRecap } from './store';
import { without } from './without';

const sentencesIn = ({ topics, decisions, todos, questions }: ToldDoc) => [...topics.flatMap(({ sentences }) => sentences), ...decisions, ...todos, ...questions];

/** Takes the sentences that rest on some messages out of a kept recap. */
async function prune(recap: RecapDoc, isGone: (seq: number) => boolean): Promise<void> {
  const { told, gone } = without(recap.told, isGone);
  const left = new Set(sentencesIn(told).flatMap(({ cites }) => cites));
  await saveRecap({ ...recap, told, gone: recap.gone + gone, cited: recap.cited.filter(({ seq }) => left.has(seq)) });
}

/** A message was recalled or edited: what was told of it is told again when somebody asks, and kept recaps lose what a recalled one held. */
export async function forgetMessage(paiId: string, seq: number, recalled: boolean): Promise<void> {
  await blankSegmentsAt(paiId, seq);
  if (!recalled) return;
  for (const recap of await listRecapsCiting(paiId, seq)) await prune(recap, (cited) => cited === seq);
}

/** A member hid from the AI: nothing they said is kept in what it told. */
export async function forgetAuthor(paiId: string, userId: string): Promise<void> {
  await blankSegmentsOf(paiId, userId);
  for (const recap of await listRecapsQuoting(paiId, userId)) {
    const own = new Set(recap.cited.filter(({ by }) => by === userId).map(({ seq }) => seq));
    await prune(recap, (seq) => own.has(seq));
  }
}

/** Removes what is kept of an erased pai. */
export async function forgetPaiRecaps(paiId: string): Promise<void> {
  await removeSegments(paiId);
  await removeRecaps(paiId);
}

/** Removes the recaps a deleted account asked for and nobody else saw. */
export const forgetReader = (userId: string): Promise<void> => removePrivateRecaps(userId);
