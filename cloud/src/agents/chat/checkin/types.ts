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
  /** `HH:MM`. */
  remindAt?: string | undefined;
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
  /** By the id of the asker. */
  own: Readonly<Record<string, OwnStanding>>;
}
