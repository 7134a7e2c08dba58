import { OFFLINE_NAME } from '../../agents';
import { now } from '../../infra/clock';
import { TooLateError, readHeads, sendAsAi, type CardDoc, type PartDoc } from '../../message';
import type { AssistantDoc, PaiDoc } from '../../pai';
import type { RunReason } from '@shared/domain/runReason';
import { tellRun } from '../news';
import type { AskDoc, RunDoc } from '../model';
import { insertRun } from '../store';

export interface TripWords {
  pai: PaiDoc;
  role: AssistantDoc;
  /** The same words of the same trip are said once [L2]. */
  runId: string;
  reason: RunReason;
  parts: PartDoc[];
  sources: { seq: number; label: string }[];
  /** Who asked for it; nobody did for a question of its own. */
  asker?: { id: string; name: string };
  card?: CardDoc;
}

/** The role that speaks of trips: the first that is on and may. */
export const guideOf = ({ assistants }: PaiDoc): AssistantDoc | undefined => assistants.find(({ mode, skills }) => mode !== 'off' && skills.includes('itinerary'));

/** Says something about a trip, in the engine's words, with a receipt. Told twice, it is said once. */
export async function speakOfTrip({ pai, role, runId, reason, parts, sources, asker, card }: TripWords): Promise<number | undefined> {
  const seq = (await readHeads([pai._id])).get(pai._id) ?? 1;
  const asks: AskDoc[] = asker ? [{ userId: asker.id, name: asker.name, seq }] : [];
  try {
    const said = await sendAsAi({ paiId: pai._id, assistant: role, runId, parts, sources, askers: asker ? [asker.id] : [], fallback: false, ...(card ? { card } : {}) });
    const run: RunDoc = { _id: runId, paiId: pai._id, assistantId: role.id, assistantName: role.name, kind: 'trip', state: 'done', reason, asks, called: asker !== undefined, createdAt: now(), endedAt: now(), tookMs: 0, attempts: 1, model: OFFLINE_NAME, tokens: { input: 0, output: 0 }, answerSeq: said.seq };
    if (await insertRun(run)) tellRun(run, pai);
    return said.seq;
  } catch (error) {
    if (!(error instanceof TooLateError)) throw error;
    return undefined;
  }
}
