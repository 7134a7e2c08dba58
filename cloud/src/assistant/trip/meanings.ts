import { readMeanings } from '../../agents';
import { MINUTE, now, nowMs } from '../../infra/clock';
import { log } from '../../infra/logger';
import type { Phrase, plugMeanings } from '../../itinerary';
import type { AssistantDoc, PaiDoc } from '../../pai';
import { reserve } from '../budget';
import { configuredModel, usesModel } from '../speaker';
import { insertRun } from '../store';
import { guideOf } from './speak';

type Interpreter = Parameters<typeof plugMeanings>[0];
type Ask = Interpreter['ask'];
type Meanings = Awaited<ReturnType<Ask>>;

/** A model that failed is left alone for so long: what is said meanwhile waits, and is asked in one go. */
const REST = 5 * MINUTE;
let restsUntil = 0;

/** Phrases of one person are asked apart from those of others: what somebody writes to mislead the model reaches nobody else's wishes. */
function byAuthor(phrases: readonly Phrase[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [i, { author }] of phrases.entries()) groups.set(author, [...(groups.get(author) ?? []), i]);
  return [...groups.values()];
}

interface Read {
  meanings: Meanings;
  model: string;
  tokens: { input: number; output: number };
}

async function askAll(phrases: readonly Phrase[], kinds: Parameters<Ask>[3], signal: AbortSignal): Promise<Read> {
  const model = configuredModel({ retries: 0 });
  const meanings: Meanings = phrases.map(() => []);
  const tokens = { input: 0, output: 0 };
  const askOf = async (own: readonly number[]): Promise<void> => {
    const read = await readMeanings({ model, signal, phrases: own.map((i) => phrases[i]?.text ?? ''), kinds });
    for (const [n, i] of own.entries()) meanings[i] = read.meanings[n] ?? [];
    tokens.input += read.usage.input;
    tokens.output += read.usage.output;
  };
  const failed = (await Promise.allSettled(byAuthor(phrases).map(askOf))).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected' && !signal.aborted) {
    restsUntil = nowMs() + REST;
    log().warn({ reason: (failed.reason as Error).message }, 'a model did not say what wishes mean');
  }
  return { meanings, model: model.name, tokens };
}

/** The receipt: what it was asked for, and what it cost. It said nothing. */
const keep = (pai: PaiDoc, role: AssistantDoc, runId: string, { model, tokens }: Read): Promise<unknown> =>
  insertRun({ _id: runId, paiId: pai._id, assistantId: role.id, assistantName: role.name, kind: 'trip', state: 'done', reason: 'wishes-read', asks: [], createdAt: now(), endedAt: now(), attempts: 1, model, tokens });

/** Asks with tokens of the role that speaks of trips, while it has some; nothing is known where it has none. */
async function ask(...[pai, runId, phrases, kinds, signal]: Parameters<Ask>): Promise<Meanings> {
  const role = guideOf(pai);
  const held = role && (await reserve(pai._id, role, runId));
  if (!held) return [];
  const read = await askAll(phrases, kinds, signal);
  const used = read.tokens.input + read.tokens.output;
  await held.settle(used);
  if (used > 0) await keep(pai, role, runId, read);
  return read.meanings;
}

export const interpreter: Interpreter = {
  isReady: (pai) => usesModel() && guideOf(pai) !== undefined && nowMs() >= restsUntil,
  ask,
};
