import { isOverCap } from '@shared/domain/aiCap';
import { DAY, dateAt, nowMs } from '../../infra/clock';
import { listVoicesSince } from '../../message';
import type { AssistantDoc } from '../../pai';

export interface Voice {
  messages: number;
  /** Code points. */
  characters: number;
}

/** Who said how much in a pai over the last WINDOW_DAYS days. */
export interface Voices {
  people: Voice;
  /** Of each AI role that said something, also of roles that are gone. */
  roles: ReadonlyMap<string, Voice>;
}

/** The rolling window in which an AI role's share is measured [A1]. */
export const WINDOW_DAYS = 7;

const NOTHING: Voice = { messages: 0, characters: 0 };

const sum = (a: Voice, b: Voice): Voice => ({ messages: a.messages + b.messages, characters: a.characters + b.characters });

/** Counts what stands in the log now: exact, since a turn may depend on it. */
export async function voiceOf(paiId: string): Promise<Voices> {
  const rows = await listVoicesSince(paiId, dateAt(nowMs() - WINDOW_DAYS * DAY));
  const people = rows.filter(({ kind }) => kind === 'user').reduce<Voice>(sum, NOTHING);
  const roles = rows.filter(({ kind }) => kind === 'ai').map(({ senderId, messages, characters }) => [senderId, { messages, characters }] as const);
  return { people, roles: new Map(roles) };
}

/**
 * What a role says of it all: the larger of its shares of all messages and of all characters, 0 to 1, and whether that
 * is too much; `more` is what it is about to say.
 */
export function standingOf(voices: Voices, { id, capPercent }: AssistantDoc, more: Voice = NOTHING): Voice & { share: number; overCap: boolean } {
  const own = sum(voices.roles.get(id) ?? NOTHING, more);
  const all = [voices.people, ...voices.roles.values(), more].reduce(sum, NOTHING);
  const share = Math.max(own.messages / Math.max(1, all.messages), own.characters / Math.max(1, all.characters));
  return { ...own, share, overCap: isOverCap({ ...own, share }, capPercent) };
}
