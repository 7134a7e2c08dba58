import { statSync, writeFileSync } from 'node:fs';
import { candidatesOf } from '../../cloud/src/engine/threads/candidates';
import { FEATURES, Featuriser } from '../../cloud/src/engine/threads/features';
import { linesOf, type Line } from '../../cloud/src/engine/threads/lines';
import type { Net } from '../../cloud/src/engine/threads/model';
import { bestOf } from '../../cloud/src/engine/threads/best';
import { featuresNow } from '../../cloud/src/engine/threads/samples';
import { State } from '../../cloud/src/engine/threads/state';
import { readEntangled, type EntangledMessage } from '../../tests/evals/entangled';
import { FIRST_SCORED, readIrc, type IrcLog } from '../../tests/evals/irc';
import { runScript } from '../runScript';
import { chanceOf } from './chance';
import { Ranker, type Choice } from './ranker';

/*
 * tsx scripts/learn/threads.ts <folder of annotated chat logs> <entangled chats>: learns the weights of engine/threads.
 * The same files give the same weights. Only weights are written, no word of the logs.
 */

const TARGET = 'cloud/src/engine/threads/weights.json';
/** Context before the annotated part that is worth linking. */
const WARM_UP = 150;
const PASSES = 2;
/** First lines of what a newcomer sees of a log. */
const CROPS = [FIRST_SCORED - 30, FIRST_SCORED + 90];

/** A log, with what each annotated message answers (itself where it opens). */
export interface Gold {
  lines: readonly Line[];
  parents: ReadonlyMap<number, ReadonlySet<number>>;
  from: number;
}

/** `opening`: what a thread of its own is worth beyond the single link, since a wrong link joins two threads. */
const SETTINGS = {
  room: { units: 16, rounds: 10, rate: 0.005, decay: 0.01, drop: 0.3, opening: 0.6 },
  served: { units: 16, rounds: 10, rate: 0.005, decay: 0.01, drop: 0.2, opening: 0 },
} as const;

/** Everyone answers the line before: where learning starts. */
const PREVIOUS: Net = { straight: Float64Array.from({ length: FEATURES }, (_, f) => (f === 0 ? -1 : 0)), hidden: [], bias: [], out: [] };

/** The choices met while a log is linked by a net: what it linked before shapes what it sees. */
function choicesIn({ lines, parents, from }: Gold, net: Net): Choice[] {
  const state = new State(lines);
  const featuriser = new Featuriser(lines, state);
  return lines.flatMap((_, i) => {
    const candidates = candidatesOf(i, state);
    const found = i < from || candidates.length === 1 ? i : bestOf(i, candidates, featuriser, net);
    const gold = parents.get(i);
    const right = candidates.flatMap((candidate, place) => (gold?.has(candidate) ? [place] : []));
    const choice = i < from || candidates.length === 1 || right.length === 0 ? [] : [{ rows: candidates.map((candidate) => featuriser.of(i, candidate).copy()), right }];
    state.link(i, found);
    return choice;
  });
}

/** Learns in passes: from logs linked by a plain rule, then from logs linked by what came of that. */
export function learnThreads(logs: readonly Gold[], kind: keyof typeof SETTINGS): Net {
  const { opening, ...settings } = SETTINGS[kind];
  let net = PREVIOUS;
  for (let pass = 0; pass < PASSES; pass++) {
    const ranker = new Ranker({ features: FEATURES, chance: chanceOf(7), ...settings });
    net = ranker.learn(logs.flatMap((log) => choicesIn(log, net)));
  }
  return { ...net, straight: Float64Array.from(net.straight, (weight, f) => (f === 0 ? weight + opening : weight)) };
}

/** A log without its first lines: so much is seen of a room that was just entered. */
function cropped({ messages, gold }: IrcLog, first: number): Gold {
  const shifted = [...gold].map(([i, parents]): [number, Set<number>] => [i - first, new Set([...parents].map((parent) => parent - first))]);
  return { lines: linesOf(messages.slice(first)), parents: new Map(shifted), from: Math.max(0, FIRST_SCORED - WARM_UP - first) };
}

/** Each log whole and cropped: who speaks for the first time tells something in a long log and nothing in a short one. */
export const roomGold = (logs: readonly IrcLog[]): Gold[] => logs.flatMap((log) => [0, ...CROPS].map((first) => cropped(log, first)));
export const servedGold = (chats: readonly EntangledMessage[][]): Gold[] =>
  chats.map((messages) => ({ lines: linesOf(messages), parents: new Map(messages.map(({ goldReply }, i) => [i, new Set([goldReply ?? i])])), from: 0 }));

function packed({ straight, hidden, bias, out }: Net): { units: number; values: string } {
  const values = Float32Array.from([straight, hidden, bias, out].flatMap((part) => Array.from(part)));
  return { units: out.length, values: Buffer.from(values.buffer).toString('base64') };
}

function main(folder: string | undefined, file: string | undefined): void {
  if (!folder || !file) throw new Error('usage: tsx scripts/learn/threads.ts <folder of annotated chat logs> <entangled chats>');
  const learnt = { features: featuresNow(), room: packed(learnThreads(roomGold(readIrc(folder)), 'room')), served: packed(learnThreads(servedGold(readEntangled(file)), 'served')) };
  writeFileSync(TARGET, `${JSON.stringify(learnt, null, 1)}\n`);
  console.log(`${TARGET}: ${statSync(TARGET).size} bytes`);
}

runScript('threads', () => main(process.argv[2], process.argv[3]));
