/** The part of the chat completions protocol the stand-in speaks. */
export interface RequestMessage {
  role: string;
  content?: string | { type: string; text?: string }[] | null;
  tool_calls?: { id: string; function: { name: string; arguments: string } }[];
  tool_call_id?: string;
}

export interface RequestBody {
  model: string;
  messages: RequestMessage[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  tools?: { type: string; function: { name: string; parameters: unknown } }[];
  tool_choice?: unknown;
  [key: string]: unknown;
}

/** What to answer: words, tool calls, or both. */
export interface StubTurn {
  text?: string;
  calls?: { name: string; args: unknown }[];
  /** Waits before the first byte, in milliseconds. */
  delayMs?: number;
  /** Between two pieces of a stream, in milliseconds. */
  paceMs?: number;
}

/** How to go wrong. */
export type Fault =
  | { kind: 'rate-limit'; retryAfterSeconds: number }
  | { kind: 'error' }
  | { kind: 'refused' }
  | { kind: 'hang' }
  | { kind: 'cut' }
  /** Begins and then says nothing more. */
  | { kind: 'stall' }
  | { kind: 'garbage' };

export const textOf = (message: RequestMessage): string => (typeof message.content === 'string' ? message.content : (message.content ?? []).map((part) => part.text ?? '').join(''));

/** Tokens as the stand-in counts them. */
export const tokensOf = (text: string): number => Math.ceil([...text].length / 2);

export function usageOf(body: RequestBody, turn: StubTurn) {
  const prompt_tokens = tokensOf(body.messages.map(textOf).join(''));
  const completion_tokens = tokensOf((turn.text ?? '') + JSON.stringify(turn.calls ?? []));
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

const callsOf = (turn: StubTurn, id: string) => (turn.calls ?? []).map((call, i) => ({ id: `${id}-call-${i}`, type: 'function', function: { name: call.name, arguments: JSON.stringify(call.args) } }));

/** The whole answer as one object. */
export function completion(id: string, body: RequestBody, turn: StubTurn) {
  const tool_calls = callsOf(turn, id);
  const message = { role: 'assistant', content: turn.text ?? null, ...(tool_calls.length > 0 ? { tool_calls } : {}) };
  return { id, object: 'chat.completion', created: 0, model: body.model, choices: [{ index: 0, message, finish_reason: tool_calls.length > 0 ? 'tool_calls' : 'stop' }], usage: usageOf(body, turn) };
}

const PIECE = 6;

/** The same answer in pieces, as the `data:` objects of a stream. */
export function* pieces(id: string, body: RequestBody, turn: StubTurn): Generator<object> {
  const chunk = (delta: object, finish_reason: string | null = null) => ({ id, object: 'chat.completion.chunk', created: 0, model: body.model, choices: [{ index: 0, delta, finish_reason }] });
  yield chunk({ role: 'assistant', content: '' });
  const characters = [...(turn.text ?? '')];
  for (let at = 0; at < characters.length; at += PIECE) yield chunk({ content: characters.slice(at, at + PIECE).join('') });
  const calls = callsOf(turn, id);
  for (const [index, { id: callId, type, function: { name, arguments: args } }] of calls.entries()) {
    yield chunk({ tool_calls: [{ index, id: callId, type, function: { name, arguments: '' } }] });
    yield chunk({ tool_calls: [{ index, function: { arguments: args } }] });
  }
  yield chunk({}, calls.length > 0 ? 'tool_calls' : 'stop');
  if (body.stream_options?.include_usage) yield { id, object: 'chat.completion.chunk', created: 0, model: body.model, choices: [], usage: usageOf(body, turn) };
}
