import type { Skill } from '@shared/wire/aiRole';
import type { Recap } from '../../engine/recap';
import type { ChallengeHere } from './checkin/types';
import type { ChosenModel } from '../chosenModel';
import type { ToolFailure } from '../limits';
import type { Proposal } from './proposals';
import type { TripHere, TripPlace } from './trip/types';

/** One message of the pai as the AI member may read it. */
export interface Line {
  seq: number;
  /** The author's name. */
  author: string;
  /** Seconds. */
  at: number;
  text: string;
  replyTo?: number | undefined;
}

export interface Asker {
  id: string;
  name: string;
  seq: number;
  text: string;
}

export const RANGES = ['unread', 'today', 'two-days', 'week', 'all'] as const;
export type Range = (typeof RANGES)[number];

/** How the agent reads: the caller gives only what every asker may read, oldest first, without the AI's own messages. */
export interface Reading {
  messagesIn(range: Range): Promise<readonly Line[]>;
  /** What a long range says, without reading all of it again: seqs as ids, and the lines it cites. Undefined: read it with messagesIn. */
  accountOf?(range: Range): Promise<{ recap: Recap; lines: readonly Line[]; count: number } | undefined>;
  /** Messages that could answer a query; they are ranked here. */
  messagesAbout(query: string): Promise<readonly Line[]>;
}

export type Locale = 'zh' | 'en';

/** The AI role that answers. */
export interface Speaker {
  name: string;
  /** How it speaks; tone only. */
  manner: string;
  /** Set: it always answers in this language; not set: in that of the ask. */
  language?: Locale | undefined;
  /** What it may be asked for; not set: everything. */
  skills?: readonly Skill[] | undefined;
}

/** Something kept in mind. `by`: who had it kept. `seq`: the message it rests on. */
export interface Fact {
  text: string;
  by: string;
  seq?: number | undefined;
}

/** A person in the pai. */
export interface PersonHere {
  name: string;
  role: 'owner' | 'admin' | 'member';
}

export interface AnswerInput {
  model: ChosenModel;
  /** Speaks when `model` does not. */
  fallback: ChosenModel;
  /** Ends the turn; then answer() throws. */
  signal: AbortSignal;
  now: Date;
  /** IANA name, for times shown. */
  zone: string;
  /** For asks that are in neither language. */
  locale: Locale;
  self: Speaker;
  /** Who asked, in order; not empty. */
  askers: readonly Asker[];
  /** The last messages, for context; oldest first. */
  lines: readonly Line[];
  tools: Reading;
  /** What is kept in mind about the pai, oldest first, as far as every asker may know it. */
  facts?: readonly Fact[] | undefined;
  /** How many more open cards the pai may have; not set: any number. */
  room?: number | undefined;
  /** Trips the pai has, the one last touched first. */
  trips?: () => Promise<readonly TripHere[]>;
  /** Places of a city, none where it is not known. */
  placesIn?: (city: string) => Promise<readonly TripPlace[]>;
  /** Challenges that run in the pai, those that began last first. */
  challenges?: () => Promise<readonly ChallengeHere[]>;
  /** Who is in the pai, for questions about that; without it nobody can be looked up. */
  people?: readonly PersonHere[] | undefined;
  /** Given each time the text has grown: a function that gives what may be shown of it by now. It may be called late or never. */
  onText?: ((visible: () => string) => void) | undefined;
  /** Names of all members, so that a name is known as one. Authors and askers need not be repeated. */
  members?: readonly string[] | undefined;
  /** Told why a tool or the model failed; nothing of it reaches the reader. */
  onFailure?: ToolFailure | undefined;
  /** Milliseconds of a turn; the limit of TURN_LIMITS unless shorter. */
  milliseconds?: number | undefined;
}

/** A proposal beside the first: what it is said with, and to whom. */
export interface Further {
  parts: Part[];
  /** Ids. */
  askers: string[];
  proposal: Proposal;
}

/** A sentence and the messages (seq) it rests on. */
export interface Part {
  text: string;
  cites: number[];
}

export interface Answer {
  /** Their texts join to the message. */
  parts: Part[];
  /** Sentences taken out because their sources did not hold them. */
  dropped: number;
  usage: { input: number; output: number };
  /** Tokens of `usage` that an endpoint was asked for; the engine's own cost nothing. */
  billed: { input: number; output: number };
  /** Mainly spoken in. */
  language: Locale;
  /** Waits for a member to confirm it; nothing has happened. */
  proposal?: Proposal | undefined;
  /** Each a message of its own; whose asks are all answered by it is not spoken to in `parts`. */
  further: Further[];
  /** Who spoke, for the receipt. */
  model: string;
  /** The model did not answer and the fallback did. */
  fallback: boolean;
  toolCalls: number;
}
