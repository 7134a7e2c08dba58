import { checkable, grounded } from '../../engine/check';
import { claimsAct } from './claims';
import type { Memory } from './memory';
import { sentencesSaid, type Said } from './parse';
import { isHeading, isOwnPhrase } from './phrases';
import type { Part } from './types';

const MOST_PARTS = 30;
const MOST_FREE = 5;
/** Words that report what people said or claim that something was done: they need a source whatever else they hold. */
const CLAIMS = /说过?|提到|决定|同意|答应|反对|讨论|聊(?:了|到|过)|已经?|刚才|设(?:好|置)|订好|安排好|通知了|发(?:了|给)|提醒(?:你|大家|过)|不(?:去|来|同意)|都(?:要|会|不|没)|\b(?:said|says|told|mentioned|decided|agreed|refused|discussed|talked|already|have (?:set|sent|booked|done)|i(?:'ve| have| will|'ll) (?:set|send|book|remind|tell)|everyone|nobody)\b/i;

const QUOTED = /[“「『"][^“”「」『』"]*[”」』"]/g;
const ROLE_WORDS = { owner: '派主 群主 owner', admin: '管理员 admin', member: '成员 member' };

export interface Sifted {
  parts: Part[];
  dropped: number;
}

/** What the sentences of an answer are judged by. */
export interface Bench {
  memory: Memory;
  /** Seqs of the asks: a sentence may take up what the asker said. */
  asks: readonly number[];
  members: readonly string[];
  /** An account of the talk was asked for: nothing stands without a source. */
  isRecap: boolean;
  /** How the role is told to speak. */
  manner: string;
  /** What else was given to read: how the role is called, what is kept in mind. */
  heard: readonly string[];
  /** A proposal comes with the answer. */
  proposes: boolean;
  /** The last sentence is still being written: it stands until it is whole. */
  isOpen: boolean;
}

const squeezed = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Repeats words of a message without saying so: what a model does that takes a message for an order. */
function echoes(text: string, { memory, asks, heard }: Bench): boolean {
  const words = squeezed(text);
  if (words.length < 4) return false;
  return heard.some((own) => squeezed(own).includes(words)) || memory.cited().some(({ id, text: own, author }) => (!asks.includes(Number(id)) && squeezed(own).includes(words)) || squeezed(author).includes(words));
}

/** Recites how it is to speak: an order in a role text gives the answer a tone, never its words. */
function recites(text: string, { manner }: Bench): boolean {
  const words = squeezed(text);
  return words.length >= 3 && squeezed(manner).includes(words);
}

/** Says who is here and what they are, and nothing that the list of members does not hold. */
function isOfPeople(text: string, { memory: { people }, members }: Bench): boolean {
  if (!people || !people.some(({ name }) => text.includes(name)) || CLAIMS.test(text)) return false;
  const list = people.map(({ name, role }) => `${name} ${ROLE_WORDS[role]}`).join('\n');
  return grounded({ text, cites: ['people'] }, [{ id: 'people', author: '', text: `${people.length} 个人 people here\n${list}` }], members).ok;
}

function stands(said: Said, bench: Bench, free: number): boolean {
  const { memory, asks, members, isRecap } = bench;
  const cited = memory.cited();
  if (isOwnPhrase(said.text) || memory.states(said.text)) return true;
  // what somebody else said is theirs; whether they said it is checked below
  const own = said.cites.length > 0 ? said.text.replace(QUOTED, '') : said.text;
  if (claimsAct(own, { names: members, cites: said.cites.length > 0, proposes: bench.proposes })) return false;
  if (said.cites.length > 0) return grounded({ text: said.text, cites: said.cites.map(String) }, cited, members).ok;
  if (isOfPeople(said.text, bench)) return true;
  // with messages read the answer is about them, and each sentence must say where it is from
  if (isRecap || memory.fromTools > 0 || free >= MOST_FREE || CLAIMS.test(said.text) || echoes(said.text, bench) || recites(said.text, bench)) return false;
  return !checkable(said.text, members) || grounded({ text: said.text, cites: asks.map(String) }, cited, members).ok;
}

/** Headings nothing follows say nothing. */
const withoutEmptyHeadings = (said: readonly Said[]): Said[] => said.filter((s, i) => !isHeading(s.text) || (said[i + 1] !== undefined && !isHeading((said[i + 1] as Said).text)));

const isLatinEnd = (text: string): boolean => /[\p{Script=Latin}\p{N}.!?,;:)”"]$/u.test(text);

/** Puts line breaks and spaces between sentences, so that the texts of the parts join to the message. */
const joined = (said: readonly Said[]): Part[] =>
  said.map(({ text, cites, opensLine }, i) => {
    const before = said[i - 1];
    const gap = before === undefined ? '' : opensLine ? '\n' : isLatinEnd(before.text) ? ' ' : '';
    return { text: gap + text, cites };
  });

/** Takes a model's text apart and leaves only the sentences that stand. */
export function sift(text: string, bench: Bench): Sifted {
  const said = sentencesSaid(text);
  let free = 0;
  const standing = said.filter((sentence, i) => {
    const ok = (bench.isOpen && i === said.length - 1) || stands(sentence, bench, free);
    if (ok && sentence.cites.length === 0) free++;
    return ok;
  });
  const kept = withoutEmptyHeadings(standing).slice(0, MOST_PARTS);
  const headings = standing.filter((s) => isHeading(s.text)).length - kept.filter((s) => isHeading(s.text)).length;
  return { parts: joined(kept), dropped: said.length - kept.length - headings };
}
