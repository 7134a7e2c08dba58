import type { TripDay } from '../trip';
import type { Place } from '../types';
import { dayText, parseDay } from '../../civil';

/** An itinerary as an export needs it: the one of the wire fits. */
export interface Sheet {
  id: string;
  title: string;
  city?: string | undefined;
  startOn?: string | undefined;
  version: number;
  updatedAt: string;
  plan?: { days: readonly TripDay[]; aiMade: boolean } | undefined;
  places: readonly (Place & { address?: string | undefined })[];
}

export type SheetLang = 'zh' | 'en';

/** The visible label of what an AI made. */
export const AI_LABEL: Record<SheetLang, string> = { zh: 'AI 生成', en: 'Made by AI' };

/** The label programs read: field names of GB 45438-2025, `Label` 1 = made by AI. */
export const aigcOf = ({ id, version }: Sheet): string =>
  JSON.stringify({ AIGC: { Label: '1', ContentProducer: '', ProduceID: `${id}-${version}`, ReservedCode1: '', ContentPropagator: '', PropagateID: '', ReservedCode2: '' } });

/** The date of each day, null where nobody has said when one goes. */
export function datesOf({ startOn, plan }: Sheet): (string | null)[] {
  const first = startOn === undefined ? null : parseDay(startOn);
  return (plan?.days ?? []).map(({ on }, i) => on ?? (first === null ? null : dayText(first + i)));
}
