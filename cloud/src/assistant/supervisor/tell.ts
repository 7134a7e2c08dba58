import { OFFLINE_NAME } from '../../agents';
import { moderate } from '../../engine/moderate';
import { findMessageOfRun, sendAsAi, type PartDoc } from '../../message';
import { unaskedRefusal } from '../allowance';
import { workAlone } from '../alone';
import { beginToSpeak, type Lease } from '../lease';
import type { RunDoc } from '../model';
import type { Silence } from '../standing';
import { deskFor, type Desk } from './desk';
import { linesFor } from './lines';
import type { Told } from './words';

interface Drawn extends Desk {
  parts: PartDoc[];
  lines: Told[];
}

/** What there is to say and may be said now. What it rests on may be gone: a check-in judged, a member away or unread. */
async function drawUp(run: RunDoc): Promise<Drawn | Silence> {
  const desk = await deskFor(run.paiId, run.assistantId);
  if ('state' in desk) return desk;
  const { head, lines } = await linesFor(run, desk);
  if (lines.length === 0) return { state: 'withheld', reason: 'outdated' };
  const gap = desk.locale === 'zh' ? '' : ' ';
  const parts = [...(head === '' ? [] : [head]), ...lines.map(({ text }, i) => (i > 0 && !text.startsWith('\n') ? gap + text : text))].map((text) => ({ text, cites: [] }));
  const text = parts.map((part) => part.text).join('');
  // nobody asked for it, so that what is doubtful stays unsaid
  const refusal = moderate({ text }).action === 'allow' ? await unaskedRefusal(desk.pai, desk.role, { messages: 1, characters: [...text].length }) : 'unsafe';
  return refusal ? { state: 'withheld', reason: refusal } : { ...desk, parts, lines };
}

async function tellClaimed(run: RunDoc, by: string, lease: Lease): Promise<Partial<RunDoc>> {
  const receipt: Partial<RunDoc> = { model: OFFLINE_NAME, fallback: false, tokens: { input: 0, output: 0 } };
  // The worker before this one may have died with its words in the log.
  const said = run.attempts > 1 ? await findMessageOfRun(run.paiId, run.assistantId, run._id) : null;
  if (said) return { ...receipt, state: 'done', answerSeq: said.seq };
  const first = await drawUp(run);
  if ('state' in first) return { ...receipt, ...first };
  const until = await beginToSpeak(run, by, lease);
  const drawn = await drawUp(run);
  if ('state' in drawn) return { ...receipt, ...drawn };
  const { seq } = await sendAsAi({ paiId: run.paiId, assistant: drawn.role, runId: run._id, parts: drawn.parts, sources: [], askers: [], fallback: false, notAfter: until.getTime() });
  const ledger = drawn.lines.map(({ text, ...line }) => ({ ...line, text: text.trim() }));
  return { ...receipt, state: 'done', answerSeq: seq, ledger };
}

/** Says what a run was ordered for, as the ledger stands now, or ends in silence with the reason. */
export const tellOfChallenges = (run: Pick<RunDoc, '_id'>): Promise<void> => workAlone(run, tellClaimed);
