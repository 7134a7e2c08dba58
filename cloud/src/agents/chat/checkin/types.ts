import type { Rules } from '@shared/wire/challengeRules';

/** Where one asker stands in a challenge they take part in. */
export interface OwnStanding {
  /** Their own day, `YYYY-MM-DD`, and what it is. */
  today: string;
  state: 'done' | 'open' | 'missed' | 'paused' | 'off';
  total: number;
  /** Days in a row, or weeks where the challenge counts so. */
  streak: number;
  best: number;
  /** Absent where nothing can be made up. */
  cardsLeft?: number | undefined;
  /** Days that can be made up now, `YYYY-MM-DD`, the latest first. */
  makeable: readonly string[];
  /** Their place in both rankings, from 1. */
  rank?: { total: number; streak: number } | undefined;
  /** `HH:MM`. */
  remindAt?: string | undefined;
}

/** A line of a ranking; who does not let the AI read them has no name. */
export interface Ranked {
  name?: string | undefined;
  value: number;
}

/** People of whom something is told: `names` only where the group chose that they may be named in public. */
export interface Counted {
  count: number;
  names: readonly string[];
}

/** A challenge of the pai that runs, as far as everybody in it may know. */
export interface ChallengeHere {
  id: string;
  title: string;
  isWeekly: boolean;
  /** Today: who did it, who still may, whose window is over. */
  done: number;
  open: Counted;
  missed: Counted;
  /** `HH:MM`. */
  closesAt?: string | undefined;
  isStrict: boolean;
  /** As they stand today. */
  rules: Rules;
  /** The first of both rankings. */
  boards: { total: readonly Ranked[]; streak: readonly Ranked[] };
  /** By the id of the asker. */
  own: Readonly<Record<string, OwnStanding>>;
}
