import { LIMITS } from '@shared/domain/limits';
import { AppError } from '../errors';
import { SECOND, dateAt, now, nowMs } from '../infra/clock';
import { listLiveCardIds } from '../message';
import { dropClaims, findRoom, replaceClaims, type Claim } from './store';

/** How long room is kept for a card on its way. */
const CLAIM = 60 * SECOND;
/** A card whose write has not begun within so long after its claim must not enter the log: its room may be another's when it is there. */
export const ENTERS_WITHIN = 20 * SECOND;
/** Each try that fails is one of somebody else's that did not. */
const TRIES = 100;

/** Read in this order: a card whose claim has lapsed is in the log by then, or never will be. */
async function takenIn(paiId: string): Promise<{ room: Awaited<ReturnType<typeof findRoom>>; claims: Claim[]; taken: Set<string> }> {
  const room = await findRoom(paiId);
  const claims = (room?.claims ?? []).filter(({ until }) => until > now());
  return { room, claims, taken: new Set([...claims.map(({ cardId }) => cardId), ...(await listLiveCardIds(paiId))]) };
}

/** How many more cards may wait or run in a pai. */
export const roomLeft = async (paiId: string): Promise<number> => Math.max(0, LIMITS.cardsOpen - (await takenIn(paiId)).taken.size);

/**
 * Keeps room for cards that are about to enter the log, for all or none; false where there is too little. Of several at
 * the same moment no more get it than there is. Claiming for the same card again keeps its room.
 */
export async function claimRoom(paiId: string, cardIds: readonly string[]): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { room, claims, taken } = await takenIn(paiId);
    const fresh = cardIds.filter((id) => !taken.has(id));
    if (taken.size + fresh.length > LIMITS.cardsOpen) return false;
    const until = dateAt(nowMs() + CLAIM);
    const others = claims.filter(({ cardId }) => !cardIds.includes(cardId));
    if (await replaceClaims(paiId, room, [...others, ...cardIds.map((cardId) => ({ cardId, until }))])) return true;
  }
  throw new AppError('service/unavailable');
}

/** Gives back what is kept for cards that are in the log by now, or will never be. What cannot be given back lapses. */
export const releaseRoom = (paiId: string, cardIds: readonly string[]): Promise<void> => dropClaims(paiId, cardIds).catch(() => undefined);
