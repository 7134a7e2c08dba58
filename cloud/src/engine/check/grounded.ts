import { fold } from '../text/fold';
import { speakersIn } from './attribution';
import { latinWords, nameTokens } from './names';
import { numbersIn } from './numerals';
import { timesIn } from './times';

export interface CitedMessage {
  id: string;
  author: string;
  text: string;
  /** Ways of saying when it was sent, which a sentence may use: ["7月25日 20:14", "20:14"]. */
  when?: readonly string[] | undefined;
}

export interface Sentence {
  text: string;
  cites: readonly string[];
}

/** `why` names what the cited messages do not hold: cites, number, time, name, quote or speaker. */
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

/**
 * Whether the cited messages hold what a sentence claims: each number (三 is 3), each word for a time (周六 is Saturday),
 * each Latin name, each of `members`' names, each quotation to the letter; and whoever is said to have said something
 * must be an author among them. Strict: in doubt it fails.
 */
export function grounded(sentence: Sentence, cited: readonly CitedMessage[], members: readonly string[] = []): Grounding {
  if (sentence.cites.length === 0) return no('cites');
  const messages = sentence.cites.map((id) => cited.find((message) => message.id === id));
  const found = messages.filter((message) => message !== undefined);
  if (found.length < messages.length) return no('cites');
  const text = withoutSendTimes(fold(sentence.text), found);
  const held = fold(found.map((m) => `${m.author}\n${m.text}`).join('\n'));
  const number = missing(numbersIn(text), numbersIn(held, true));
  if (number !== undefined) return no(`number ${number}`);
  const time = missing(timesIn(text), timesIn(held));
  if (time !== undefined) return no(`time ${time}`);
  const name = nameMissing(sentence.text.normalize('NFKC'), held, latinWords(held)) ?? memberMissing(text, members, held);
  if (name !== undefined) return no(`name ${name}`);
  const quote = quoteMissing(sentence.text, found.map((m) => squeezed(m.text)));
  if (quote !== undefined) return no(`quote ${quote}`);
  const authors = new Set(found.map((m) => fold(m.author)));
  const { known, unknown } = speakersIn(text, [...new Set([...members, ...cited.map((m) => m.author)])]);
  const speaker = known.find((who) => !authors.has(fold(who))) ?? unknown[0];
  return speaker === undefined ? { ok: true } : no(`speaker ${speaker}`);
}

/** Whether a sentence says anything that needs a source: a number, a time, a name, a quotation, a speaker. */
export function checkable(text: string, members: readonly string[] = []): boolean {
  const folded = fold(text);
  if (numbersIn(folded).size > 0 || timesIn(folded).size > 0 || nameTokens(text.normalize('NFKC')).length > 0) return true;
  if (members.some((name) => name !== '' && folded.includes(fold(name))) || new RegExp(QUOTES.source).test(text)) return true;
  const { known, unknown } = speakersIn(folded, members);
  return known.length + unknown.length > 0;
}
