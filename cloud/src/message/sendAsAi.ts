import { gramsOf } from './send';
import { findPai, noteAiSpeaks, type AssistantDoc } from '../pai';
import { AppError } from '../errors';
import { findUser } from '../account';
import { guardAi } from './guard';
import { append, type Draft } from './log';
import type { CardDoc, MessageDoc, PartDoc } from './model';
import { noteMembership } from './publish';
import { findByClientMsgId, findMessage } from './store';

export interface AiAnswer {
  paiId: string;
  assistant: Pick<AssistantDoc, 'id' | 'name'>;
  runId: string;
  /** Of a turn that says several messages: which one, from 1. */
  part?: number | undefined;
  parts: PartDoc[];
  sources: { seq: number; label: string }[];
  askers: string[];
  replyTo?: number;
  fallback: boolean;
  /** Past this instant (ms) it must not enter the log any more. */
  notAfter?: number;
  card?: CardDoc | undefined;
}

/** The words of an answer: its sentences in order. A part that begins a line brings its line break along. */
export const joinParts = (parts: readonly PartDoc[]): string => parts.map(({ text }) => text).join('');

const clientMsgIdOf = (runId: string, part = 1): string => (part === 1 ? `run:${runId}` : `run:${runId}:${part}`);

/** Sends what the AI member says, through the same log as people. A run says each of its messages once, however often its job is tried [L2]. Rejects with TooLateError past `notAfter`. */
export async function sendAsAi(answer: AiAnswer): Promise<MessageDoc> {
  const pai = await findPai(answer.paiId);
  if (!pai || pai.dissolveAt) throw new AppError('pai/dissolved');
  noteMembership(pai._id, pai.membership);
  await noteAiSpeaks(pai._id);
  const quoted = answer.replyTo === undefined ? null : await findMessage(pai._id, answer.replyTo);
  const text = joinParts(answer.parts);
  const asker = answer.askers[0] === undefined ? undefined : await findUser(answer.askers[0]);
  const draft: Draft = {
    paiId: pai._id,
    clientMsgId: clientMsgIdOf(answer.runId, answer.part),
    senderId: answer.assistant.id,
    senderName: answer.assistant.name,
    senderKind: 'ai',
    kind: 'text',
    text,
    ...(quoted && !quoted.recalledAt ? { replyTo: { seq: quoted.seq, senderId: quoted.senderId, senderName: quoted.senderName, text: quoted.text.slice(0, 80), gone: false } } : {}),
    runId: answer.runId,
    askers: answer.askers,
    mentions: answer.askers,
    sources: answer.sources,
    parts: answer.parts,
    ...(answer.fallback ? { fallback: true } : {}),
    ...(answer.card ? { card: answer.card } : {}),
    grams: gramsOf(text, null),
  };
  const { doc } = await append(await guardAi(draft, { openid: asker?.wechat?.openid }), answer.notAfter);
  return doc;
}

/** What a turn has said first, if it has. */
export const findMessageOfRun = (paiId: string, assistantId: string, runId: string): Promise<MessageDoc | null> => findByClientMsgId(paiId, assistantId, clientMsgIdOf(runId));
