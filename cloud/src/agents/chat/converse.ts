import { setMaxListeners } from 'node:events';
import { AIMessage, AIMessageChunk, HumanMessage, type BaseMessage } from '@langchain/core/messages';
import { createAgent } from 'langchain';
import { STEP_ID, TURN_LIMITS, limits, type Spent } from '../limits';
import { bounded } from '../bounded';
import type { ChosenModel } from '../chosenModel';
import { deskFor, type Desk } from './desk';
import { systemPrompt, turnPrompt } from './prompt';
import { readAhead } from './readAhead';
import { chatTools } from './tools';
import type { AnswerInput } from './types';

/** The model answered with nothing. */
class EmptyAnswerError extends Error {}
/** A stream in which nothing came for too long. */
class StalledError extends Error {}

/** Of the time of a turn, what the model may use; the rest is for the engine to answer in its place. */
const MODEL_SHARE = 0.9;
/** Two graph steps for each step of ours, and some to spare: the limit that counts is in limits.ts. */
const RECURSION_LIMIT = 2 * TURN_LIMITS.steps + 8;
const STALL_MS = 30_000;

/** What was said, and the desk it was said at: what was read, what is proposed. */
export interface Conversation {
  text: string;
  desk: Desk;
}

type Agent = ReturnType<typeof createAgent>;
type OnText = (text: string, desk: Desk) => void;
type Streamed = ['values', { messages: BaseMessage[] }] | ['messages', [BaseMessage, { langgraph_step?: number }]];

/** Runs an agent and follows the text of its present step; ends with its last message. */
async function follow(agent: Agent, prompt: HumanMessage, signal: AbortSignal, stallMs: number, onText: (text: string) => void): Promise<BaseMessage | undefined> {
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(new StalledError(`nothing came for ${stallMs} ms`)), stallMs);
  const either = AbortSignal.any([signal, stalled.signal]);
  setMaxListeners(0, either);
  try {
    const stream = (await agent.stream({ messages: [prompt] }, { signal: either, recursionLimit: RECURSION_LIMIT, streamMode: ['values', 'messages'] })) as AsyncIterable<Streamed>;
    let last: BaseMessage | undefined;
    let step: number | undefined;
    let text = '';
    for await (const [mode, data] of stream) {
      timer.refresh();
      if (mode === 'values') {
        last = data.messages.at(-1);
        continue;
      }
      const [chunk, { langgraph_step: now }] = data;
      // a finished step comes once more as a whole, under the id it was given
      if (!AIMessageChunk.isInstance(chunk) || chunk.id?.startsWith(STEP_ID) || chunk.text === '') continue;
      text = now === step ? text + chunk.text : chunk.text;
      step = now;
      onText(text);
    }
    return last;
  } finally {
    clearTimeout(timer);
  }
}

/** One attempt to answer: a fresh agent, a fresh desk, the same account of what is spent. */
async function converse(speaker: ChosenModel, input: AnswerInput, signal: AbortSignal, spent: Spent, onText: OnText | undefined): Promise<Conversation> {
  const desk = deskFor(input);
  const onFailure = input.onFailure ?? (() => undefined);
  const material = speaker.tools ? [] : await readAhead(desk, input, spent, onFailure);
  const agent = createAgent({
    model: speaker.chat,
    tools: speaker.tools ? chatTools(desk) : [],
    systemPrompt: systemPrompt(input.self, input.facts ?? []),
    middleware: [limits(spent, signal, onFailure)],
  });
  const prompt = new HumanMessage(turnPrompt(input, desk.context, material));
  const last =
    onText && !speaker.isEngine
      ? await follow(agent as Agent, prompt, signal, speaker.stallMs ?? STALL_MS, (text) => onText(text, desk))
      : (await agent.invoke({ messages: [prompt] }, { signal, recursionLimit: RECURSION_LIMIT })).messages.at(-1);
  const text = AIMessage.isInstance(last) ? last.text.trim() : '';
  if (text === '') throw new EmptyAnswerError('the model gave no text');
  return { text, desk };
}

export interface Spoken extends Conversation {
  speaker: ChosenModel;
  fallback: boolean;
  /** Tokens an endpoint was asked for. */
  billed: Tokens;
}

interface Tokens {
  input: number;
  output: number;
}

const billedTo = ({ isEngine }: ChosenModel, { input, output }: Spent): Tokens => (isEngine ? { input: 0, output: 0 } : { input, output });

/** The model, or in its place the fallback. Only the caller's own signal ends a turn without an answer. */
export async function converseOrFallBack(input: AnswerInput, spent: Spent, onText: OnText | undefined): Promise<Spoken> {
  const { model, fallback, signal } = input;
  const milliseconds = Math.min(input.milliseconds ?? TURN_LIMITS.milliseconds, TURN_LIMITS.milliseconds);
  const limit = bounded(signal, milliseconds * MODEL_SHARE);
  try {
    // each step of the graph listens to them
    setMaxListeners(0, limit.signal, signal);
    const conversation = await converse(model, input, limit.signal, spent, onText);
    return { ...conversation, speaker: model, fallback: false, billed: billedTo(model, spent) };
  } catch (error) {
    signal.throwIfAborted();
    input.onFailure?.('model', error);
    const billed = billedTo(model, spent);
    const anew = { ...spent, steps: 0, toolCalls: 0 };
    const conversation = await converse(fallback, input, signal, anew, undefined);
    Object.assign(spent, anew);
    return { ...conversation, speaker: fallback, fallback: true, billed };
  } finally {
    limit.release();
  }
}
