import { civilOf, dayText, wallDay } from '@shared/domain/civil';
import { dayNumber } from '@shared/domain/checkin/plan';
import { wallClock } from '@shared/domain/zone';
import type { Entry } from '@shared/wire/challenge';
import type { EntryDoc } from '../model';

type Advice = NonNullable<Entry['advice']>[number];

/** The day of `2026-11-20T08:12:03` as it stands there, with an offset as the clocks of a zone showed it. */
function dayTaken(takenAt: string, zone: string): number {
  const isWall = takenAt.length === 'YYYY-MM-DDTHH:MM:SS'.length;
  return wallDay(isWall ? Date.parse(`${takenAt}Z`) : wallClock(Date.parse(takenAt), zone));
}

function dateOf(day: number, from: number): string {
  const { year, month, day: date } = civilOf(day);
  return `${year === civilOf(from).year ? '' : `${year} 年 `}${month} 月 ${date} 日`;
}

/**
 * What the time in a picture says: nothing when it was taken on the day it proves, or on one up to that on which it was
 * written down: of a window past midnight [C2] that is the next, of a make-up a later one.
 */
export function onTime({ file, day, zone, at, doneAt }: Pick<EntryDoc, 'file' | 'day' | 'zone' | 'at' | 'doneAt'>): Advice[] {
  if (file?.takenAt === undefined) return [];
  const taken = dayTaken(file.takenAt, zone);
  const [proved, written] = [dayNumber(day), wallDay(wallClock((doneAt ?? at).getTime(), zone))];
  if (taken >= proved && taken <= written) return [];
  return [{ kind: 'old-picture', note: `照片里的时间是 ${dateOf(taken, proved)}，不是打卡那天`, takenOn: dayText(taken) }];
}
