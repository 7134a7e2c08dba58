import { listUsers } from '../../account';
import type { Locale } from '../../agents';
import { config } from '../../config';
import { isoOf, wallOf } from '../../engine/time';
import { dateAt, zoned } from '../../infra/clock';
import { findPai, listUnreadable, type AssistantDoc, type PaiDoc } from '../../pai';
import { outsideQuiet } from '../recap/due';
import { languageOf } from '../recap/people';
import type { Silence } from '../standing';

/** Who speaks of challenges in a pai, and of whom. */
export interface Desk {
  pai: PaiDoc;
  role: AssistantDoc;
  locale: Locale;
  /** What those in the pai are called. */
  names: ReadonlyMap<string, string>;
  /** Who does not let the AI read them: they are counted and never named. */
  unnamed: ReadonlySet<string>;
}

/** What somebody is called here, where they may be named. */
export const nameIn = ({ names, unnamed }: Desk, userId: string): string | undefined => (unnamed.has(userId) ? undefined : names.get(userId));

/** The role that speaks of challenges unasked: the first that has the skill and may. */
export const supervisorOf = ({ assistants }: PaiDoc): AssistantDoc | undefined => assistants.find(({ mode, skills }) => (mode === 'helpful' || mode === 'host') && skills.includes('supervision'));

/** Looks whether a role may speak of challenges now. */
export async function deskFor(paiId: string, roleId: string): Promise<Desk | Silence> {
  const pai = await findPai(paiId);
  if (!pai || pai.dissolveAt) return { state: 'withheld', reason: 'dissolved' };
  const role = supervisorOf(pai);
  if (role?.id !== roleId) return { state: 'withheld', reason: 'off' };
  const [users, unreadable] = await Promise.all([listUsers(pai.members.map(({ userId }) => userId)), listUnreadable(paiId)]);
  const owner = users.find(({ _id }) => _id === pai.ownerId);
  return { pai, role, locale: languageOf(role, owner?.locale ?? 'zh'), names: new Map(users.map(({ _id, nickname }) => [_id, nickname])), unnamed: new Set(unreadable) };
}

/** The day of an instant (ms) on the clock of the pai. */
export const dayOf = (ms: number): string => zoned(dateAt(ms), config().TIME_ZONE).day;

/** When a role may say something it would say at an instant (ms): then, or when its quiet hours end. */
export function afterQuiet({ quiet }: AssistantDoc, ms: number): Date {
  const zone = config().TIME_ZONE;
  const wall = wallOf(dateAt(ms).toISOString(), zone);
  const at = outsideQuiet(wall, zoned(dateAt(ms), zone).time, quiet);
  return at === wall ? dateAt(ms) : dateAt(Date.parse(isoOf(at, zone)));
}

/** All that is said of challenges unasked in one day of a pai is one message: the day names it. */
export const runIdOf = (paiId: string, day: string): string => `supervise-${paiId}-${day}`;
