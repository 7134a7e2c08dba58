import type { ChosenModel } from '../chosenModel';
import type { ToolFailure } from '../limits';

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
  /** Messages that could answer a query; they are ranked here. */
  messagesAbout(query: string): Promise<readonly Line[]>;
}

export type Locale = 'zh' | 'en';

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
  /** `manner`: how it speaks; tone only. */
  self: { name: string; manner: string };
  /** Who asked, in order; not empty. */
  askers: readonly Asker[];
  /** The last messages, for context; oldest first. */
  lines: readonly Line[];
  tools: Reading;
  /** Names of all members, so that a name is known as one. Authors and askers need not be repeated. */
  members?: readonly string[] | undefined;
  /** Told why a tool or the model failed; nothing of it reaches the reader. */
  onFailure?: ToolFailure | undefined;
  /** Milliseconds of a turn; the limit of TURN_LIMITS unless shorter. */
  milliseconds?: number | undefined;
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
  /** Who spoke, for the receipt. */
  model: string;
  /** The model did not answer and the fallback did. */
  fallback: boolean;
  toolCalls: number;
}
