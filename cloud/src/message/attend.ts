import { OPERATOR } from '@shared/domain/withheld';
import { findUser } from '../account';
import { HOUR, MINUTE, SECOND, dateAt, nowMs } from '../infra/clock';
import { log } from '../infra/logger';
import { readMediaVerdict, type MediaVerdict, type PushMessage } from '../infra/wechat';
import { askAboutMedium, askWechat, concernOfLabel, queueReview, settlePicture } from '../safety';
import { release, takeBack } from './held';
import type { ConcernDoc, MessageDoc } from './model';
import { emptyMessage } from './recall';
import { findByTrace, findMessage, listAfter, listUnattended, markMessage } from './store';
import { whole } from './whole';

/** WeChat promises a verdict on a picture within 30 minutes. */
const VERDICT_WAIT = 35 * MINUTE;
/** How long WeChat is asked again about a text it could not judge. */
const ASK_AGAIN = HOUR;
const SWEEP_DELAY = 10 * SECOND;

const UNJUDGED: ConcernDoc = { what: 'other', by: 'wechat', score: 0 };

const ageOf = ({ sentAt }: MessageDoc): number => nowMs() - sentAt.getTime();
const openidOf = async (userId: string): Promise<string | undefined> => (await findUser(userId))?.wechat?.openid;

/** Lets people look at a message, once. */
async function queue(message: MessageDoc, concern: ConcernDoc): Promise<void> {
  const { paiId, seq, senderId, senderName, senderKind, kind, text, file } = whole(message);
  if (senderKind === 'system') return;
  await queueReview({ paiId, seq, senderId, senderName, senderKind, kind, text, concern: concern.what, by: concern.by, score: concern.score, withheld: message.held !== undefined, ...(file ? { fileId: file._id } : {}) });
  await markMessage(message, { $set: { concern: { ...concern, queued: true } } });
}

/** Asks WeChat about a withheld picture or voice; people look at it when WeChat does not answer in time. */
async function attendMedium(message: MessageDoc): Promise<boolean> {
  const { file } = whole(message);
  if (message.held?.media === 'wanted' && file) {
    const openid = await openidOf(message.senderId);
    const traceId = openid ? await askAboutMedium(file, openid).catch((error: Error) => void log().warn({ reason: error.message }, 'WeChat could not be asked about a file yet')) : undefined;
    if (traceId) await markMessage(message, { $set: { 'held.media': 'asked', 'held.traceId': traceId } });
  }
  if (ageOf(message) < VERDICT_WAIT) return false;
  await queue(message, message.concern ?? UNJUDGED);
  return true;
}

/** Fetches the word WeChat owed on a text. */
async function attendText(message: MessageDoc): Promise<boolean> {
  const { text } = whole(message);
  const author = message.senderKind === 'ai' ? message.askers?.[0] : message.senderId;
  const openid = author ? await openidOf(author) : undefined;
  const ruling = await askWechat({ text, openid, scene: 'social' }).catch(() => 'away' as const);
  if (ruling === 'away') return ageOf(message) > ASK_AGAIN;
  const concern: ConcernDoc | undefined = ruling && { what: ruling.concern, by: ruling.by, score: ruling.score };
  if (ruling?.action === 'block') await emptyMessage(message.paiId, message.seq, OPERATOR);
  if (ruling?.action === 'review' && concern && !message.held) {
    const taken = await takeBack(message, message.senderKind === 'ai' ? (message.askers ?? []) : [message.senderId], concern);
    if (taken) await queue(taken, concern);
  }
  return true;
}

/** Does what is left to do about the safety of a message. Trying again does no harm. */
async function attendOne(message: MessageDoc): Promise<void> {
  if (message.concern && !message.concern.queued) await queue(message, message.concern);
  const mediaDone = message.held?.media === 'wanted' || message.held?.media === 'asked' ? await attendMedium(message) : true;
  const textDone = message.askAgain ? await attendText(message) : true;
  const done = { ...(textDone ? { askAgain: 1 } : {}), ...(textDone && mediaDone ? { attend: 1 } : {}) };
  if (Object.keys(done).length > 0) await markMessage(message, { $unset: done });
}

/** Attends to new messages; what fails waits for the sweep. */
export function attend(docs: readonly MessageDoc[]): void {
  for (const message of docs.filter((doc) => doc.attend && !doc.askAgain)) attendOne(message).catch((error: unknown) => log().warn({ err: error }, 'a message waits for the safety sweep'));
}

/** Attends to messages that a node which died, or WeChat being away, left behind. */
export async function sweepUnattended(): Promise<void> {
  for (const message of await listUnattended(dateAt(nowMs() - SWEEP_DELAY))) await attendOne(message);
}

async function settleMedium(message: MessageDoc, verdict: MediaVerdict): Promise<void> {
  await markMessage(message, { $set: { 'held.media': 'done' } });
  if (verdict.suggest === 'risky') await emptyMessage(message.paiId, message.seq, OPERATOR);
  else if (verdict.suggest !== 'pass') await queue(message, verdict.suggest === 'failed' ? UNJUDGED : { what: concernOfLabel(verdict.label), by: 'wechat', score: 1 });
  // What people have to look at for its words stays withheld.
  else if (!message.concern) await release(message);
}

const TRACE_TRIES = 10;
const TRACE_PAUSE = 300;

/** Takes a verdict WeChat pushed. It may come before its id has been stored. */
export async function heedPush(push: PushMessage): Promise<void> {
  const verdict = readMediaVerdict(push);
  for (let tries = 0; verdict && tries < TRACE_TRIES; tries++) {
    const message = await findByTrace(verdict.traceId);
    if (message) return settleMedium(message, verdict);
    if (await settlePicture(verdict)) return;
    await new Promise((resolve) => setTimeout(resolve, TRACE_PAUSE));
  }
}

/** What stands around a position, withheld words too: for operators. */
export const listAround = async (paiId: string, seq: number, reach: number): Promise<MessageDoc[]> => (await listAfter(paiId, Math.max(0, seq - reach - 1), 2 * reach + 1, seq + reach)).map(whole);

/** Carries out what an operator decided. */
export async function settleReview({ paiId, seq, decision }: { paiId: string; seq: number; decision: 'allowed' | 'removed' }): Promise<void> {
  if (decision === 'removed') {
    await emptyMessage(paiId, seq, OPERATOR);
    return;
  }
  const message = await findMessage(paiId, seq);
  if (message) await release(message);
}
