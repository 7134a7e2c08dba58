import { eachRunning } from '../../checkin';
import { now } from '../../infra/clock';
import { log } from '../../infra/logger';
import { orderNudge, orderWeeks } from './order';
import { listWaitingWords } from './store';
import { tellOfChallenges } from './tell';

/**
 * Orders what the hour asks for, then says what is due. Any number of nodes may do so at once; a pai in trouble holds
 * nobody up.
 */
export async function sweepSupervision(): Promise<void> {
  const trouble = (paiId: string) => (error: unknown) => log().warn({ err: error, paiId }, 'nothing could be said of challenges');
  await orderWeeks();
  for await (const doc of eachRunning()) await orderNudge(doc).catch(trouble(doc.paiId));
  for (const run of await listWaitingWords(now())) await tellOfChallenges(run).catch(trouble(run.paiId));
}
