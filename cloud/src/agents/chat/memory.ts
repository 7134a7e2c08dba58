import type { CitedMessage } from '../../engine/check';
import { safeName, safeText } from './untrusted';
import { waysOfSaying } from './when';
import type { Line, PersonHere } from './types';

const LONGEST_TEXT = 2000;

/** The messages a turn has seen, as they were shown: what its sentences may rest on. */
export class Memory {
  private readonly seen = new Map<number, Line>();
  private asCited: CitedMessage[] | undefined;
  /** How many came from tools: then the answer is about the talk and every sentence needs a source. */
  fromTools = 0;

  /** Sentences a program counted, to the letter. */
  private readonly stated = new Set<string>();

  /** Members, once they were looked up: a sentence about who is here may rest on this list. */
  people: readonly PersonHere[] | undefined;

  constructor(private readonly zone: string) {}

  /** Names and texts made safe to send. The same line always gives the same text. */
  static shown(line: Line): Line {
    return { ...line, author: safeName(line.author), text: safeText(line.text, LONGEST_TEXT) };
  }

  keep(lines: readonly Line[]): Line[] {
    const shown = lines.map(Memory.shown);
    for (const line of shown) this.seen.set(line.seq, line);
    this.asCited = undefined;
    return shown;
  }

  /** The same for what a tool read. */
  keepMaterial(lines: readonly Line[]): Line[] {
    this.fromTools += lines.length;
    return this.keep(lines);
  }

  /** The same for sentences a program wrote from other stores than the log. */
  state(sentences: readonly string[]): void {
    this.fromTools += sentences.length;
    for (const sentence of sentences) this.stated.add(sentence);
  }

  states(sentence: string): boolean {
    return this.stated.has(sentence);
  }

  /** Messages in the form the checker reads. */
  cited(): CitedMessage[] {
    return (this.asCited ??= [...this.seen.values()].map(({ seq, author, text, at }) => ({ id: String(seq), author, text, when: waysOfSaying(at, this.zone), sent: { at, zone: this.zone } })));
  }

  authors(): string[] {
    return [...new Set([...this.seen.values()].map(({ author }) => author))];
  }
}
