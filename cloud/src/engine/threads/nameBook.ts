import { fold } from '../text/fold';
import type { ThreadMessage } from './types';

const WORDS = /[\p{L}\p{N}_|^`{}[\]\\-]+/gu;
const HAN = /\p{Script=Han}/u;
const SHORTEST_PREFIX = 3;
const SURE_LENGTH = 5;
/** A name that is also a common word of the log counts only where it is set off by a colon or an @. */
const COMMON_SHARE = 0.02;

const wordsIn = (text: string): string[] => text.match(WORDS) ?? [];

/** Who is addressed and who is named in a text, among those who speak in the log. */
export class NameBook {
  private readonly names: ReadonlySet<string>;
  private readonly common = new Set<string>();
  private readonly han: readonly string[];

  constructor(speakers: readonly string[], messages: readonly ThreadMessage[]) {
    this.names = new Set(speakers.filter((name) => name !== '*' && name !== ''));
    const counts = new Map<string, number>();
    for (const { text } of messages) for (const word of new Set(wordsIn(fold(text)).slice(1))) if (this.names.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const name of this.names) if (name.length < 3 || (/^[a-z]+$/.test(name) && (counts.get(name) ?? 0) > Math.max(4, COMMON_SHARE * messages.length))) this.common.add(name);
    this.han = [...this.names].filter((name) => HAN.test(name) && name.length > 1).sort((a, b) => b.length - a.length);
  }

  has(word: string): boolean {
    return this.names.has(word) && !this.common.has(word);
  }

  in(text: string, speaker: string): { target: string | null; named: ReadonlySet<string> } {
    const named = new Set([...wordsIn(text), ...this.han.filter((name) => text.includes(name))].filter((word) => this.has(word)));
    const target = this.targetOf(text);
    if (target !== null) named.add(target);
    named.delete(speaker);
    return { target: target === speaker ? null : target, named };
  }

  private targetOf(text: string): string | null {
    const head = /^[@<]?([^\s:,，<>]+)\s?[:,，>]/.exec(text)?.[1] ?? /@([^\s:,，@]+)/.exec(text)?.[1] ?? /^!\S.*[|>]\s*(\S+)\s*$/.exec(text)?.[1];
    if (head !== undefined) {
      const name = this.names.has(head) ? head : this.byPrefix(head);
      if (name !== undefined) return name;
    }
    const first = wordsIn(text)[0];
    if (first !== undefined && this.has(first) && text.startsWith(first)) return first;
    return this.han.find((name) => text.startsWith(name)) ?? null;
  }

  /** People shorten names: "kaza:" for kazalite. */
  private byPrefix(head: string): string | undefined {
    if (head.length < SHORTEST_PREFIX) return undefined;
    const fits = [...this.names].filter((name) => name.startsWith(head) || (name.length >= SURE_LENGTH && head.startsWith(name) && head.length <= name.length + 2));
    return fits.length === 1 ? fits[0] : undefined;
  }
}
