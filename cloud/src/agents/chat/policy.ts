import { HumanMessage, SystemMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { z } from 'zod';
import { TURN_LIMITS } from '../limits';
import type { Policy } from '../offline';
import { cardCall } from './cardTools';
import type { About } from './checkin/about';
import { tellCheckins } from './checkin/tell';
import { namesCheckin } from './checkin/wish';
import { askOf, intentOf, languageOf, type Intent } from './intent';
import type { Material } from './material';
import { PHRASES, type PhraseName } from './phrases';
import { CARD_PHRASES } from './proposals';
import { tellPeople, tellRecap, tellSearch } from './tell';
import { tellPlaces, tellTrip } from './trip/tell';
import type { Locale } from './types';
import { rowsOf } from './untrusted';

/** Asks that want the same, answered together. */
interface Wish {
  names: string[];
  intent: Intent;
  language: Locale;
}

export interface Call {
  name: string;
  args: Record<string, unknown>;
}

const AskRow = z.object({ n: z.number(), from: z.string(), text: z.string() });
type AskRow = z.infer<typeof AskRow>;
const SelfRow = z.object({ name: z.string() });

const OWN: readonly About[] = ['own', 'ranks', 'makeup', 'act'];

/** What is somebody's own is told, or drawn up, for each who asks. */
function owned(intent: Intent, from: string): Intent {
  const isOwn = (intent.kind === 'checkin' && OWN.includes(intent.about)) || intent.kind === 'pause' || (intent.kind === 'reminder' && namesCheckin(intent.ask));
  return isOwn ? { ...intent, of: from } : intent;
}

const same = (a: Intent, b: Intent): boolean => JSON.stringify(a) === JSON.stringify(b);

export function wishesOf(asks: readonly Pick<AskRow, 'from' | 'text'>[], selfName: string, locale: Locale): Wish[] {
  const wishes: Wish[] = [];
  for (const { from, text } of asks) {
    const ask = askOf(text, selfName);
    const intent = owned(intentOf(ask), from);
    const known = wishes.find((wish) => same(wish.intent, intent));
    if (known === undefined) wishes.push({ names: [from], intent, language: languageOf(ask, locale) });
    else if (!known.names.includes(from)) known.names.push(from);
  }
  return wishes;
}

/** The tool an intent needs and what for, or null. */
function callFor(intent: Intent): Call | null {
  switch (intent.kind) {
    case 'recap':
      return { name: 'recap', args: { ...(intent.range ? { range: intent.range } : {}), ...(intent.topic ? { topic: intent.topic } : {}) } };
    case 'search':
      return { name: 'search_messages', args: {} };
    case 'who':
      return { name: 'who_is_who', args: intent.name === undefined ? {} : { name: intent.name } };
    case 'poll':
    case 'reminder':
    case 'memory':
    case 'challenge':
      return cardCall(intent.kind, intent.ask);
    case 'trip':
      return cardCall('itinerary', intent.ask);
    case 'tripEdit':
      return cardCall('itineraryEdit', intent.ask);
    case 'tripAsk':
      return { name: 'trip_plan', args: { ask: intent.ask.slice(0, 200) } };
    case 'places':
      return { name: 'suggest_places', args: { ask: intent.ask.slice(0, 200) } };
    case 'pause':
      return cardCall('checkinPause', intent.ask);
    case 'checkin':
      return { name: 'check_ins', args: { about: intent.about, ask: intent.ask.slice(0, 200), ...(intent.of === undefined ? {} : { of: intent.of }) } };
    case 'hello':
    case 'thanks':
    case 'abilities':
    case 'other':
      return null;
  }
}

interface Need {
  call: Call;
  wishes: Wish[];
}

/** The calls some wishes need: questions are looked up together, so that many askers fit into the calls of one turn. */
export function needsOf(wishes: readonly Wish[]): Need[] {
  const needs: Need[] = [];
  for (const wish of wishes) {
    const call = callFor(wish.intent);
    if (call === null) continue;
    const search = wish.intent.kind === 'search' ? needs.find((need) => need.call.name === call.name) : undefined;
    if (search) search.wishes.push(wish);
    else needs.push({ call: { ...call }, wishes: [wish] });
  }
  for (const { call, wishes: own } of needs) {
    const [query, ...also] = own.flatMap(({ intent }) => (intent.kind === 'search' ? intent.queries : []));
    if (query !== undefined) call.args = also.length === 0 ? { query } : { query, also };
  }
  return needs;
}

type Result = Material | 'failed' | 'too-many' | 'no-skill' | undefined;

const SIMPLE: Partial<Record<Intent['kind'], PhraseName>> = { hello: 'hello', thanks: 'welcome', abilities: 'abilities', other: 'cannotDo' };
const TROUBLE: Record<'failed' | 'too-many' | 'no-skill', PhraseName> = { failed: 'cannotRead', 'too-many': 'tooMany', 'no-skill': 'notMySkill' };
/** With more askers than this each gets the best find alone. */
const FEW_WISHES = 5;

function reply({ intent, language }: Wish, result: Result, isFew: boolean): string {
  const simple = SIMPLE[intent.kind];
  if (simple !== undefined) return PHRASES[simple][language];
  if (result === undefined || typeof result === 'string') return PHRASES[TROUBLE[result ?? 'failed']][language];
  switch (result.kind) {
    case 'recap':
      return tellRecap(result, language);
    case 'search':
      return tellSearch(result, language, isFew ? undefined : 1);
    case 'trip':
      return tellTrip(result, language);
    case 'suggest':
      return tellPlaces(result, language);
    case 'checkin':
      return tellCheckins(result, language);
    case 'people':
      return tellPeople(result, language);
    case 'card':
      return CARD_PHRASES[result.outcome][language];
  }
}

const joint: Record<Locale, [string, string]> = { zh: ['、', '：'], en: [', ', ': '] };

/** One reply for each wish; those that came out the same are given together. */
function compose(wishes: readonly Wish[], resultOf: (wish: Wish) => Result): string {
  const replies = new Map<string, Wish>();
  for (const wish of wishes) {
    const text = reply(wish, resultOf(wish), wishes.length <= FEW_WISHES);
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

/** Of what was found for many questions, what answers one wish. */
function ownOf(wish: Wish, { wishes }: Need, material: Material | 'failed'): Result {
  if (material === 'failed' || material.kind !== 'search' || wish.intent.kind !== 'search') return material;
  const before = wishes.slice(0, wishes.indexOf(wish)).reduce((sum, { intent }) => sum + (intent.kind === 'search' ? intent.queries.length : 0), 0);
  return { ...material, finds: material.finds.slice(before, before + wish.intent.queries.length) };
}

/**
 * What the engine says when it speaks for itself: rules find what each ask wants, the same tools a model has bring the
 * material, and the answer quotes it. Nothing is said that no message holds.
 */
export const chatPolicy: Policy = (messages, tools) => {
  const { system, human, results } = turnOf(messages);
  const selfName = SelfRow.safeParse(rowsOf(system, 'self')[0]).data?.name ?? '';
  const [, only, named] = /Answer (only )?in (Chinese|English)\./.exec(human) ?? [];
  const locale: Locale = named === 'English' ? 'en' : 'zh';
  const found = wishesOf(z.array(AskRow).parse(rowsOf(human, 'asks')), selfName, locale);
  const wishes = only ? found.map((wish) => ({ ...wish, language: locale })) : found;
  const needs = needsOf(wishes);
  const called = needs.filter(({ call }) => tools.some(({ name }) => name === call.name)).slice(0, TURN_LIMITS.toolCalls);
  if (results.length === 0 && called.length > 0) return { calls: called.map(({ call }) => call) };
  return {
    text: compose(wishes, (wish) => {
      const need = needs.find((one) => one.wishes.includes(wish));
      if (need === undefined) return undefined;
      if (!tools.some(({ name }) => name === need.call.name)) return 'no-skill';
      const brought = results[called.indexOf(need)];
      return brought === undefined ? 'too-many' : ownOf(wish, need, materialIn(brought));
    }),
  };
};
