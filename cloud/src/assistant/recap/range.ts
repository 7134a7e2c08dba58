import type { RecapBody } from '@shared/wire/recap';
import { DAY, MINUTE, dateAt, now, nowMs, zoned } from '../../infra/clock';
import { config } from '../../config';
import { firstReadableSince, readHeads, type Reader } from '../../message';
import { findPlace } from '../../pai';
import type { RunDoc } from '../model';

const DAYS = { today: 1, 'two-days': 2, week: 7 } as const;

/** Midnight at the start of today in the zone of the service. */
export function startOfToday(): number {
  const [hours = 0, minutes = 0] = zoned(now(), config().TIME_ZONE).time.split(':').map(Number);
  return nowMs() - (nowMs() % MINUTE) - (hours * 60 + minutes) * MINUTE;
}

async function firstSeq(reader: Reader, { range = 'unread', from }: RecapBody): Promise<number> {
  if (from !== undefined) return from;
  if (range === 'all') return 1;
  if (range === 'unread') return (await findPlace(reader.pai._id, reader.me.userId)).readSeq + 1;
  return firstReadableSince(reader, dateAt(startOfToday() - (DAYS[range] - 1) * DAY));
}

/** Which positions a recap asked for now is about: up to the end of the log as it is now, from what the reader may read on. */
export async function stretchFor(reader: Reader, body: RecapBody): Promise<NonNullable<RunDoc['stretch']>> {
  const head = (await readHeads([reader.pai._id])).get(reader.pai._id) ?? 0;
  const first = Math.max(await firstSeq(reader, body), reader.me.fromSeq, 1);
  return { fromSeq: Math.min(first, head + 1), toSeq: Math.max(1, head), ...(body.topic ? { topic: body.topic } : {}) };
}
