import type { RunReason } from '@shared/domain/runReason';
import { listBySeqs } from '../message';
import { findPai, listUnreadable, memberOf, type AssistantDoc, type PaiDoc } from '../pai';
import type { AskDoc, RunDoc } from './model';

/** What still stands of a run: the pai, the AI role, and the asks worth answering with their words. */
export interface Standing {
  pai: PaiDoc;
  assistant: AssistantDoc;
  asks: (AskDoc & { text: string })[];
}

export interface Silence {
  state: 'withheld';
  reason: RunReason;
}

const silent = (reason: RunReason): Silence => ({ state: 'withheld', reason });

/** Looks whether a run may still speak: the role on, the asks not recalled, their askers still here and readable. */
export async function standing(run: RunDoc): Promise<Standing | Silence> {
  const pai = await findPai(run.paiId);
  if (!pai || pai.dissolveAt) return silent('dissolved');
  const assistant = pai.assistants.find(({ id }) => id === run.assistantId);
  if (!assistant || assistant.mode === 'off') return silent('off');
  const seqs = run.asks.flatMap(({ seq, aboutSeq }) => (aboutSeq === undefined ? [seq] : [seq, aboutSeq]));
  const [messages, hidden] = await Promise.all([listBySeqs(run.paiId, seqs), listUnreadable(run.paiId)]);
  const texts = new Map(messages.filter(({ recalledAt }) => !recalledAt).map(({ seq, text }) => [seq, text]));
  const here = run.asks.filter(({ userId, seq, aboutSeq }) => memberOf(pai, userId) && texts.has(seq) && texts.has(aboutSeq ?? seq));
  const asks = here.filter(({ userId }) => !hidden.includes(userId)).map((ask) => ({ ...ask, text: texts.get(ask.aboutSeq ?? ask.seq) ?? '' }));
  if (asks.length > 0) return { pai, assistant, asks };
  return silent(here.length > 0 ? 'unreadable' : 'recalled');
}
