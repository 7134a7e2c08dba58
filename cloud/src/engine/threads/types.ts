/** One message. `at` is in seconds; author "*" stands for a line that is nobody's message; `replyTo` is the id of the message it quotes. */
export interface ThreadMessage {
  id: string;
  author: string;
  at: number;
  text: string;
  replyTo?: string | null | undefined;
}

/** Where a message belongs: `thread` is the id of the message that opened it, `replyTo` the one answered, null for an opening. */
export interface Threaded {
  id: string;
  thread: string;
  replyTo: string | null;
}

export interface ThreadsInput {
  messages: readonly ThreadMessage[];
}
