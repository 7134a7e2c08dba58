import type { Message } from '@shared/wire/message';
import type { Member } from '@shared/wire/pai';
import { LIMITS } from '@shared/domain/limits';
import { MENTION_ALL, mentionsIn, type Named } from '@shared/domain/mention';
import { cleanText, graphemeCount } from '@shared/domain/text';
import type { Quote } from './sending';

/* What the composer makes of what was typed. Pure. */

/** How a message is quoted. */
export const quoteOf = (message: Message): Quote => ({ seq: message.seq, senderId: message.sender.id, senderName: message.sender.name, text: message.text });

export type Composed = { ok: true; text: string; mentions: string[] } | { ok: false; why: 'empty' | 'too-long'; over: number };

const ALL_NAMES = ['所有人', 'everyone'];

/** Those whose `@name` counts: picked ones before others of the same name, everybody only from who may. */
export function candidates(picked: readonly Named[], named: readonly Named[], mayAll: boolean): Named[] {
  const taken = new Set(picked.map((person) => person.name));
  const all = mayAll ? ALL_NAMES.map((name) => ({ id: MENTION_ALL, name })) : [];
  return [...picked, ...all, ...named.filter((person) => !taken.has(person.name))];
}

export function compose(typed: string, people: readonly Named[]): Composed {
  const text = cleanText(typed).replace(/^\s*\n/, '');
  if (text.trim() === '') return { ok: false, why: 'empty', over: 0 };
  const over = text.length <= LIMITS.messageGraphemes ? 0 : graphemeCount(text) - LIMITS.messageGraphemes;
  if (over > 0) return { ok: false, why: 'too-long', over };
  return { ok: true, text, mentions: mentionsIn(text, people).slice(0, LIMITS.mentions) };
}

const SHOWN = 20;

/** Whom to offer for what is typed after an @, best first. */
export function offered(query: string, members: readonly Member[], me: string): Member[] {
  const asked = query.toLowerCase();
  const others = members.filter((member) => member.id !== me && member.name.toLowerCase().includes(asked));
  const rank = (member: Member): number => (member.name.toLowerCase().startsWith(asked) ? 0 : 2) + (member.kind === 'ai' ? 0 : 1);
  return others.sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
}

/** The text with `@name ` in the place of the @ and what follows it up to the caret. */
export function withMention(text: string, at: number, caret: number, name: string): { text: string; caret: number } {
  const put = `@${name} `;
  const after = text.slice(caret).replace(/^ /, '');
  return { text: text.slice(0, at) + put + after, caret: at + put.length };
}
