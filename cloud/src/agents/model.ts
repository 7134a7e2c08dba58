import { ChatOpenAICompletions } from '@langchain/openai';
import { chatPolicy } from './chat/policy';
import type { ChosenModel } from './chosenModel';
import { maskPii } from './mask';
import { OfflineChatModel } from './offline';
import { estimateTokens } from './tokens';

/** What is known of the endpoint. Everything that differs between providers is one of these. */
export interface ModelOptions {
  /** An OpenAI-compatible endpoint; not set: the local engine speaks. */
  baseUrl?: string | undefined;
  name?: string | undefined;
  key?: string | undefined;
  /** Merged into each request body. */
  extra?: Record<string, unknown> | undefined;
  /** false: it cannot call tools and is given the material instead. */
  tools?: boolean | undefined;
  /** false: usage must not be asked for in streams. */
  streamUsage?: boolean | undefined;
  /** What to send where an answer must be a tool call. */
  toolChoice?: 'required' | 'auto' | undefined;
  timeoutMs?: number | undefined;
  /** How often a request that failed is sent again. */
  retries?: number | undefined;
}

export const OFFLINE_NAME = 'engine';

type Fetch = typeof fetch;
type Body = Record<string, unknown>;

/** Stays on /chat/completions whatever the model is called, and counts tokens without fetching tables from anywhere. */
class EndpointChat extends ChatOpenAICompletions {
  override async getNumTokens(content: Parameters<ChatOpenAICompletions['getNumTokens']>[0]): Promise<number> {
    return estimateTokens(typeof content === 'string' ? content : JSON.stringify(content));
  }
}

function maskedStrings(value: unknown): unknown {
  if (typeof value === 'string') return maskPii(value);
  if (Array.isArray(value)) return value.map(maskedStrings);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskedStrings(inner)]));
}

function adapted(body: Body, toolChoice: 'required' | 'auto'): Body {
  const choice = body['tool_choice'] === 'required' ? { tool_choice: toolChoice } : {};
  return { ...body, ...choice, messages: maskedStrings(body['messages']) };
}

/** The one place where a request is changed on its way out: provider differences, and the last look for private numbers. */
export function quirks({ toolChoice = 'auto' }: Pick<ModelOptions, 'toolChoice'>, send: Fetch = fetch): Fetch {
  return (url, init) => {
    if (typeof init?.body !== 'string') return send(url, init);
    const body = JSON.stringify(adapted(JSON.parse(init.body) as Body, toolChoice));
    const headers = new Headers(init.headers);
    headers.delete('content-length');
    return send(url, { ...init, headers, body });
  };
}

export const offlineModel = (): ChosenModel => ({ chat: new OfflineChatModel(chatPolicy), name: OFFLINE_NAME, tools: true, isEngine: true });

/** The model to speak with: the configured endpoint, or the engine where none is. */
export function createModel(options: ModelOptions): ChosenModel {
  const { baseUrl, name = '', key = 'none', extra = {}, tools = true, streamUsage = true, toolChoice = 'auto', timeoutMs = 30_000, retries = 2 } = options;
  if (!baseUrl) return offlineModel();
  const chat = new EndpointChat({
    model: name,
    apiKey: key,
    streamUsage,
    timeout: timeoutMs,
    maxRetries: retries,
    modelKwargs: extra,
    configuration: { baseURL: baseUrl, fetch: quirks({ toolChoice }) },
  });
  return { chat, name, tools, stallMs: timeoutMs };
}
