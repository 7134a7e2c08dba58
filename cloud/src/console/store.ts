import mongoose from 'mongoose';
import { DAY, HOUR, dateAt, nowMs } from '../infra/clock';

const count = (collection: string, filter: Record<string, unknown>): Promise<number> => mongoose.connection.collection(collection).countDocuments(filter);

export const countUsers = (): Promise<number> => count('users', {});
export const countPais = (): Promise<number> => count('pais', { dissolveAt: null });
export const countReports = (): Promise<number> => count('reports', {});
export const countMessagesSince = (at: Date): Promise<number> => count('messages', { sentAt: { $gte: at }, senderKind: { $ne: 'system' } });

/** AI turns of the last 24 h by how they ended; `waiting` holds queued and running ones. */
export async function countRuns(): Promise<{ waiting: number; done: number; failed: number; withheld: number }> {
  const since = { createdAt: { $gte: dateAt(nowMs() - DAY) } };
  const [waiting, done, failed, withheld] = await Promise.all([
    count('runs', { state: { $in: ['queued', 'running'] } }),
    count('runs', { state: 'done', ...since }),
    count('runs', { state: 'failed', ...since }),
    count('runs', { state: { $in: ['withheld', 'refused'] }, ...since }),
  ]);
  return { waiting, done, failed, withheld };
}

/** Messages of the last 24 hours, by hour and by who spoke. */
export async function listMessagesPerHour(): Promise<{ hour: string; people: number; ai: number }[]> {
  const start = Math.floor(nowMs() / HOUR) * HOUR - 23 * HOUR;
  const rows = await mongoose.connection
    .collection('messages')
    .aggregate<{ _id: { at: Date; kind: string }; n: number }>([
      { $match: { sentAt: { $gte: dateAt(start) }, senderKind: { $in: ['user', 'ai'] } } },
      { $group: { _id: { at: { $dateTrunc: { date: '$sentAt', unit: 'hour' } }, kind: '$senderKind' }, n: { $sum: 1 } } },
    ])
    .toArray();
  return Array.from({ length: 24 }, (_, i) => {
    const hour = dateAt(start + i * HOUR).toISOString();
    const of = (kind: string): number => rows.find((row) => row._id.at.toISOString() === hour && row._id.kind === kind)?.n ?? 0;
    return { hour, people: of('user'), ai: of('ai') };
  });
}
