import type { Hours } from '@shared/wire/aiRole';
import type { RunReason } from '@shared/domain/runReason';
import { config } from '../config';
import { now, zoned } from '../infra/clock';
import type { AssistantDoc, PaiDoc } from '../pai';
import { hasBudget } from './budget';
import { standingOf, voiceOf, type Voice } from './meter';

/** Whether a time of day (HH:MM) lies in a stretch of the day; one that ends before it begins goes over midnight. */
export const isWithin = (time: string, { from, to }: Hours): boolean => (from < to ? time >= from && time < to : time >= from || time < to);

export const isQuiet = ({ quiet }: AssistantDoc): boolean => quiet !== null && isWithin(zoned(now(), config().TIME_ZONE).time, quiet);

/** What an answer counts for before it is known. */
const TYPICAL: Voice = { messages: 1, characters: 60 };

/**
 * Why a role may not speak unasked now; undefined when it may [A1] [A5]. Its share of the last 7 days is counted with
 * what it is about to say. A call is never held back by these.
 */
export async function unaskedRefusal(pai: PaiDoc, role: AssistantDoc, saying: Voice = TYPICAL): Promise<RunReason | undefined> {
  if (isQuiet(role)) return 'quiet-hours';
  if (standingOf(await voiceOf(pai._id), role, saying).overCap) return 'over-cap';
  return (await hasBudget(pai._id, role)) ? undefined : 'budget';
}
