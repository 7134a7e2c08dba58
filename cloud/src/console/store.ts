import mongoose from 'mongoose';
import { DAY, HOUR, dateAt, nowMs } from '../infra/clock';
import { AuditModel, type AuditDoc } from './model';

const count = (collection: string, filter: Record<string, unknown>): Promise<number> => mongoose.connection.collection(collection).countDocuments(filter);

export const countUsers = (): Promise<number> => count('users', {});
export const countPais = (): Promise<number> => count('pais', { dissolveAt: null });
export const countReports = (): Promise<number> => count('reports', {});
export const countReportsSince = (at: Date): Promise<number> => count('reports', { at: { $gte: at } });

export const insertAudit = async (entry: AuditDoc): Promise<void> => {
  await AuditModel.create(entry);
};
export const listAuditDocs = (limit: number): Promise<AuditDoc[]> => AuditModel.find().sort({ at: -1 }).limit(limit).lean<AuditDoc[]>().exec();

export interface RunCounts {
  waiting: number;
  oldestWaitSeconds: number;
  done: number;
  fallback: number;
  failed: number;
  withheld: number;
  tookMs: number | null;
}

/** AI turns of the last 24 h by how they ended; `waiting` holds queued and running ones. */
export async function countRuns(): Promise<RunCounts> {
  const runs = mongoose.connection.collection('runs');
  const waitingRuns = { state: { $in: ['queued', 'running'] } };
  const [waiting, oldest, rows] = await Promise.all([
    count('runs', waitingRuns),
    runs.find<{ createdAt: Date }>(waitingRuns).sort({ createdAt: 1 }).limit(1).next(),
    runs
      .aggregate<{ _id: string; n: number; fallback: number; tookMs: number | null }>([
        { $match: { createdAt: { $gte: dateAt(nowMs() - DAY) } } },
        { $group: { _id: '$state', n: { $sum: 1 }, fallback: { $sum: { $cond: [{ $eq: ['$fallback', true] }, 1, 0] } }, tookMs: { $avg: '$tookMs' } } },
      ])
      .toArray(),
  ]);
  const of = (state: string): number => rows.find((row) => row._id === state)?.n ?? 0;
  const done = rows.find((row) => row._id === 'done');
  return {
    waiting,
    oldestWaitSeconds: oldest ? Math.max(0, Math.round((nowMs() - oldest.createdAt.getTime()) / 1000)) : 0,
    done: of('done'),
    fallback: done?.fallback ?? 0,
    failed: of('failed'),
    withheld: of('withheld') + of('refused'),
    tookMs: done?.tookMs == null ? null : Math.round(done.tookMs),
  };
}

/** How much was said in one pai within one clock hour. */
export interface Said {
  paiId: string;
  hour: number;
  people: number;
  ai: number;
  /** When a person last spoke in it. */
  lastByPerson: number;
}

/** Start of the first of the 24 clock hours that end now. */
export const firstHour = (): number => Math.floor(nowMs() / HOUR) * HOUR - 23 * HOUR;

/** What was said in the last 24 clock hours. One pass: there is no index on time across pais, and none is worth its writes. */
export async function listSaid(): Promise<Said[]> {
  const of = (kind: string, value: unknown = 1): Record<string, unknown> => ({ $cond: [{ $eq: ['$senderKind', kind] }, value, 0] });
  const rows = await mongoose.connection
    .collection('messages')
    .aggregate<{ _id: { paiId: string; hour: Date }; people: number; ai: number; lastByPerson: Date | 0 }>([
      { $match: { sentAt: { $gte: dateAt(firstHour()) }, senderKind: { $in: ['user', 'ai'] } } },
      {
        $group: {
          _id: { paiId: '$paiId', hour: { $dateTrunc: { date: '$sentAt', unit: 'hour' } } },
          people: { $sum: of('user') },
          ai: { $sum: of('ai') },
          lastByPerson: { $max: of('user', '$sentAt') },
        },
      },
    ])
    .toArray();
  return rows.map(({ _id, people, ai, lastByPerson }) => ({ paiId: _id.paiId, hour: _id.hour.getTime(), people, ai, lastByPerson: Number(lastByPerson) }));
}
