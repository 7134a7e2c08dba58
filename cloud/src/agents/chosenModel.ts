import type { BaseChatModel } from '@langchain/core/language_models/chat_models';

export interface ChosenModel {
  chat: BaseChatModel;
  /** For receipts. */
  name: string;
  tools: boolean;
}
