import { OFFLINE_NAME } from '../../agents';
import { moderate } from '../../engine/moderate';
import { DAY, dateAt, nowMs } from '../../infra/clock';
import { firstReadableSince, findMessageOfRun, listStanding, readHeads, sendAsAi, type MessageDoc, type PartDoc, type Reader } from '../../message';
import { findPai, type AssistantDoc, type PaiDoc } from '../../pai';
import { accountFor } from '../../recap';
import { unaskedRefusal } from '../allowance';
import { workAlone } from '../alone';
import { labelOf } from '../labelOf';
import { beginToSpeak, type Lease } from '../lease';
import { factsFor } from '../memory';
import type { RunDoc } from '../model';
import { languageOf, peopleOf, toldOf } from '../recap/people';
import type { Silence } from '../standing';
import { leadsIn } from './leads';
import { listOpened } from './store';
import { wordsOf } from './words';

/** How far back it looks for something left open, and for what it took up before. */
const LOOK_BACK = 7 * DAY;
const REMEMBERED = 30 * DAY;

interface Desk {
  reader: Reader;
  role: AssistantDoc;
}

const silent = (reason: Silence['reason']): Silence => ({ state: 'withheld', reason });

/** What everybody in a pai may read: what the one may who joined last. */
function narrowest(pai: PaiDoc): Reader | undefined {
  const [me] = [...pai.members].sort((a, b) => b.fromSeq - a.fromSeq);
  return me && { pai, me };
}

/** Looks whether a topic may still be opened: the pai there, the role a host, nobody talking again. */
async function deskOf({ paiId, assistantId, stretch }: RunDoc): Promise<Desk | Silence> {
  const pai = await findPai(paiId);
  const reader = pai && narrowest(pai);
  if (!reader || reader.pai.dissolveAt) return silent('dissolved');
  const role = reader.pai.assistants.find(({ id }) => id === assistantId);
  if (role?.mode !== 'host') return silent('off');
  const head = (await readHeads([paiId])).get(paiId);
  return head === stretch?.toSeq ? { reader, role } : silent('nothing-to-open');
}

interface Topic {
  parts: PartDoc[];
  /** The messages it takes up. */
  cited: MessageDoc[];
  read: NonNullable<RunDoc['read']>;
}

/** Finds what to take up: the best of what was left open that was not taken up before. */
async function find({ reader, role }: Desk, toSeq: number, signal: AbortSignal): Promise<Topic | undefined> {
  const { pai } = reader;
  const fromSeq = await firstReadableSince(reader, dateAt(nowMs() - LOOK_BACK));
  if (fromSeq > toSeq) return undefined;
  const [told, facts, people, before] = await Promise.all([accountFor(reader, { fromSeq, toSeq }, { signal }), factsFor(pai, pai.members.map(({ userId }) => userId)), peopleOf(pai), listOpened(pai._id, dateAt(nowMs() - REMEMBERED))]);
  const kept = await listStanding(reader, facts.flatMap(({ seq = [] }) => seq));
  const sources = new Map([...told.cited, ...kept].map((doc) => [doc.seq, doc]));
  const used = new Set(before.flatMap(({ about = [] }) => about));
  const lead = leadsIn({ told: toldOf(told.account, people, told.cited), facts, sources }, nowMs()).find(({ cites }) => !cites.some((seq) => used.has(seq)));
  if (!lead) return undefined;
  const read = { fromSeq: told.fromSeq, toSeq, count: told.messages, leftOut: told.leftOut };
  return { parts: wordsOf(lead, nowMs(), languageOf(role, people.localeOf(pai.ownerId))), cited: lead.cites.flatMap((seq) => sources.get(seq) ?? []), read };
}

const textOf = (parts: readonly PartDoc[]): string => parts.map(({ text }) => text).join('');

/** Lets a topic into the log, unless the run was ended, its role turned off, somebody spoke or took back what it rests on meanwhile. */
async function say(run: RunDoc, by: string, lease: Lease, { parts, cited }: Topic): Promise<Partial<RunDoc>> {
  const until = await beginToSpeak(run, by, lease);
  const desk = await deskOf(run);
  if ('state' in desk) return desk;
  const seqs = cited.map(({ seq }) => seq);
  if ((await listStanding(desk.reader, seqs)).length < seqs.length) return silent('recalled');
  const { seq } = await sendAsAi({ paiId: run.paiId, assistant: desk.role, runId: run._id, parts, sources: cited.map((doc) => ({ seq: doc.seq, label: labelOf(doc) })), askers: [], fallback: false, notAfter: until.getTime() });
  return { state: 'done', about: seqs, answerSeq: seq };
}

async function openClaimed(run: RunDoc, by: string, lease: Lease): Promise<Partial<RunDoc>> {
  // The worker before this one may have died with its words in the log.
  const said = run.attempts > 1 ? await findMessageOfRun(run.paiId, run.assistantId, run._id) : null;
  if (said) return { state: 'done', about: (said.sources ?? []).map(({ seq }) => seq), answerSeq: said.seq };
  const desk = await deskOf(run);
  if ('state' in desk) return desk;
  const topic = await find(desk, run.stretch?.toSeq ?? 0, lease.signal);
  if (!topic) return silent('nothing-to-open');
  const text = textOf(topic.parts);
  // nobody asked for it, so that what is doubtful stays unsaid
  const refusal = moderate({ text }).action === 'allow' ? await unaskedRefusal(desk.reader.pai, desk.role, { messages: 1, characters: [...text].length }) : 'unsafe';
  const receipt: Partial<RunDoc> = { read: topic.read, model: OFFLINE_NAME, fallback: false, tokens: { input: 0, output: 0 } };
  return { ...receipt, ...(refusal ? silent(refusal) : await say(run, by, lease, topic)) };
}

/** Works on the run of a topic [A8]: looks for something left open, and takes it up in the engine's words or ends in silence with the reason. */
export const openTopic = (run: Pick<RunDoc, '_id'>): Promise<void> => workAlone(run, openClaimed);
