import { AppError } from '../errors';
import type { Draft } from './log';
import type { HeldContent, HeldDoc, MessageDoc } from './model';

export const CONTENT = ['kind', 'text', 'file', 'mentions', 'replyTo', 'parts', 'sources', 'card', 'grams', 'heed'] as const satisfies readonly (keyof HeldContent)[];

const contentOf = (message: HeldContent): HeldContent => Object.fromEntries(CONTENT.flatMap((key) => (message[key] === undefined ? [] : [[key, message[key]]])));

/** A message as its viewers see it: what is withheld in its place. */
export const whole = <M extends Draft>(message: M): M => (message.held ? { ...message, ...message.held.content } : message);

/**
 * Takes everything a message says out of its own fields, so that whatever reads the log – search, the AI member, quotes,
 * counts – finds nothing there, and keeps it for those who may see it.
 */
export function withhold<D extends Draft>(draft: D, viewers: string[], media?: HeldDoc['media']): D {
  const bare = Object.fromEntries(Object.entries(draft).filter(([key]) => !(CONTENT as readonly string[]).includes(key))) as D;
  return { ...bare, kind: 'text', text: '', held: { viewers, content: contentOf(draft), ...(media ? { media } : {}) } };
}

/** Throws `message/not-found` when a message is withheld from somebody. */
export function requireSeen({ held }: MessageDoc, userId: string): void {
  if (held && !held.viewers.includes(userId)) throw new AppError('message/not-found');
}
