import { HumanMessage, SystemMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { z } from 'zod';
import type { Policy } from '../offline';
import { askOf, intentOf, languageOf, type Intent } from './intent';
import type { Material } from './material';
import { PHRASES, type PhraseName } from './phrases';
import { tellRecap, tellSearch } from './tell';
import type { Locale } from './types';
import { rowsOf } from './untrusted';

/** Asks that want the same, answered together. */
interface Wish {
  names: string[];
  intent: Intent;
  language: Locale;
}

interface Call {
  name: string;
  args: Record<string, unknown>;
}

const AskRow = z.object({ from: z.string(), text: z.string() });
const SelfRow = z.object({ name: z.string() });

const same = (a: Intent, b: Intent): boolean => JSON.stringify(a) === JSON.stringify(b);

export function wishesOf(asks: readonly { from: string; text: string }[], selfName: string, locale: Locale): Wish[] {
  const wishes: Wish[] = [];
  for (const { from, text } of asks) {
    const ask = askOf(text, selfName);
    const intent = intentOf(ask);
    const known = wishes.find((wish) => same(wish.intent, intent));
    if (known === undefined) wishes.push({ names: [from], intent, language: languageOf(ask, locale) });
    else if (!known.names.includes(from)) known.names.push(from);
  }
  return wishes;
}

/** The tool call an intent needs, or null. */
export function callFor(intent: Intent): Call | null {
  if (intent.kind === 'search') return { name: 'search_messages', args: { query: intent.query } };
  if (intent.kind !== 'recap') return null;
  return { name: 'recap', args: { ...(intent.range ? { range: intent.range } : {}), ...(intent.topic ? { topic: intent.topic } : {}) } };
}

const SIMPLE: Partial<Record<Intent['kind'], PhraseName>> = { hello: 'hello', thanks: 'welcome', abilities: 'abilities', other: 'cannotDo' };

function reply({ intent, language }: Wish, result: Material | 'failed' | undefined): string {
  const simple = SIMPLE[intent.kind];
  if (simple !== undefined) return PHRASES[simple][language];
  if (result === undefined || result === 'failed') return PHRASES.cannotRead[language];
  return result.kind === 'recap' ? tellRecap(result, language) : tellSearch(result, language);
}

const joint: Record<Locale, [string, string]> = { zh: ['、', '：'], en: [', ', ': '] };

/** One reply for each wish; those that came out the same are given together. */
function compose(wishes: readonly Wish[], resultOf: (wish: Wish) => Material | 'failed' | undefined): string {
  const replies = new Map<string, Wish>();
  for (const wish of wishes) {
    const text = reply(wish, resultOf(wish));
    const known = replies.get(text);
    replies.set(text, known === undefined ? wish : { ...known, names: [...new Set([...known.names, ...wish.names])] });
  }
  if (replies.size === 1) return [...replies.keys()].join('');
  return [...replies].map(([text, { names, language }]) => names.join(joint[language][0]) + joint[language][1] + text).join('\n');
}

const materialIn = (message: ToolMessage): Material | 'failed' => (message.status === 'error' || message.artifact === undefined ? 'failed' : (message.artifact as Material));

/** Splits the messages into the prompt of the turn and what the tools brought since. */
function turnOf(messages: readonly BaseMessage[]): { system: string; human: string; results: ToolMessage[] } {
  const start = messages.findLastIndex((message) => HumanMessage.isInstance(message));
  const system = messages.find((message) => SystemMessage.isInstance(message));
  return { system: system?.text ?? '', human: messages[start]?.text ?? '', results: messages.slice(start + 1).filter((message) => ToolMessage.isInstance(message)) };
}

/**
 * What the engine says when it speaks for itself: rules find what each ask wants, the same tools a model has bring the
 * material, and the answer quotes it. Nothing is said that no message holds.
 */
export const chatPolicy: Policy = (messages, tools) => {
  const { system, human, results } = turnOf(messages);
  const selfName = SelfRow.safeParse(rowsOf(system, 'self')[0]).data?.name ?? '';
  const locale: Locale = human.includes('Answer in English.') ? 'en' : 'zh';
  const wishes = wishesOf(z.array(AskRow).parse(rowsOf(human, 'asks')), selfName, locale);
  const needed = wishes.flatMap((wish) => {
    const call = callFor(wish.intent);
    return call !== null && tools.some(({ name }) => name === call.name) ? [{ wish, call }] : [];
  });
  if (results.length === 0 && needed.length > 0) return { calls: needed.map(({ call }) => call) };
  return {
    text: compose(wishes, (wish) => {
      const place = needed.findIndex((need) => need.wish === wish);
      const brought = results[place];
      return brought === undefined ? undefined : materialIn(brought);
    }),
  };
};
