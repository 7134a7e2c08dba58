import { config } from '../../config';
import { DAY, dateAt, now, nowMs, zoned } from '../../infra/clock';
import { log } from '../../infra/logger';
import { countTalk, listBefore, listVoicesSince } from '../../message';
import { listPaisWithHost, type AssistantDoc, type PaiDoc } from '../../pai';
import type { RunDoc } from '../model';
import { findRun, insertRun } from '../store';
import { isLull } from './lull';
import { openTopic } from './open';
import { listOpened, listWaitingTopics } from './store';

/** A pai is alive where so many messages were said by so many people in so many days. */
const ALIVE = { days: 3, messages: 5, people: 2 };
const END_OF_LOG = 1e12 - 1;

async function isAlive(paiId: string, head: number): Promise<boolean> {
  const since = dateAt(nowMs() - ALIVE.days * DAY);
  const voices = (await listVoicesSince(paiId, since)).filter(({ kind }) => kind === 'user');
  if (voices.length < ALIVE.people || voices.reduce((sum, { messages }) => sum + messages, 0) < ALIVE.messages) return false;
  const [last] = await listOpened(paiId, since);
  // one that nobody took up is not followed by another
  return last?.answerSeq === undefined || (await countTalk(paiId, last.answerSeq + 1, head)) > 0;
}

/** Orders a pai's topic of the day where the talk has died down: the day names the run, so that there is one. */
async function order(pai: PaiDoc): Promise<void> {
  const mayOpen = (since: number): AssistantDoc | undefined => pai.assistants.find(({ mode, quiet }) => mode === 'host' && isLull(quiet, since, nowMs(), config().TIME_ZONE));
  const id = `topic-${pai._id}-${zoned(now(), config().TIME_ZONE).day}`;
  // by the hours alone: most sweeps end here, with nothing read
  if (!mayOpen(0) || (await findRun(id))) return;
  const [last] = await listBefore(pai._id, END_OF_LOG, 1, 1);
  const role = last && mayOpen(last.sentAt.getTime());
  if (!last || !role || !(await isAlive(pai._id, last.seq))) return;
  const run: RunDoc = { _id: id, paiId: pai._id, assistantId: role.id, assistantName: role.name, kind: 'topic', state: 'queued', reason: 'opened', asks: [], createdAt: now(), attempts: 0, stretch: { fromSeq: 1, toSeq: last.seq } };
  await insertRun(run);
}

/** Lets the hosts of quiet pais take something up [A8]. Any number of nodes may do so at once; a pai in trouble holds nobody up. */
export async function sweepTopics(): Promise<void> {
  const trouble = (paiId: string) => (error: unknown) => log().warn({ err: error, paiId }, 'a topic could not be opened');
  for (const pai of await listPaisWithHost()) await order(pai).catch(trouble(pai._id));
  for (const run of await listWaitingTopics(now())) await openTopic(run).catch(trouble(run.paiId));
}
