/** One message as the recap reads it. `at` is in seconds; `author` is whatever the caller tells people apart by. */
export interface RecapMessage {
  id: string;
  author: string;
  at: number;
  text: string;
  replyTo?: string | null | undefined;
}

/** Words of the cited messages, unchanged. */
export interface Cited {
  text: string;
  cites: string[];
}

export interface Topic {
  title: string;
  /** Ids of its first and last message. */
  from: string;
  to: string;
  sentences: Cited[];
}

export interface Todo extends Cited {
  /** An author, or null when nobody in particular was named. */
  owner: string | null;
  /** The words that say when, or null. */
  due: string | null;
}

export interface Recap {
  topics: Topic[];
  decisions: Cited[];
  todos: Todo[];
  questions: Cited[];
}

export interface RecapInput {
  messages: readonly RecapMessage[];
  /** Characters all sentences of the topics may have together. */
  budget: number;
}
