import type { Line } from './lines';

/** What is known before a message is linked: who spoke when, and the links found so far. */
export class State {
  /** The opening line of each line's thread. */
  readonly thread: number[] = [];
  readonly parent: number[] = [];
  /** Answers found so far for each line, and by whom the first came. */
  readonly answers: number[] = [];
  private readonly answeredBy = new Map<number, Set<string>>();
  readonly lastOf = new Map<string, number>();
  /** The last line addressed to someone. */
  readonly lastTo = new Map<string, number>();
  readonly lastInThread = new Map<number, number>();
  readonly membersOf = new Map<number, Set<string>>();
  /** Place of each line among those that are messages. */
  readonly place: number[] = [];
  private readonly placesOf = new Map<string, number[]>();

  constructor(readonly lines: readonly Line[]) {}

  link(index: number, parent: number): void {
    const line = this.lines[index] as Line;
    this.parent[index] = parent;
    this.answers[index] = 0;
    this.place[index] = (this.place[index - 1] ?? -1) + (line.isNotice ? 0 : 1);
    const thread = parent === index ? index : (this.thread[parent] as number);
    this.thread[index] = thread;
    if (line.isNotice) return;
    if (parent !== index) this.count(parent, line.speaker);
    this.lastOf.set(line.speaker, index);
    this.placesOf.set(line.speaker, [...(this.placesOf.get(line.speaker) ?? []), index]);
    if (line.target !== null) this.lastTo.set(line.target, index);
    this.lastInThread.set(thread, index);
    this.membersOf.set(thread, (this.membersOf.get(thread) ?? new Set()).add(line.speaker));
  }

  private count(parent: number, by: string): void {
    if ((this.lines[parent] as Line).speaker === by) return;
    this.answers[parent] = (this.answers[parent] ?? 0) + 1;
    this.answeredBy.set(parent, (this.answeredBy.get(parent) ?? new Set()).add(by));
  }

  isAnsweredBy(index: number, speaker: string): boolean {
    return this.answeredBy.get(index)?.has(speaker) ?? false;
  }

  /** How often somebody spoke after a line, at most `most`. */
  spokenSince(speaker: string, index: number, most: number): number {
    const places = this.placesOf.get(speaker) ?? [];
    let count = 0;
    for (let i = places.length - 1; i >= 0 && (places[i] as number) > index && count < most; i--) count++;
    return count;
  }
}
