import type { BaseChatModel } from '@langchain/core/language_models/chat_models';

export interface ChosenModel {
  chat: BaseChatModel;
  /** For receipts. */
  name: string;
  tools: boolean;
  /** The engine itself: it costs nothing and its answer is there at once. */
  isEngine?: boolean | undefined;
  /** How long it may say nothing while it streams. */
  stallMs?: number | undefined;
}
