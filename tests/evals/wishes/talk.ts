import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Constraint } from '../../../shared/domain/itinerary/types';
import { collectWishes, type TalkMessage } from '../../../cloud/src/engine/wishes';
import { CITY } from './city';
import { goldOf } from './requests';

/**
 * Talks of groups before a trip, of our own: tests/evals/wishes/talk-*.txt. "# title" opens a talk, a line is
 * "author: text"; after ## the wishes of that line as in the requests, and xN: it takes back what line N (from 0, counted
 * through the file) wished. `dev` was looked at while the rules were written, `held` was written before and not looked at.
 */
interface Line {
  message: TalkMessage;
  gold: Constraint[];
  withdraws: string[];
}

/** Monday 23 November 2026, nine in Shanghai. */
const START = 1_795_395_600;
const SECONDS_APART = 40;

function readTalks(half: string): Line[][] {
  let count = 0;
  return readFileSync(resolve(`tests/evals/wishes/talk-${half}.txt`), 'utf8')
    .split(/^# .*$/m)
    .map((block) => block.trim().split('\n').filter((line) => line.includes(': ')))
    .filter((lines) => lines.length > 0)
    .map((lines) =>
      lines.map((line) => {
        const [said = '', short = ''] = line.split(' ## ');
        const [author = ''] = said.split(': ');
        const tags = short.split(';').map((tag) => tag.trim()).filter(Boolean);
        const message = { id: String(count), author, at: START + count++ * SECONDS_APART, text: said.slice(author.length + 2).trim() };
        return { message, gold: tags.filter((tag) => !/^x\d/.test(tag)).map(goldOf), withdraws: tags.filter((tag) => /^x\d/.test(tag)).map((tag) => tag.slice(1)) };
      }),
    );
}

const keyOf = (id: string, { type, op, value }: Constraint): string => `${id} ${type} ${op} ${JSON.stringify(value)}`;

/** Wishes found and wished, each with its message, and what takes back what. */
export function talkKeys(half: string): { found: Set<string>; gold: Set<string>; takenBack: { found: Set<string>; gold: Set<string> } } {
  const keys = { found: new Set<string>(), gold: new Set<string>(), takenBack: { found: new Set<string>(), gold: new Set<string>() } };
  for (const lines of readTalks(half)) {
    const { wishes } = collectWishes(lines.map(({ message }) => message), CITY);
    const held = new Map(wishes.map((wish) => [wish.id, wish]));
    for (const wish of wishes) {
      // what is carried over from a wish taken back in part was wished before
      const carried = new Set((wish.withdraws ?? []).flatMap((id) => (held.get(id)?.constraints ?? []).map((one) => keyOf('', one))));
      for (const constraint of wish.constraints) if (!carried.has(keyOf('', constraint))) keys.found.add(keyOf(wish.messageId, constraint));
      for (const id of wish.withdraws ?? []) keys.takenBack.found.add(`${wish.messageId} ${id.split(':')[0]}`);
    }
    for (const { message, gold, withdraws } of lines) {
      for (const constraint of gold) keys.gold.add(keyOf(message.id, constraint));
      for (const id of withdraws) keys.takenBack.gold.add(`${message.id} ${id}`);
    }
  }
  return keys;
}
