import { isDone } from '@shared/domain/checkin/runs';
import type { DayState } from '@shared/domain/checkin/types';

/** How dark a day of the calendar is, 0–3: how much was done, beside the most this member has done in a day. */
export function levelOf(state: DayState, measure: number | undefined, measures: ReadonlyMap<number, number> | undefined): number {
  if (!isDone(state)) return 0;
  if (state === 'made-up') return 1;
  const most = Math.max(0, ...(measures?.values() ?? []));
  return measure === undefined || most === 0 ? 2 : Math.max(1, Math.ceil((3 * measure) / most));
}
