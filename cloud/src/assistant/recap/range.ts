import type { RecapBody } from '@shared/wire/recap';
import { readHeads, type Reader } from '../../message';
import { findPlace } from '../../pai';
import { firstSeqOfDays } from '../days';
import type { RunDoc } from '../model';

async function firstSeq(reader: Reader, { range = 'unread', from }: RecapBody): Promise<number> {
  if (from !== undefined) return from;
  if (range === 'all') return 1;
  if (range === 'unread') return (await findPlace(reader.pai._id, reader.me.userId)).readSeq + 1;
  return firstSeqOfDays(reader, range);
}

/** Which positions a recap asked for now is about: up to the end of the log as it is now, from what the reader may read on. */
export async function stretchFor(reader: Reader, body: RecapBody): Promise<NonNullable<RunDoc['stretch']>> {
  const head = (await readHeads([reader.pai._id])).get(reader.pai._id) ?? 0;
  const first = Math.max(await firstSeq(reader, body), reader.me.fromSeq, 1);
  return { fromSeq: Math.min(first, head + 1), toSeq: Math.max(1, head), ...(body.topic ? { topic: body.topic } : {}) };
}
