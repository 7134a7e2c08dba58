import { fold } from '../text/fold';
import type { Person, Self, SpeakMessage } from './types';

/** Names as they are searched for: folded, longest first, so that a name inside a longer one is not taken for it. */
export interface Names {
  own: readonly string[];
  others: readonly string[];
}

const byLength = (names: Iterable<string>): string[] => [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length);

export function namesIn(self: Self, people: readonly Person[], messages: readonly SpeakMessage[]): Names {
  const own = byLength([self.name, ...self.aliases].map((name) => fold(name.trim())));
  const known = [...people.filter(({ id }) => id !== self.id).map(({ name }) => name), ...messages.map(({ author }) => author).filter((author) => author !== self.id)];
  return { own, others: byLength(known.map((name) => fold(name.trim()))).filter((name) => !own.includes(name)) };
}

const WORD = /[a-z0-9]/;

/** Whether a name ends here: a Latin name must not go on as a longer word. */
export const endsAt = (text: string, name: string, end: number): boolean => !(WORD.test(name.at(-1) as string) && WORD.test(text[end] ?? ''));
const beginsAt = (text: string, name: string, start: number): boolean => !(WORD.test(name[0] as string) && WORD.test(text[start - 1] ?? ''));

/** The name that begins at a place of a folded text, unless a longer one of `rivals` does. */
export function nameAt(text: string, start: number, names: readonly string[], rivals: readonly string[] = []): string | undefined {
  const fits = (name: string): boolean => text.startsWith(name, start) && beginsAt(text, name, start) && endsAt(text, name, start + name.length);
  const found = names.find(fits);
  return found !== undefined && rivals.some((rival) => rival.length > found.length && fits(rival)) ? undefined : found;
}

/** Whether any of the names stands anywhere in a folded text. */
export function isNamed(text: string, { own, others }: Names): boolean {
  for (let i = 0; i < text.length; i++) if (nameAt(text, i, own, others) !== undefined) return true;
  return false;
}

/** A folded text with its own names, and the @ before them, left out. */
export const withoutOwn = (text: string, { own }: Names): string => own.reduce((rest, name) => rest.replaceAll(`@${name}`, ' ').replaceAll(name, ' '), fold(text)).trim();
