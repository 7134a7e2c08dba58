import { MENTION_ALL, mentionPieces, type Named } from '@shared/domain/mention';

/* What a text is made of for display. Pure. */

export interface TextPiece {
  kind: 'plain' | 'mention' | 'link';
  text: string;
  /** Of a mention. */
  memberId?: string;
  /** Of a link: the address to open. */
  url?: string;
}

/* Stops at Chinese text and punctuation, which people write right behind an address. */
const LINK = /(?:https?:\/\/|www\.)[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef<>"'`{}|\\^]+/gi;
const TRAILING = /[.,;:!?)\]]+$/;

function linkPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  LINK.lastIndex = 0;
  for (let match = LINK.exec(text); match; match = LINK.exec(text)) {
    const shown = match[0].replace(TRAILING, '');
    if (!/^(?:https?:\/\/|www\.)[^./]+\S/i.test(shown)) continue;
    if (match.index > from) pieces.push({ kind: 'plain', text: text.slice(from, match.index) });
    pieces.push({ kind: 'link', text: shown, url: /^http/i.test(shown) ? shown : `https://${shown}` });
    from = match.index + shown.length;
  }
  if (from < text.length) pieces.push({ kind: 'plain', text: text.slice(from) });
  return pieces;
}

/** Splits a message's text at mentions and links. */
export function textPieces(text: string, mentioned: readonly Named[]): TextPiece[] {
  return mentionPieces(text, mentioned).flatMap((piece): TextPiece[] =>
    piece.memberId === undefined ? linkPieces(piece.text) : [{ kind: 'mention', text: piece.text, memberId: piece.memberId }],
  );
}

/** The names a message's mentions go by; `all` goes by its name in each language. */
export function namedOf(mentions: readonly string[] | undefined, members: readonly Named[]): Named[] {
  return (mentions ?? []).flatMap((id): Named[] => {
    if (id === MENTION_ALL) return ['所有人', 'everyone'].map((name) => ({ id, name }));
    return members.filter((member) => member.id === id);
  });
}

export interface AiPiece {
  kind: 'plain' | 'title' | 'cite';
  text: string;
  /** Of a citation: the message it opens. */
  seq?: number;
  /** Of a sentence's last citation: the punctuation that follows it and may not begin a line. */
  after?: string;
}

/* 「要做的：」 on a line of its own, not the name of whom is answered, which comes first. */
const isTitle = (text: string, place: number): boolean => place > 0 && /^\n?[^\n]{1,16}[:：]$/.test(text);

const ENDING = /[。．；，、.!?！？;,:：\s]+$/;

/**
 * An AI answer with its numbered sources in the text, each just before the punctuation that ends the sentence resting on
 * it. Numbers are places in `sources`.
 */
export function aiPieces(parts: readonly { text: string; cites: readonly number[] }[], sources: readonly { seq: number }[]): AiPiece[] {
  return parts.flatMap((part, place): AiPiece[] => {
    const cites = part.cites.flatMap((seq): AiPiece[] => {
      const at = sources.findIndex((source) => source.seq === seq);
      return at < 0 ? [] : [{ kind: 'cite', text: String(at + 1), seq }];
    });
    if (cites.length === 0) return [{ kind: isTitle(part.text, place) ? 'title' : 'plain', text: part.text }];
    const ending = ENDING.exec(part.text)?.[0] ?? '';
    const body = part.text.slice(0, part.text.length - ending.length);
    const last = cites.pop();
    return [{ kind: 'plain' as const, text: body }, ...cites, ...(last ? [{ ...last, ...(ending === '' ? {} : { after: ending }) }] : [])].filter((piece) => piece.text !== '');
  });
}

/** The name being typed after an @ at the caret, and where the @ stands; undefined when none is. */
export function mentionQuery(text: string, caret: number): { at: number; query: string } | undefined {
  const before = text.slice(0, caret);
  const at = before.lastIndexOf('@');
  if (at < 0) return undefined;
  /* An @ inside a word is an e-mail address. */
  if (at > 0 && /[A-Za-z0-9._%+-]/.test(before.charAt(at - 1))) return undefined;
  const query = before.slice(at + 1);
  return /[\s@]/.test(query) || query.length > 20 ? undefined : { at, query };
}
