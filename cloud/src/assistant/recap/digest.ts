import { config } from '../../config';
import { isoOf, wallOf } from '../../engine/time/zone';
import { dateAt, now } from '../../infra/clock';
import { log } from '../../infra/logger';
import { countTalk, firstReadableSince, readHeads, type Reader } from '../../message';
import { findLastChange, listPaisWithDigest, memberOf, type AssistantDoc, type PaiDoc } from '../../pai';
import type { RunDoc } from '../model';
import { tellRun } from '../news';
import { startRecap } from './ask';
import { dueDigest, type DueDigest } from './due';
import { findLastDigest, hasRun, insertRecapRun } from './store';

/** With fewer messages of people since the last one a digest is not worth a message of its own. */
const LEAST = 15;

const instantOf = (wall: number): Date => dateAt(Date.parse(isoOf(wall, config().TIME_ZONE)));

/** What a digest tells of: since the last one, and since its day or week began. */
async function stretchOf(reader: Reader, role: AssistantDoc, due: DueDigest): Promise<NonNullable<RunDoc['stretch']>> {
  const [last, since, heads] = await Promise.all([findLastDigest(reader.pai._id, role.id), firstReadableSince(reader, instantOf(due.since)), readHeads([reader.pai._id])]);
  const toSeq = heads.get(reader.pai._id) ?? 0;
  return { fromSeq: Math.min(Math.max(since, (last?.stretch?.toSeq ?? 0) + 1), toSeq + 1), toSeq };
}

/** Orders one digest, once: its day names the run. With little said there is a record of that and no word. */
async function order(pai: PaiDoc, role: AssistantDoc, due: DueDigest): Promise<void> {
  const id = `digest-${pai._id}-${role.id}-${due.day}`;
  const me = memberOf(pai, pai.ownerId);
  if (!me || (await hasRun(id))) return;
  // Set later than it would have been due: the first one comes next time.
  const changedAt = await findLastChange(pai._id, role.id, ['digest', 'mode', 'quiet']);
  if (changedAt && changedAt > instantOf(due.said)) return;
  const stretch = await stretchOf({ pai, me }, role, due);
  const isEnough = (await countTalk(pai._id, stretch.fromSeq, stretch.toSeq)) >= LEAST;
  const run: RunDoc = { _id: id, paiId: pai._id, assistantId: role.id, assistantName: role.name, kind: 'digest', state: isEnough ? 'queued' : 'withheld', reason: isEnough ? 'digest' : 'little-said', asks: [], createdAt: now(), attempts: 0, stretch };
  if (!(await insertRecapRun(isEnough ? run : { ...run, endedAt: now() })) || !isEnough) return;
  tellRun(run, pai);
  await startRecap(run);
}

/** Orders the digests whose time has come. A pai in trouble holds nobody up. */
export async function sweepDigests(): Promise<void> {
  const wall = wallOf(now().toISOString(), config().TIME_ZONE);
  for (const pai of await listPaisWithDigest()) {
    for (const role of pai.assistants) {
      const due = role.digest && (role.mode === 'helpful' || role.mode === 'host') ? dueDigest(role.digest, role.quiet, wall) : undefined;
      if (due) await order(pai, role, due).catch((error: unknown) => log().warn({ err: error, paiId: pai._id }, 'a digest could not be ordered'));
    }
  }
}
