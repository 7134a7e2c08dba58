import { changeCard, hasCard, listCardsFrom } from '../message';
import { findPai } from '../pai';
import { memoryPort } from './memoryPort';
import { undoElsewhere } from './undoElsewhere';

/** A recalled message takes along what was understood from it: cards, and all that is still to come of them. */
export async function dropCardsFrom(paiId: string, seq: number): Promise<void> {
  const resting = (await listCardsFrom(paiId, seq)).filter(hasCard);
  if (resting.length === 0) return;
  const pai = await findPai(paiId);
  if (!pai) return;
  for (const { seq: at, card } of resting) {
    await changeCard(pai, at, { $unset: { card: 1 } }, { 'card.id': card.id });
    if (card.act.act === 'memory') await memoryPort().forget(paiId, card.id);
    // what people have made something of by now is theirs
    await undoElsewhere({ paiId, card }).catch(() => undefined);
  }
}
