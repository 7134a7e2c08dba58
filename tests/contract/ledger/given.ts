import { ledger } from '../../../shared/domain/checkin/ledger';
import type { RulesChange } from '../../../shared/domain/checkin/plan';
import type { ChallengeRules, LedgerEvent, LedgerMember, Refusal, Standing } from '../../../shared/domain/checkin/types';

/** An event of Li unless another member is named. */
export type Given = LedgerEvent extends infer E ? (E extends LedgerEvent ? Omit<E, 'member'> & { member?: string } : never) : never;

interface Scene {
  rules?: Partial<ChallengeRules>;
  changes?: readonly RulesChange[];
  members?: readonly LedgerMember[];
  zone?: string;
  joined?: string;
  events?: readonly Given[];
  now: string;
}

interface Seen {
  li: Standing;
  all: Standing[];
  /** Li's days, a letter each: + accepted, ? pending, x rejected, m made-up, p paused, . off, o open, - missed. */
  days: string;
  /** What was refused, by the place of the event. */
  refused: Record<number, Refusal>;
  byTotal: string[];
  byStreak: string[];
}

const LETTERS = { accepted: '+', pending: '?', rejected: 'x', 'made-up': 'm', paused: 'p', off: '.', open: 'o', missed: '-' } as const;

/** A moment of November 2026, by the clock of Shanghai: `at('03 06:30')`. */
export const at = (text: string): string => `2026-11-${text.replace(' ', 'T')}${text.length < 9 ? ':00' : ''}+08:00`;
export const on = (day: number): string => `2026-11-${String(day).padStart(2, '0')}`;

export const checkin = (when: string, doneAt?: string): Given => ({ at: at(when), kind: 'checkin', ...(doneAt === undefined ? {} : { doneAt: at(doneAt) }) });
export const makeup = (when: string, day: number): Given => ({ at: at(when), kind: 'makeup', day: on(day) });
export const pause = (when: string, until?: number): Given => ({ at: at(when), kind: 'pause', ...(until === undefined ? {} : { until: on(until) }) });
export const resume = (when: string): Given => ({ at: at(when), kind: 'resume' });
export const zone = (when: string, name: string): Given => ({ at: at(when), kind: 'zone', zone: name });
export const verdict = (when: string, day: number, ok: boolean): Given => ({ at: at(when), kind: 'verdict', day: on(day), ok });

/** Li in Shanghai, from the first day of a daily challenge that begins on Sunday, 1 November 2026. */
export function see({ rules, changes, members, zone: home = 'Asia/Shanghai', joined = at('01 00:00'), events = [], now }: Scene): Seen {
  const challenge: ChallengeRules = { start: on(1), cadence: { kind: 'daily' }, ...rules };
  const { members: all, ranking, refused } = ledger({
    challenge,
    changes,
    members: members ?? [{ id: 'li', joined, zone: home }],
    events: events.map((event) => ({ member: 'li', ...event }) as LedgerEvent),
    now,
  });
  const li = all[0] as Standing;
  return { li, all, days: li.days.map(({ state }) => LETTERS[state]).join(''), refused: Object.fromEntries(refused.map(({ index, code }) => [index, code])), ...ranking };
}
