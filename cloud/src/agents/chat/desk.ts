import type { ChallengeHere } from './checkin/types';
import { languageOf } from './intent';
import { Memory } from './memory';
import { Proposals } from './proposals';
import type { TripHere, TripPlace } from './trip/types';
import type { AnswerInput, Asker, Line, Locale, PersonHere, Reading, Speaker } from './types';

/** What the tools of one turn work with. */
export interface Desk {
  reading: Reading;
  memory: Memory;
  zone: string;
  now: Date;
  nowSeconds: number;
  self: Speaker;
  people: readonly PersonHere[];
  /** Read once, by the first tool that needs them: most turns are about neither. */
  trips: () => Promise<readonly TripHere[]>;
  placesIn: (city: string) => Promise<readonly TripPlace[]>;
  challenges: () => Promise<readonly ChallengeHere[]>;
  /** Whose asks the turn answers; they are not material. */
  askers: readonly Asker[];
  asks: ReadonlySet<number>;
  /** The last messages, as they are shown. */
  context: readonly Line[];
  /** What a member would have to confirm. */
  proposals: Proposals;
}

function once<T>(read: (() => Promise<readonly T[]>) | undefined): () => Promise<readonly T[]> {
  let found: Promise<readonly T[]> | undefined;
  return () => (found ??= read?.() ?? Promise.resolve([]));
}

/** A desk for one attempt at an answer. */
export function deskFor(input: AnswerInput): Desk {
  const { askers, zone } = input;
  const memory = new Memory(zone);
  const asks = new Set(askers.map(({ seq }) => seq));
  const nowSeconds = input.now.getTime() / 1000;
  // a fact may be cited by its message, which itself comes later if it is read
  memory.keep((input.facts ?? []).flatMap(({ text, by, seq }) => (seq === undefined ? [] : [{ seq, author: by, at: 0, text }])));
  const context = memory.keep(input.lines.filter(({ seq }) => !asks.has(seq)));
  memory.keep(askers.map(({ name, seq, text }) => ({ seq, author: name, at: nowSeconds, text })));
  return { reading: input.tools, memory, zone, now: input.now, nowSeconds, self: input.self, people: input.people ?? [], trips: once(input.trips), placesIn: input.placesIn ?? (() => Promise.resolve([])), challenges: once(input.challenges), askers, asks, context, proposals: new Proposals(input.room ?? Infinity) };
}

/** The language to answer in: the role's, else that of the last ask. */
export const languageFor = ({ self, askers, locale }: Pick<AnswerInput, 'self' | 'askers' | 'locale'>): Locale => self.language ?? languageOf(askers.at(-1)?.text ?? '', locale);
