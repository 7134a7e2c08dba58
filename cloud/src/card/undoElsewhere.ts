import { undoChallenge, undoOwnReminder, undoPause } from '../checkin';
import { now } from '../infra/clock';
import { undoEdit, undoTrip } from '../itinerary';
import type { MessageWithCard } from '../message';

/** Takes away what a card has begun elsewhere, as far as nothing was made of it. Told twice, or of a card that began nothing, it does nothing. */
export async function undoElsewhere({ paiId, card: { id, act, undoUntil } }: Pick<MessageWithCard, 'paiId' | 'card'>): Promise<void> {
  if (act.act === 'challenge') await undoChallenge(paiId, id);
  if (act.act === 'itinerary' && act.itinerary.id === undefined) await undoTrip(paiId, id);
  if (act.act === 'checkinPause') await undoPause(paiId, id, act.pause);
  // later it is what its member has lived with
  if (act.act === 'checkinReminder' && !(undoUntil && undoUntil < now())) await undoOwnReminder(paiId, id, act.reminder);
  if (act.act === 'itineraryEdit') await undoEdit(paiId, id, act.change);
}
