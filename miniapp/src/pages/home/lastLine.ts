import { systemSentence } from '@shared/domain/systemLine';
import type { Pai } from '@shared/wire/pai';
import type { Speak } from '@/i18n';

/** The line under a pai's name. `mark` stands before it in its own colour. */
export interface LastLine {
  mark?: { text: string; kind: 'ai' | 'mention' | 'draft' };
  text: string;
}

type Last = NonNullable<Pai['last']>;

function spoken(last: Last, t: Speak): string {
  if (last.kind === 'image') return `${t('home.image')} ${last.text}`.trim();
  if (last.kind === 'voice') return t('home.voice');
  if (last.kind === 'file') return `${t('home.file')} ${last.text}`.trim();
  return last.text.replace(/\s+/g, ' ');
}

function ofMessage(last: Last, hideAi: boolean, t: Speak): LastLine {
  if (last.senderKind === 'system') return { text: last.system ? systemSentence(last.system, t.locale) : last.text };
  if (last.recalled) return { text: t('home.recalled', { name: last.senderName }) };
  if (last.senderKind === 'ai') return hideAi ? { text: t('home.aiHidden') } : { mark: { text: t('home.aiWord'), kind: 'ai' }, text: spoken(last, t) };
  return { text: t('home.says', { name: last.senderName, text: spoken(last, t) }) };
}

/** What happened last in a pai, or what I have not finished writing there. */
export function lastLine(pai: Pai, draft: string, t: Speak): LastLine {
  if (draft.trim() !== '') return { mark: { text: t('home.draft'), kind: 'draft' }, text: draft.replace(/\s+/g, ' ') };
  const line: LastLine = pai.last ? ofMessage(pai.last, pai.mine.hideAi, t) : { text: t('home.nothing') };
  return pai.mine.mentionSeq === undefined ? line : { mark: { text: t('home.mention'), kind: 'mention' }, text: line.text };
}
