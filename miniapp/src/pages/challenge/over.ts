import type { Entry } from '@shared/wire/challenge';

/** What lies over the page. */
export type Over =
  | { kind: 'proof' }
  | { kind: 'add'; entry: Entry }
  | { kind: 'makeup'; day: string }
  | { kind: 'day'; day: string }
  | { kind: 'no'; entry: Entry }
  | { kind: 'emoji'; entry: Entry }
  | { kind: 'menu' | 'pause' | 'remind' | 'share' | 'rules' | 'report' };
