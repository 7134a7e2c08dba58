/** `mentions` holds member ids; this one stands for everybody and only the owner and admins may use it. */
export const MENTION_ALL = 'all';

export interface Named {
  id: string;
  name: string;
}

/** One piece of a text: plain, or the mention of a member. */
export interface MentionPiece {
  text: string;
  memberId?: string;
}

/**
 * Splits a text at its mentions for display. A mention is an id in the message; the `@name` in the text is only how it
 * looks, so names are searched for the given ids alone, longest first, and a name changed since is left as plain text.
 */
export function mentionPieces(text: string, mentioned: readonly Named[]): MentionPiece[] {
  const names = mentioned.filter((m) => m.name !== '').sort((a, b) => b.name.length - a.name.length);
  const pieces: MentionPiece[] = [];
  let plain = '';
  for (let i = 0; i < text.length; ) {
    const hit = text[i] === '@' ? names.find((m) => text.startsWith(m.name, i + 1)) : undefined;
    if (!hit) {
      plain += text[i++];
      continue;
    }
    if (plain !== '') pieces.push({ text: plain });
    plain = '';
    pieces.push({ text: '@' + hit.name, memberId: hit.id });
    i += hit.name.length + 1;
  }
  if (plain !== '') pieces.push({ text: plain });
  return pieces;
}

/** Ids whose `@name` still stands in the text, in order of `candidates`: what the composer sends. */
export function mentionsIn(text: string, candidates: readonly Named[]): string[] {
  return [...new Set(mentionPieces(text, candidates).flatMap((piece) => piece.memberId ?? []))];
}
