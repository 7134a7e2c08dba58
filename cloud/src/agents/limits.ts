import { AIMessage, ToolMessage } from '@langchain/core/messages';
import { createMiddleware } from 'langchain';
import { estimateTokens } from './tokens';

/** What one turn may use. */
export const TURN_LIMITS = { steps: 8, toolCalls: 4, milliseconds: 60_000 } as const;

/** What a turn has used so far; one object for all its attempts. */
export interface Spent {
  steps: number;
  toolCalls: number;
  input: number;
  output: number;
}

export const nothingSpent = (): Spent => ({ steps: 0, toolCalls: 0, input: 0, output: 0 });

/** A turn that went on for too many steps. */
export class StepLimitError extends Error {}

/** A tool that failed, for the log; the model only hears that it is unavailable. */
export type ToolFailure = (tool: string, error: unknown) => void;

export const UNAVAILABLE = 'This tool is unavailable right now. Answer without it and say so.';
/** Ids of finished steps begin so. */
export const STEP_ID = 'step_';
const USED_UP = 'No more tool calls in this turn. Answer with what you have.';

const isMessage = (value: unknown): value is AIMessage => AIMessage.isInstance(value);

/**
 * Bounds and meters a turn: at most 8 steps and 4 tool calls (then the tools are taken away, so that an answer must
 * come), usage counted, failures of tools hidden, and each answer given an id of ours: an endpoint that repeats ids
 * would otherwise overwrite the earlier message.
 */
export function limits(spent: Spent, signal: AbortSignal, onToolFailure: ToolFailure) {
  const refuse = (id: string | undefined, name: string, content: string) => new ToolMessage({ tool_call_id: id ?? '', name, content, status: 'error' });
  return createMiddleware({
    name: 'limits',
    wrapModelCall: async (request, handler) => {
      if (++spent.steps > TURN_LIMITS.steps) throw new StepLimitError(`more than ${TURN_LIMITS.steps} steps`);
      const answer = await handler(spent.toolCalls >= TURN_LIMITS.toolCalls ? { ...request, tools: [] } : request);
      if (!isMessage(answer)) return answer;
      // A stream of a gateway that gives no usage is metered by its length.
      spent.input += answer.usage_metadata?.input_tokens ?? estimateTokens(request.systemPrompt + request.messages.map(({ text }) => text).join(''));
      spent.output += answer.usage_metadata?.output_tokens ?? estimateTokens(answer.text);
      answer.id = `${STEP_ID}${spent.steps}`;
      return answer;
    },
    wrapToolCall: async (request, handler) => {
      const { id, name } = request.toolCall;
      if (++spent.toolCalls > TURN_LIMITS.toolCalls) return refuse(id, name, USED_UP);
      try {
        return await handler(request);
      } catch (error) {
        if (signal.aborted) throw error;
        onToolFailure(name, error);
        return refuse(id, name, UNAVAILABLE);
      }
    },
  });
}
