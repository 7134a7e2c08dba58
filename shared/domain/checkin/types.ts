/** Calendar days are `YYYY-MM-DD`, instants ISO 8601 with an offset, clocks `HH:MM`. Rules: the README beside this file. */
export type Cadence = { kind: 'daily' } | { kind: 'weekdays' } | { kind: 'perWeek'; n: number } | { kind: 'rrule'; rrule: string };

export interface Window {
  from: string;
  /** At or before `from`: the window crosses midnight. */
  to: string;
}

export interface ChallengeRules {
  start: string;
  end?: string | undefined;
  cadence: Cadence;
  window?: Window | undefined;
  goal?: { kind: 'total' | 'consecutive'; days: number } | undefined;
  makeup?: { cards: number; maxAgeDays: number } | undefined;
  review?: boolean | undefined;
}

export interface LedgerMember {
  id: string;
  joined: string;
  zone: string;
}

export type LedgerEvent =
  | { at: string; member: string; kind: 'checkin'; doneAt?: string | undefined }
  | { at: string; member: string; kind: 'makeup'; day: string }
  | { at: string; member: string; kind: 'pause'; until?: string | undefined }
  | { at: string; member: string; kind: 'resume' }
  | { at: string; member: string; kind: 'zone'; zone: string }
  | { at: string; member: string; kind: 'verdict'; day: string; ok: boolean };

export const DAY_STATES = ['accepted', 'pending', 'rejected', 'made-up', 'paused', 'off', 'open', 'missed'] as const;
export type DayState = (typeof DAY_STATES)[number];

export const REFUSALS = ['not-member', 'future', 'late-sync', 'outside-window', 'not-started', 'ended', 'not-today', 'already-done', 'not-missed', 'too-old', 'no-cards', 'not-paused', 'already-paused', 'bad-day', 'nothing-to-judge'] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface Standing {
  id: string;
  days: { day: string; state: DayState }[];
  streak: number;
  best: number;
  total: number;
  cardsLeft: number;
  done: boolean;
}

export interface LedgerInput {
  challenge: ChallengeRules;
  members: readonly LedgerMember[];
  events: readonly LedgerEvent[];
  now: string;
}

export interface LedgerOutput {
  members: Standing[];
  ranking: { byTotal: string[]; byStreak: string[] };
  refused: { index: number; code: Refusal }[];
}
