import { AppError } from '../errors';
import { isCheckable, judge, piecesBefore, refusalOf, type Ruling } from '../safety';
import { wordsOfAct } from './cards/words';
import type { Draft } from './log';
import type { ConcernDoc } from './model';
import { withhold } from './whole';

/** WeChat's id of the author, where they came by WeChat. */
interface Author {
  openid?: string | undefined;
}

const concernOf = ({ concern, by, score }: Ruling): ConcernDoc => ({ what: concern, by, score });

/** A call for help is looked at, but never kept from friends. */
const isHidden = ({ action, concern }: Ruling): boolean => action === 'review' && concern !== 'self-harm';

function marked(draft: Draft, ruling: Ruling, viewers: string[], media: boolean): Draft {
  const flagged: Draft = {
    ...draft,
    ...(ruling.action === 'review' ? { concern: concernOf(ruling) } : {}),
    ...(ruling.askAgain ? { askAgain: true } : {}),
    ...(ruling.action === 'review' || ruling.askAgain || media ? { attend: true } : {}),
  };
  return media || isHidden(ruling) ? withhold(flagged, viewers, media ? 'wanted' : undefined) : flagged;
}

/** All words of a message: its own, its file's name, what its card says. */
const readIn = ({ text, file, card }: Draft): string => [text, ...(file?.kind === 'file' ? [file.name] : []), ...(card ? [wordsOfAct(card.act)] : [])].join('\n');

/**
 * Judges a member's message before it enters the log. What people must look at first, and a picture or voice that
 * WeChat has yet to judge, is withheld from all but its sender. Throws `message/unsafe…`.
 */
export async function guard(draft: Draft, { openid }: Author): Promise<Draft> {
  const { text, file, paiId, senderId, senderName } = draft;
  const ruling = await judge({
    text: readIn(draft),
    context: piecesBefore(`${paiId}/${senderId}`, text),
    openid,
    nickname: senderName,
    scene: 'social',
  });
  if (ruling.action === 'block') throw refusalOf(ruling);
  return marked(draft, ruling, [senderId], file ? isCheckable(file, openid) : false);
}

/** Whether an error is a refusal of guard(). */
export const isUnsafe = (error: unknown): boolean => error instanceof AppError && error.code.startsWith('message/unsafe');

/** Judges what a message is changed to. What people would have to look at can be sent anew, but not slipped in. Throws `message/unsafe…`. */
export async function guardEdit(text: string, { openid }: Author): Promise<void> {
  const ruling = await judge({ text, openid, scene: 'social' });
  if (ruling.action === 'block' || isHidden(ruling)) throw refusalOf(ruling);
}

const UNSAID = {
  zh: '这次的回答没有通过安全检查，就不说了。换个问法再叫我。',
  en: 'This answer did not pass the safety check, so I keep it to myself. Please ask in another way.',
} as const;

/** Judges what the AI member is about to say. What must not be said is replaced by a line that says so; what people must look at is shown to its askers alone. */
export async function guardAi(draft: Draft, asker: Author): Promise<Draft> {
  const ruling = await judge({ text: readIn(draft), openid: asker.openid, scene: 'social' });
  if (ruling.action !== 'block') return marked(draft, ruling, draft.askers ?? [], false);
  const text = UNSAID[/\p{Script=Han}/u.test(draft.text) ? 'zh' : 'en'];
  const { card: _card, ...rest } = draft;
  return { ...rest, text, parts: [{ text, cites: [] }], sources: [], grams: [] };
}
