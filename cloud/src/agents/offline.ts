import { BaseChatModel, type BaseChatModelCallOptions, type BindToolsInput } from '@langchain/core/language_models/chat_models';
import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import { AIMessage, AIMessageChunk, type BaseMessage, type UsageMetadata } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import type { Runnable } from '@langchain/core/runnables';
import { convertToOpenAITool } from '@langchain/core/utils/function_calling';
import { estimateTokens } from './tokens';

export interface BoundTool {
  name: string;
  parameters: unknown;
}

export interface Turn {
  text?: string;
  calls?: { name: string; args: Record<string, unknown> }[];
}

/** What to say next: a pure function of the messages so far and the tools at hand. */
export type Policy = (messages: readonly BaseMessage[], tools: readonly BoundTool[]) => Turn;

interface OfflineOptions extends BaseChatModelCallOptions {
  tools?: BoundTool[];
}

const CHUNK = 8;

const toolOf = (input: BindToolsInput): BoundTool => {
  const { name, parameters } = convertToOpenAITool(input as Parameters<typeof convertToOpenAITool>[0]).function;
  return { name, parameters };
};

/** A chat model without a model: a policy speaks through the same messages, tools, streams and usage counts. */
export class OfflineChatModel extends BaseChatModel<OfflineOptions, AIMessageChunk> {
  constructor(private readonly policy: Policy) {
    super({});
  }

  override _llmType(): string {
    return 'offline';
  }

  override bindTools(tools: BindToolsInput[], options?: Partial<OfflineOptions>): Runnable<BaseLanguageModelInput, AIMessageChunk, OfflineOptions> {
    return this.withConfig({ ...options, tools: tools.map(toolOf) });
  }

  override async getNumTokens(content: Parameters<BaseChatModel['getNumTokens']>[0]): Promise<number> {
    return estimateTokens(typeof content === 'string' ? content : JSON.stringify(content));
  }

  override async _generate(messages: BaseMessage[], options: this['ParsedCallOptions']): Promise<ChatResult> {
    options.signal?.throwIfAborted();
    const turn = this.policy(messages, options.tools ?? []);
    const message = new AIMessage({ content: turn.text ?? '', tool_calls: callsOf(turn, messages), usage_metadata: usageOf(messages, turn) });
    return { generations: [{ text: message.text, message }] };
  }

  override async *_streamResponseChunks(messages: BaseMessage[], options: this['ParsedCallOptions'], run?: CallbackManagerForLLMRun): AsyncGenerator<ChatGenerationChunk> {
    options.signal?.throwIfAborted();
    const turn = this.policy(messages, options.tools ?? []);
    const characters = [...(turn.text ?? '')];
    for (let at = 0; at < characters.length; at += CHUNK) {
      options.signal?.throwIfAborted();
      const text = characters.slice(at, at + CHUNK).join('');
      const chunk = new ChatGenerationChunk({ text, message: new AIMessageChunk({ content: text }) });
      yield chunk;
      await run?.handleLLMNewToken(text, undefined, undefined, undefined, undefined, { chunk });
    }
    const calls = callsOf(turn, messages).map(({ id, name, args }, index) => ({ type: 'tool_call_chunk' as const, index, id, name, args: JSON.stringify(args) }));
    yield new ChatGenerationChunk({ text: '', message: new AIMessageChunk({ content: '', tool_call_chunks: calls, usage_metadata: usageOf(messages, turn) }) });
  }
}

const callsOf = (turn: Turn, messages: readonly BaseMessage[]) => (turn.calls ?? []).map((call, i) => ({ type: 'tool_call' as const, id: `off_${messages.length}_${i}`, ...call }));

function usageOf(messages: readonly BaseMessage[], turn: Turn): UsageMetadata {
  const input = messages.reduce((sum, message) => sum + estimateTokens(message.text), 0);
  const output = estimateTokens((turn.text ?? '') + (turn.calls ? JSON.stringify(turn.calls) : ''));
  return { input_tokens: input, output_tokens: output, total_tokens: input + output };
}
