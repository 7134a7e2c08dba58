import { config } from '../../config';
import { HOUR, MINUTE, dateAt, now, nowMs, zoned } from '../../infra/clock';
import type { AssistantDoc } from '../../pai';
import { usesModel } from '../speaker';
import { bookTokens, findBudget, holdTokens, openBudget, takeTelling } from './store';

export { removeBudgets } from './store';

/** What one turn sets aside before it begins; small allowances are set aside in tenths. */
const TURN_TOKENS = 6000;
const HOLD_MS = 3 * MINUTE;

const dayOf = (): string => zoned(now(), config().TIME_ZONE).day;
const idOf = (paiId: string, roleId: string, day: string): string => `${paiId}/${roleId}/${day}`;

/** Tokens of a day a turn has set aside. */
export interface Held {
  /** Books what it used; what it did not is free again. */
  settle: (tokens: number) => Promise<void>;
  tokens: number;
}

/**
 * Sets tokens of today aside for a turn; undefined when they are used up [A5]. The day is that of the pai's zone.
 * A turn of the local engine needs none and must not ask.
 */
export async function reserve(paiId: string, role: Pick<AssistantDoc, 'id' | 'dailyTokens'>, runId: string): Promise<Held | undefined> {
  const id = idOf(paiId, role.id, dayOf());
  const tokens = Math.min(TURN_TOKENS, Math.max(1, Math.ceil(role.dailyTokens / 10)));
  await openBudget(id, runId, now());
  const isHeld = await holdTokens(id, { runId, tokens, until: dateAt(nowMs() + HOLD_MS) }, role.dailyTokens);
  return isHeld ? { tokens, settle: (used) => bookTokens(id, runId, used) } : undefined;
}

/** Tokens a role has used of today's. */
export const usedToday = async (paiId: string, roleId: string): Promise<number> => (await findBudget(idOf(paiId, roleId, dayOf())))?.used ?? 0;

/** Whether a turn could have tokens now. Without a model every turn can. */
export async function hasBudget(paiId: string, { id, dailyTokens }: Pick<AssistantDoc, 'id' | 'dailyTokens'>): Promise<boolean> {
  return !usesModel() || (await usedToday(paiId, id)) < dailyTokens;
}

/** Whether this turn is the one of the hour to say that today's tokens are used up. */
export const mayTellUsedUp = (paiId: string, roleId: string, runId: string): Promise<boolean> => takeTelling(idOf(paiId, roleId, dayOf()), runId, now(), dateAt(nowMs() - HOUR));
