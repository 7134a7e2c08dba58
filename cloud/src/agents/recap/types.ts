import type { ChosenModel } from '../chosenModel';
import type { Line, Locale, Part } from '../chat';

export interface AccountTopic {
  title: string;
  /** First and last message of the stretch it was talked about in, and how many. */
  from: number;
  to: number;
  count: number;
  sentences: Part[];
}

export interface AccountTodo extends Part {
  /** The name of who is to do it, where one was said. */
  owner?: string | undefined;
  /** The words that say by when. */
  due?: string | undefined;
}

/** What a stretch of the log says, sentence by sentence with the messages each rests on. */
export interface Account {
  topics: AccountTopic[];
  decisions: Part[];
  todos: AccountTodo[];
  questions: Part[];
}

export interface WriteInput {
  /** Quotations, as the engine found them. */
  account: Account;
  /** All messages the account cites, as the reader may read them. */
  lines: readonly Line[];
  /** Phrases the topics; null: the engine's sentences stay. */
  model: ChosenModel | null;
  signal: AbortSignal;
  zone: string;
  locale: Locale;
  self: { name: string; manner: string };
  /** Names of all members, so that a name is known as one. */
  members: readonly string[];
  /** Told after each call to the model: topics phrased so far. */
  onProgress?: ((topics: number) => void) | undefined;
  /** Told why the model failed; nothing of it reaches the reader. */
  onFailure?: ((what: string, error: unknown) => void) | undefined;
}

export interface Written {
  account: Account;
  /** Sentences of the model that its sources did not hold; the engine's stand in their place. */
  dropped: number;
  usage: { input: number; output: number };
  model: string;
  /** A model was there and did not answer. */
  fallback: boolean;
}
