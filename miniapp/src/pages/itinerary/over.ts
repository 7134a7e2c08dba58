import type { PlanItem } from '@shared/wire/itinerary';

/** What lies over the page. */
export type Over =
  | { kind: 'stop' | 'replace'; item: PlanItem }
  | { kind: 'add'; day: number }
  | { kind: 'comments'; item?: PlanItem }
  | { kind: 'frame'; isNew: boolean }
  | { kind: 'cost' | 'places' | 'versions' | 'menu' | 'export' | 'others' };
