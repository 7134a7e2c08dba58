import type { Overview } from '@shared/wire/console';
import { DAY, dateAt, now, nowMs } from '../infra/clock';
import { metrics } from '../infra/metrics';
import { mongoIsUp } from '../infra/mongo';
import { redisIsUp } from '../infra/redis';
import { nodeFigures, valueOf } from './node';
import { countPais, countReports, countReportsSince, countRuns, countUsers, firstHour, listSaid } from './store';
import { countTalking, perHour, shareBars } from './talk';

async function talk(): Promise<Pick<Overview, 'messagesToday' | 'messagesPerHour' | 'talkingPais' | 'aiShares'>> {
  const first = firstHour();
  const said = await listSaid();
  const messagesPerHour = perHour(said, first);
  const messagesToday = messagesPerHour.reduce((sum, { people, ai }) => sum + people + ai, 0);
  return { messagesToday, messagesPerHour, talkingPais: countTalking(said), aiShares: shareBars(said) };
}

async function gather(): Promise<Overview> {
  const [users, pais, said, runs, reports, reportsToday, mongodb, redis, sockets, node] = await Promise.all([
    countUsers(),
    countPais(),
    talk(),
    countRuns(),
    countReports(),
    countReportsSince(dateAt(nowMs() - DAY)),
    mongoIsUp(),
    redisIsUp(),
    valueOf(metrics.sockets),
    nodeFigures(),
  ]);
  return { users, pais, ...said, sockets, runs, reports, reportsToday, stores: { mongodb, redis }, node, at: now().toISOString() };
}

let underWay: Promise<Overview> | undefined;

/** The figures now. Consoles that ask at the same time share one reading of the stores. */
export function overview(): Promise<Overview> {
  underWay ??= gather().finally(() => (underWay = undefined));
  return underWay;
}
