import { fold } from '../text/fold';
import { speechesIn, wronglyDoing } from './attribution';
import { withoutDays, type Sent } from './days';
import { latinWords, nameTokens } from './names';
import { measuresIn, numbersIn } from './numerals';
import { contradiction } from './polarity';
import { timesIn } from './times';

export interface CitedMessage {
  id: string;
  author: string;
  text: string;
  /** Ways of saying when it was sent, which a sentence may use: ["7月25日 20:14", "20:14"]. */
  when?: readonly string[] | undefined;
  /** Given, a sentence may name the days it speaks of in other words: 11月27日 for 明天. */
  sent?: Sent | undefined;
}

export interface Sentence {
  text: string;
  cites: readonly string[];
}

/** `why` names what the cited messages do not hold: cites, number, time, name, quote, speaker, or what they deny (not). */
export type Grounding = { ok: true } | { ok: false; why: string };

const no = (why: string): Grounding => ({ ok: false, why });
const QUOTES = /[“「『"]([^“”「」『』"]+)[”」』"]/g;
const squeezed = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

const missing = (wanted: Iterable<string>, held: ReadonlySet<string>): string | undefined => [...wanted].find((value) => !held.has(value));

function nameMissing(text: string, held: string, words: ReadonlySet<string>): string | undefined {
  return nameTokens(text).find((token) => !words.has(token) && !held.includes(token));
}

/** A name in the sentence that is neither an author nor spoken of; names inside longer ones of the sentence aside. */
function memberMissing(sentence: string, members: readonly string[], held: string): string | undefined {
  const named = members.filter((name) => [...name].length >= 2 && sentence.includes(fold(name)));
  return named.find((name) => !held.includes(fold(name)));
}

function quoteMissing(text: string, texts: readonly string[]): string | undefined {
  const quotes = [...text.matchAll(QUOTES)].map((hit) => hit[1] as string);
  return quotes.find((quote) => quote.split('…').some((part) => !texts.some((own) => own.includes(squeezed(part)))));
}

/** The sentence without the times its sources were sent at: what is left must stand in their texts. */
function withoutSendTimes(text: string, found: readonly CitedMessage[]): string {
  const times = found.flatMap(({ when = [] }) => when.map(fold)).sort((a, b) => b.length - a.length);
  return times.reduce((rest, time) => rest.replace(new RegExp(`(?<!\\d)${time.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\d)`, 'g'), ' '), text);
}

/** A number that counts what the sources count otherwise: 5张 where they have 3张. */
function measureMissing(text: string, held: string): string | undefined {
  const there = measuresIn(held);
  for (const [unit, values] of measuresIn(text)) {
    const known = there.get(unit);
    const wrong = known === undefined ? undefined : missing(values, known);
    if (wrong !== undefined) return `${wrong}${unit}`;
  }
  return undefined;
}

/** What of a folded sentence the messages do not hold: facts alone, whoever said them. */
function factMissing(text: string, found: readonly CitedMessage[]): string | undefined {
  const rest = withoutDays(withoutSendTimes(text, found), found);
  const held = fold(found.map((m) => `${m.author}\n${m.text}`).join('\n'));
  const number = missing(numbersIn(rest), numbersIn(held, true)) ?? measureMissing(rest, held);
  if (number !== undefined) return `number ${number}`;
  const time = missing(timesIn(rest), timesIn(held));
  if (time !== undefined) return `time ${time}`;
  const denied = contradiction(rest, found.map((m) => m.text).join('\n'));
  return denied === undefined ? undefined : `not ${denied}`;
}

/** Whoever is said to have said something must have written it: their own messages hold the facts of it. */
function speakerWrong(text: string, found: readonly CitedMessage[], names: readonly string[]): string | undefined {
  const { known, unknown } = speechesIn(text, names);
  const wrong = known.find((speech) => {
    const own = found.filter((message) => fold(message.author) === fold(speech.who));
    return own.length === 0 || factMissing(speech.text, own) !== undefined || quoteMissing(speech.text, own.map((m) => squeezed(m.text))) !== undefined;
  });
  return wrong?.who ?? unknown[0] ?? wronglyDoing(text, found, names);
}

/**
 * Whether the cited messages hold what a sentence claims: each number (三 is 3, 1千5 is 1500) with what it counts, each
 * word for a time (周六 is Saturday), each Latin name, each of `members`' names, each quotation to the letter; it denies
 * what they deny and nothing else; and whoever is said to have said something must have written that. Strict: in doubt
 * it fails.
 */
export function grounded(sentence: Sentence, cited: readonly CitedMessage[], members: readonly string[] = []): Grounding {
  if (sentence.cites.length === 0) return no('cites');
  const messages = sentence.cites.map((id) => cited.find((message) => message.id === id));
  const found = messages.filter((message) => message !== undefined);
  if (found.length < messages.length) return no('cites');
  const text = fold(sentence.text);
  const fact = factMissing(text, found);
  if (fact !== undefined) return no(fact);
  const held = fold(found.map((m) => `${m.author}\n${m.text}`).join('\n'));
  const name = nameMissing(sentence.text.normalize('NFKC'), held, latinWords(held)) ?? memberMissing(text, members, held);
  if (name !== undefined) return no(`name ${name}`);
  const quote = quoteMissing(sentence.text, found.map((m) => squeezed(m.text)));
  if (quote !== undefined) return no(`quote ${quote}`);
  const speaker = speakerWrong(text, found, [...new Set([...members, ...cited.map((m) => m.author)])]);
  return speaker === undefined ? { ok: true } : no(`speaker ${speaker}`);
}

/** Whether a sentence says anything that needs a source: a number, a time, a name, a quotation, a speaker. */
export function checkable(text: string, members: readonly string[] = []): boolean {
  const folded = fold(text);
  if (numbersIn(folded).size > 0 || timesIn(folded).size > 0 || nameTokens(text.normalize('NFKC')).length > 0) return true;
  if (members.some((name) => name !== '' && folded.includes(fold(name))) || new RegExp(QUOTES.source).test(text)) return true;
  const { known, unknown } = speechesIn(folded, members);
  return known.length + unknown.length > 0;
}
