import { DAY, dateAt, now, nowMs } from '../infra/clock';
import { metrics } from '../infra/metrics';
import { mongoIsUp } from '../infra/mongo';
import { redisIsUp } from '../infra/redis';
import { countMessagesSince, countPais, countReports, countRuns, countUsers, listMessagesPerHour } from './store';

export interface Overview {
  users: number;
  pais: number;
  /** In the last 24 hours. */
  messagesToday: number;
  messagesPerHour: { hour: string; people: number; ai: number }[];
  /** On this node. */
  sockets: number;
  runs: { waiting: number; done: number; failed: number; withheld: number };
  reports: number;
  stores: { mongodb: boolean; redis: boolean };
  at: string;
}

/** Figures for the operators: numbers only, nothing anybody said. */
export async function overview(): Promise<Overview> {
  const [users, pais, messagesToday, messagesPerHour, runs, reports, mongodb, redis, sockets] = await Promise.all([
    countUsers(),
    countPais(),
    countMessagesSince(dateAt(nowMs() - DAY)),
    listMessagesPerHour(),
    countRuns(),
    countReports(),
    mongoIsUp(),
    redisIsUp(),
    metrics.sockets.get(),
  ]);
  return { users, pais, messagesToday, messagesPerHour, sockets: sockets.values[0]?.value ?? 0, runs, reports, stores: { mongodb, redis }, at: now().toISOString() };
}
