import type { Named } from '@shared/domain/mention';
import { onHidden, onLeaving } from '@/platform/presence';
import { dropStored, readStored, writeStored } from '@/platform/storage';
import type { Quote } from './sending';

/** What stands in a pai's composer and was not sent. */
export interface Draft {
  text: string;
  /** People picked with @, whose ids go with the message if their names still stand in the text. */
  mentioned: readonly Named[];
  replyTo?: Quote;
}

export const EMPTY_DRAFT: Draft = { text: '', mentioned: [] };
const WRITE_MS = 300;
const keyOf = (paiId: string): string => `u.draft.${paiId}`;

function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Draft> | null;
  return typeof draft?.text === 'string' && Array.isArray(draft.mentioned);
}

const waiting = new Map<string, { draft: Draft; timer: ReturnType<typeof setTimeout> }>();

export const draftOf = (paiId: string): Draft => waiting.get(paiId)?.draft ?? readStored(keyOf(paiId), isDraft) ?? EMPTY_DRAFT;

function write(paiId: string): void {
  const held = waiting.get(paiId);
  if (!held) return;
  clearTimeout(held.timer);
  waiting.delete(paiId);
  const { draft } = held;
  if (draft.text === '' && draft.replyTo === undefined) dropStored(keyOf(paiId));
  else writeStored(keyOf(paiId), draft);
}

/** Keeps a draft; on the disk a moment later, at once when the app is left. */
export function keepDraft(paiId: string, draft: Draft): void {
  const held = waiting.get(paiId);
  if (held) clearTimeout(held.timer);
  waiting.set(paiId, { draft, timer: setTimeout(() => write(paiId), WRITE_MS) });
}

const writeAll = (): void => Array.from(waiting.keys()).forEach(write);
onHidden(writeAll);
onLeaving(writeAll);
