import { openCard } from '../card';
import { now, nowMs } from '../infra/clock';
import { metrics } from '../infra/metrics';
import { sendAsAi, type PartDoc } from '../message';
import type { PaiDoc } from '../pai';
import { unaskedRefusal } from './allowance';
import { beginToSpeak, type Lease } from './lease';
import type { RunDoc } from './model';
import { findAlike, pointerTo } from './near';
import { tellRun } from './news';
import { standing, type Silence, type Standing } from './standing';
import { endRun, hush } from './store';
import type { Thought } from './think';

/** Ends a run with its receipt and tells the pai. */
export async function end(run: RunDoc, by: string, change: Partial<RunDoc>, pai: PaiDoc | null): Promise<void> {
  const ended = await endRun(run._id, by, { ...change, endedAt: now(), tookMs: nowMs() - run.createdAt.getTime() });
  if (!ended) return;
  metrics.runs.inc({ state: ended.state });
  metrics.runSeconds.observe((ended.tookMs ?? 0) / 1000);
  if (pai) tellRun(ended, pai);
}

interface Said {
  parts: PartDoc[];
  sources: { seq: number; label: string }[];
}

function saidOf({ parts, labels }: Thought): Said {
  const cited = [...new Set(parts.flatMap(({ cites }) => cites))];
  return { parts, sources: cited.map((seq) => ({ seq, label: labels.get(seq) ?? `#${seq}` })) };
}

/** The answer, or in its place a line that points at one just like it. */
async function withoutEcho(thought: Thought, at: Standing): Promise<Said> {
  const said = saidOf(thought);
  const alike = said.sources.length > 0 && !thought.proposal ? await findAlike(at, said.parts) : undefined;
  return alike ? { parts: pointerTo(alike, said.parts[0], thought.language), sources: alike.sources ?? [] } : said;
}

const charactersIn = (parts: readonly PartDoc[]): number => parts.reduce((sum, { text }) => sum + [...text].length, 0);

/** Why a turn nobody called for may not say this; its own share is counted with it [A1]. */
async function refusal(run: RunDoc, { pai, assistant }: Standing, { parts }: Said): Promise<Silence | undefined> {
  const reason = run.called ? undefined : await unaskedRefusal(pai, assistant, { messages: 1, characters: charactersIn(parts) });
  return reason && { state: 'withheld', reason };
}

/**
 * Lets the answer into the log. The order is what makes "off" and a recall hold: the run is marked as speaking, then it
 * is looked once more whether it may, then it writes, and not after `speakUntil`. Who ends runs waits for that mark.
 */
async function write(run: RunDoc, by: string, lease: Lease, before: Standing, { parts, sources }: Said, thought: Thought): Promise<{ seq: number } | Silence | 'fewer-asks'> {
  const until = await beginToSpeak(run, by, lease);
  const at = await standing(run);
  if ('state' in at) return at;
  if (at.asks.length < before.asks.length) {
    await hush(run._id, by);
    return 'fewer-asks';
  }
  const [only] = at.asks.length === 1 ? at.asks : [];
  return sendAsAi({
    paiId: run.paiId,
    assistant: at.assistant,
    runId: run._id,
    parts,
    sources,
    askers: [...new Set(at.asks.map(({ userId }) => userId))],
    ...(only ? { replyTo: only.aboutSeq ?? only.seq } : {}),
    fallback: thought.fallback,
    notAfter: until.getTime(),
    ...(thought.proposal ? { card: openCard(thought.proposal) } : {}),
  });
}

/**
 * Says what was thought out and ends the run with its receipt. False: an ask was taken back meanwhile, so that the
 * answer has to be thought out anew for the others.
 */
export async function speak(run: RunDoc, by: string, lease: Lease, before: Standing, thought: Thought): Promise<boolean> {
  const said = await withoutEcho(thought, before);
  const receipt: Partial<RunDoc> = { read: thought.read, model: thought.model, fallback: thought.fallback, tokens: thought.tokens, dropped: thought.dropped };
  const silence = await refusal(run, before, said);
  const written = silence ?? (await write(run, by, lease, before, said, thought));
  if (written === 'fewer-asks') return false;
  const ending: Partial<RunDoc> = 'state' in written ? written : { state: thought.state, ...(thought.reason ? { reason: thought.reason } : {}), answerSeq: written.seq };
  await end(run, by, { ...receipt, ...ending }, before.pai);
  return true;
}
