import { setMaxListeners } from 'node:events';
import { AIMessage, HumanMessage } from '@langchain/core/messages';
import { createAgent } from 'langchain';
import { TURN_LIMITS, limits, nothingSpent, type Spent } from '../limits';
import type { ChosenModel } from '../chosenModel';
import { sectionsFor, type Section } from './address';
import { askOf, intentOf, languageOf } from './intent';
import { Memory } from './memory';
import { PHRASES } from './phrases';
import { systemPrompt, turnPrompt } from './prompt';
import { readAhead } from './readAhead';
import { sift, type Bench } from './sift';
import { chatTools, type Desk } from './tools';
import type { Answer, AnswerInput, Locale, Part } from './types';
import { safeName } from './untrusted';

/** The model answered with nothing. */
class EmptyAnswerError extends Error {}

/** Of the time of a turn, what the model may use; the rest is for the engine to answer in its place. */
const MODEL_SHARE = 0.9;
/** Two graph steps for each step of ours, and some to spare: the limit that counts is in limits.ts. */
const RECURSION_LIMIT = 2 * TURN_LIMITS.steps + 8;

interface Conversation {
  text: string;
  memory: Memory;
}

const languageFor = (input: AnswerInput): Locale => languageOf(input.askers.at(-1)?.text ?? '', input.locale);

function deskFor(input: AnswerInput): Desk {
  return {
    reading: input.tools,
    memory: new Memory(input.zone),
    zone: input.zone,
    nowSeconds: input.now.getTime() / 1000,
    asks: new Set(input.askers.map(({ seq }) => seq)),
  };
}

/** One attempt to answer: a fresh agent, a fresh memory, the same account of what is spent. */
async function converse(speaker: ChosenModel, input: AnswerInput, signal: AbortSignal, spent: Spent): Promise<Conversation> {
  const desk = deskFor(input);
  const { memory } = desk;
  const onFailure = input.onFailure ?? (() => undefined);
  const context = memory.keep(input.lines.filter(({ seq }) => !desk.asks.has(seq)));
  memory.keep(input.askers.map(({ name, seq, text }) => ({ seq, author: name, at: desk.nowSeconds, text })));
  const material = speaker.tools ? [] : await readAhead(desk, input, spent, onFailure);
  const agent = createAgent({
    model: speaker.chat,
    tools: speaker.tools ? chatTools(desk) : [],
    systemPrompt: systemPrompt(input.self),
    middleware: [limits(spent, signal, onFailure)],
  });
  const prompt = new HumanMessage(turnPrompt(input, context, languageFor(input), material));
  const { messages } = await agent.invoke({ messages: [prompt] }, { signal, recursionLimit: RECURSION_LIMIT });
  const last = messages.at(-1);
  const text = AIMessage.isInstance(last) ? last.text.trim() : '';
  if (text === '') throw new EmptyAnswerError('the model gave no text');
  return { text, memory };
}

/** The model, or in its place the fallback. Only the caller's own signal ends a turn without an answer. */
async function converseOrFallBack(input: AnswerInput, spent: Spent): Promise<Conversation & { speaker: ChosenModel; fallback: boolean }> {
  const { model, fallback, signal } = input;
  const milliseconds = Math.min(input.milliseconds ?? TURN_LIMITS.milliseconds, TURN_LIMITS.milliseconds);
  try {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(milliseconds * MODEL_SHARE)]);
    // each step of the graph listens to it
    setMaxListeners(0, bounded);
    return { ...(await converse(model, input, bounded, spent)), speaker: model, fallback: false };
  } catch (error) {
    signal.throwIfAborted();
    input.onFailure?.('model', error);
    const anew = { ...spent, steps: 0, toolCalls: 0 };
    const conversation = await converse(fallback, input, signal, anew);
    Object.assign(spent, anew);
    return { ...conversation, speaker: fallback, fallback: true };
  }
}

const callTo = (names: readonly string[], language: Locale): string => (language === 'zh' ? `${names.join('、')}：` : `${names.join(', ')}: `);

function answered(section: Section, input: AnswerInput, bench: Bench): { parts: Part[]; dropped: number } {
  const own = input.askers.filter(({ name }) => section.names.includes(safeName(name)));
  const language = languageOf(own.map(({ text }) => text).join(' '), input.locale);
  const { parts, dropped } = sift(section.text, { ...bench, asks: own.map(({ seq }) => seq), isRecap: own.some(({ text }) => intentOf(askOf(text, input.self.name)).kind === 'recap') });
  const said = parts.length > 0 ? parts : [{ text: PHRASES.tooLittle[language], cites: [] }];
  return { parts: [{ text: callTo(section.names, language), cites: [] }, ...said], dropped };
}

/**
 * Answers the asks of one turn: the model (or, where it fails, the fallback) reads through the tools, and only sentences
 * whose cited messages hold what they say are let out. Never throws but when `signal` ends it.
 */
export async function answer(input: AnswerInput): Promise<Answer> {
  const spent = nothingSpent();
  const { text, memory, speaker, fallback } = await converseOrFallBack(input, spent);
  const names = input.askers.map(({ name }) => safeName(name));
  const bench: Bench = { memory, asks: [], isRecap: false, members: [...new Set([...(input.members ?? []).map(safeName), ...memory.authors()])] };
  const sections = sectionsFor(text, names).map((section) => answered(section, input, bench));
  const parts = sections.flatMap(({ parts: own }, i) => own.map((part, j) => (i > 0 && j === 0 ? { ...part, text: '\n' + part.text } : part)));
  return {
    parts,
    dropped: sections.reduce((sum, { dropped }) => sum + dropped, 0),
    usage: { input: spent.input, output: spent.output },
    model: speaker.name,
    fallback,
    toolCalls: spent.toolCalls,
  };
}
