import { config } from '../config';
import { DAY, MINUTE, dateAt, now, nowMs, zoned } from '../infra/clock';
import { firstReadableSince, type Reader } from '../message';

const DAYS = { today: 1, 'two-days': 2, week: 7 } as const;

/** Midnight at the start of today in the zone of the service. */
function startOfToday(): number {
  const [hours = 0, minutes = 0] = zoned(now(), config().TIME_ZONE).time.split(':').map(Number);
  return nowMs() - (nowMs() % MINUTE) - (hours * 60 + minutes) * MINUTE;
}

/** The first position of the last days, today among them, that a member may read. */
export const firstSeqOfDays = (reader: Reader, days: keyof typeof DAYS): Promise<number> => firstReadableSince(reader, dateAt(startOfToday() - (DAYS[days] - 1) * DAY));
