import type { Proposal } from '../agents';
import { claimRoom, openCard, releaseRoom } from '../card';
import { now, nowMs } from '../infra/clock';
import { metrics } from '../infra/metrics';
import { sendAsAi, type AiAnswer, type CardDoc, type PartDoc } from '../message';
import { findPai, type PaiDoc } from '../pai';
import { unaskedRefusal } from './allowance';
import { beginToSpeak, type Lease } from './lease';
import type { FurtherDoc, RunDoc } from './model';
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
async function refusal(run: RunDoc, { pai, assistant }: Standing, { parts }: Said, further: readonly FurtherDoc[]): Promise<Silence | undefined> {
  const all = [...parts, ...further.flatMap((one) => one.parts)];
  const reason = run.called ? undefined : await unaskedRefusal(pai, assistant, { messages: 1 + further.length, characters: charactersIn(all) });
  return reason && { state: 'withheld', reason };
}

/** The cards of a run keep their ids however often it is thought out: the room kept for them is the same. */
const cardOf = (run: RunDoc, proposal: Proposal, n: number): CardDoc => openCard(proposal, `${run._id}-card${n}`);

const furtherDocs = (run: RunDoc, { further = [] }: Thought): FurtherDoc[] =>
  further.map(({ parts, askers, proposal }, i) => ({ parts, askers, asks: proposal.asks, card: cardOf(run, proposal, i + 2) }));

const askersOf = (asks: Standing['asks']): string[] => [...new Set(asks.map(({ userId }) => userId))];

/** What a message of a turn replies to: the ask, where it is for one alone. */
function replying(asks: Standing['asks']): { replyTo?: number } {
  const [only] = asks.length === 1 ? asks : [];
  return only ? { replyTo: only.aboutSeq ?? only.seq } : {};
}

/** Says the messages of a turn that follow its first, as far as their asks still stand. */
async function sayFurther(run: RunDoc, further: readonly FurtherDoc[], { assistant, asks }: Standing, notAfter: number): Promise<void> {
  for (const [i, { parts, askers, asks: seqs, card }] of further.entries()) {
    const own = asks.filter(({ seq }) => seqs.includes(seq));
    if (own.length < seqs.length) continue;
    await sendAsAi({ paiId: run.paiId, assistant, runId: run._id, part: i + 2, parts, sources: [], askers, ...replying(own), fallback: false, notAfter, card });
  }
}

/**
 * Lets the answer into the log. The order is what makes "off" and a recall hold: the run is marked as speaking, then it
 * is looked once more whether it may, then it writes, and not after `speakUntil`. Who ends runs waits for that mark.
 * `anew`: an ask was taken back meanwhile, so that it has to be thought out once more.
 */
async function write(run: RunDoc, by: string, lease: Lease, before: Standing, message: Pick<AiAnswer, 'parts' | 'sources' | 'fallback' | 'card'>, further: FurtherDoc[]): Promise<{ seq: number } | Silence | 'anew'> {
  const notAfter = (await beginToSpeak(run, by, lease, further)).getTime();
  const at = await standing(run);
  if ('state' in at) return at;
  if (at.asks.length < before.asks.length) {
    await hush(run._id, by);
    return 'anew';
  }
  const asks = at.asks.filter(({ seq }) => !further.some((one) => one.asks.includes(seq)));
  const said = await sendAsAi({ ...message, paiId: run.paiId, assistant: at.assistant, runId: run._id, askers: askersOf(asks), ...replying(asks), notAfter });
  await sayFurther(run, further, at, notAfter);
  return said;
}

/** The same with the cards that come along; also `anew` where there is no room for them any more. */
async function writeWithCards(run: RunDoc, by: string, lease: Lease, before: Standing, said: Said, { proposal, fallback }: Thought, further: FurtherDoc[]): ReturnType<typeof write> {
  const message = { ...said, fallback };
  if (!proposal) return write(run, by, lease, before, message, []);
  const card = cardOf(run, proposal, 1);
  const ids = [card, ...further.map((one) => one.card)].map(({ id }) => id);
  if (!(await claimRoom(run.paiId, ids))) return 'anew';
  const written = await write(run, by, lease, before, { ...message, card }, further);
  await releaseRoom(run.paiId, ids);
  return written;
}

/**
 * Says what was thought out and ends the run with its receipt. False: an ask was taken back meanwhile, so that the
 * answer has to be thought out anew for the others.
 */
export async function speak(run: RunDoc, by: string, lease: Lease, before: Standing, thought: Thought): Promise<boolean> {
  const said = await withoutEcho(thought, before);
  const further = furtherDocs(run, thought);
  const receipt: Partial<RunDoc> = { read: thought.read, model: thought.model, fallback: thought.fallback, tokens: thought.tokens, dropped: thought.dropped };
  const silence = await refusal(run, before, said, further);
  const written = silence ?? (await writeWithCards(run, by, lease, before, said, thought, further));
  if (written === 'anew') return false;
  const ending: Partial<RunDoc> = 'state' in written ? written : { state: thought.state, ...(thought.reason ? { reason: thought.reason } : {}), answerSeq: written.seq };
  await end(run, by, { ...receipt, ...ending }, before.pai);
  return true;
}

/** Ends a run whose worker died with its answer in the log, after what that worker had still to say. */
export async function finish(run: RunDoc, by: string, lease: Lease, said: { seq: number }): Promise<void> {
  const { further = [] } = run;
  if (further.length > 0) {
    const notAfter = (await beginToSpeak(run, by, lease, further)).getTime();
    const at = await standing(run);
    if (!('state' in at)) await sayFurther(run, further, at, notAfter);
  }
  await end(run, by, { state: 'done', answerSeq: said.seq }, await findPai(run.paiId));
}
