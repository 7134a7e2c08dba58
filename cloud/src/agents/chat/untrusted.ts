import { cleanLine } from '@shared/domain/text';
import { maskPii } from '../mask';

/*
 * Everything people wrote reaches the model as JSON inside a named block. JSON keeps a text on one line; `<` and `>` are
 * written as escapes, so no text can look like the end of its block, whatever it says.
 */
const ESCAPES: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '\u2028': '\\u2028', '\u2029': '\\u2029' };

const literal = (value: unknown): string => JSON.stringify(value).replace(/[<>\u2028\u2029]/g, (c) => ESCAPES[c] as string);

/** A block of untrusted rows, one JSON object a line. */
export const block = (name: string, rows: readonly object[]): string => [`<${name} trust="none">`, ...rows.map(literal), `</${name}>`].join('\n');

/** The rows of a block that block() wrote; [] when there is none. */
export function rowsOf(text: string, name: string): unknown[] {
  const body = new RegExp(`<${name} trust="none">\\n([^<]*?)\\n?</${name}>`).exec(text)?.[1] ?? '';
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

const LONGEST_NAME = 40;

/** A name as it may be shown and sent. */
export const safeName = (name: string): string => [...maskPii(cleanLine(name))].slice(0, LONGEST_NAME).join('');

/** A title or what is like it inside a sentence of a program: nothing in it ends the sentence, quotes or looks like a source. */
export const inSentence = (words: string): string => words.replace(/[。！？!?…\n[\]【】［］「」“”]/g, ' ').replace(/\s+/g, ' ').trim();

/** A text as it may be sent: private numbers hidden, not longer than `most` characters. */
export function safeText(text: string, most: number): string {
  const masked = maskPii(text);
  const characters = [...masked];
  return characters.length <= most ? masked : characters.slice(0, most).join('') + '…';
}
