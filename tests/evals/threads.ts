import type { Threaded } from '../../cloud/src/engine/threads';
import { untangle } from '../../cloud/src/engine/threads/threads';
import { learnThreads, roomGold, servedGold } from '../../scripts/learn/threads';
import { HELPER, readEntangled, type EntangledMessage } from './entangled';
import { askEngine, evalFile } from './engine';
import { FIRST_SCORED, readIrc, type IrcLog } from './irc';
import type { Measure } from './measure';
import { f1, mean } from './metrics';

type Found = readonly Threaded[];

const BOT = /^(?:ubot|ubottu|floodbot|lotuspsychje_bot)|^dpkg$/i;
const LONG = 5000;
const FOLDS = 3;

const foundIn = (answer: unknown, count: number): Found => {
  const messages = (answer as { messages?: Found } | undefined)?.messages ?? [];
  return messages.length === count ? messages : [];
};

/** The place of the message that one answers, its own where it opens. */
const parentOf = (found: Found, i: number): number => Number(found[i]?.replyTo ?? i);

function linksOf({ messages, gold }: IrcLog, found: Found): { right: number; found: number; gold: number } {
  const scored = found.length === 0 ? [] : [...messages.keys()].filter((i) => i >= FIRST_SCORED);
  return { right: scored.filter((i) => gold.get(i)?.has(parentOf(found, i))).length, found: scored.length, gold: [...gold.values()].reduce((sum, parents) => sum + parents.size, 0) };
}

/** A name for the connected group of each annotated message. */
function goldClusters(gold: IrcLog['gold']): Map<number, number> {
  const up = new Map<number, number>();
  const rootOf = (i: number): number => (up.has(i) ? rootOf(up.get(i) as number) : i);
  for (const [message, parents] of gold) {
    for (const parent of parents) {
      const [a, b] = [rootOf(message), rootOf(parent)];
      if (a !== b) up.set(Math.max(a, b), Math.min(a, b));
    }
  }
  return new Map([...gold.keys()].map((message) => [message, rootOf(message)]));
}

function entropy(labels: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / labels.length) * Math.log2(count / labels.length), 0);
}

/** 1 − (H(G|P) + H(P|G)) / log2 n over the annotated messages. */
function variation({ gold }: IrcLog, found: Found): number {
  const clusters = [...goldClusters(gold)];
  const g = clusters.map(([, cluster]) => String(cluster));
  const p = clusters.map(([message]) => found[message]?.thread ?? '');
  const joint = entropy(g.map((label, i) => `${label}/${p[i]}`));
  return 1 - (2 * joint - entropy(g) - entropy(p)) / Math.log2(clusters.length);
}

/** Of the answers of bots, how many go to an author of a gold parent. */
function bots({ messages, gold }: IrcLog, found: Found): { right: number; all: number } {
  const answers = [...gold].filter(([i, parents]) => BOT.test(messages[i]?.author ?? '') && [...parents].some((parent) => parent !== i));
  const isRight = ([i, parents]: [number, Set<number>]): boolean => {
    const parent = parentOf(found, i);
    return parent !== i && [...parents].some((other) => other !== i && messages[other]?.author === messages[parent]?.author);
  };
  return { right: answers.filter(isRight).length, all: answers.length };
}

/** Whom a helper's message is meant for: by its replyTo, else by the last user before it in its thread. */
function userOf(chat: readonly EntangledMessage[], found: Found, i: number): string | undefined {
  let at = i;
  while (chat[at]?.author === HELPER && parentOf(found, at) < at) at = parentOf(found, at);
  if (at !== i && chat[at]?.author !== HELPER) return chat[at]?.author;
  return chat.slice(0, i).findLast((message, j) => message.author !== HELPER && found[j]?.thread === found[i]?.thread)?.author;
}

function attribution(chat: readonly EntangledMessage[], found: Found): { right: number; all: number } {
  const answers = [...chat.keys()].filter((i) => chat[i]?.author === HELPER && chat[i].goldReply !== null);
  return { right: answers.filter((i) => userOf(chat, found, i) === chat[chat[i]?.goldReply as number]?.author).length, all: answers.length };
}

/** Seconds for one log of 5,000 lines, start-up aside. */
async function secondsForLong(logs: readonly IrcLog[]): Promise<number> {
  const lines = logs.flatMap(({ messages }, log) => messages.map((message) => ({ ...message, at: message.at + log * 1e6 }))).slice(0, LONG);
  const { seconds: idle } = await askEngine('threads', [{ messages: [] }]);
  const { seconds } = await askEngine('threads', [{ messages: lines.map((message, i) => ({ ...message, id: String(i) })) }]);
  return seconds - idle;
}

const share = (counts: readonly { right: number; all: number }[]): number => counts.reduce((sum, { right }) => sum + right, 0) / counts.reduce((sum, { all }) => sum + all, 0);

/** Figures of links already found, one list for each log: by the shipped weights, or by others that have not seen the log. */
function ircMeasures(kind: string, logs: readonly IrcLog[], found: readonly Found[]): Measure[] {
  const links = logs.map((log, i) => linksOf(log, found[i] as Found));
  const sum = (key: 'right' | 'found' | 'gold'): number => links.reduce((total, link) => total + link[key], 0);
  return [
    { name: `${kind} link F`, figure: f1(sum('right'), sum('found'), sum('gold')), bar: 0.65, floor: 0.303 },
    { name: `${kind} VI`, figure: mean(logs.map((log, i) => variation(log, found[i] as Found))), bar: 0.87, floor: 0.522 },
    { name: `${kind} bot`, figure: share(logs.map((log, i) => bots(log, found[i] as Found))), bar: 0.95, floor: 0.982 },
  ];
}

const attributionMeasure = (kind: string, chats: readonly EntangledMessage[][], found: readonly Found[]): Measure => ({
  name: `${kind} attribution`,
  figure: share(chats.map((chat, i) => attribution(chat, found[i] as Found))),
  bar: 0.9,
  floor: 0.579,
});

/** What is found in each item by weights learnt from the other folds. */
function unseen<T>(items: readonly T[], learn: (rest: readonly T[]) => (item: T) => Found): Found[] {
  const folds = Array.from({ length: FOLDS }, (_, fold) => learn(items.filter((_item, i) => i % FOLDS !== fold)));
  return items.map((item, i) => (folds[i % FOLDS] as (item: T) => Found)(item));
}

/** The shipped weights have seen these very logs; weights that have not say what to expect elsewhere. */
function unseenMeasures(logs: readonly IrcLog[], chats: readonly EntangledMessage[][]): Measure[] {
  const ofLogs = unseen(logs, (rest) => {
    const net = learnThreads(roomGold(rest), 'room');
    return ({ messages }) => untangle(messages, () => net);
  });
  const ofChats = unseen(chats, (rest) => {
    const net = learnThreads(servedGold(rest), 'served');
    return (chat) => untangle(chat, () => net);
  });
  return [...ircMeasures('threads unseen', logs, ofLogs), attributionMeasure('threads unseen', chats, ofChats)];
}

export async function measureThreads(): Promise<Measure[]> {
  const logs = readIrc(evalFile('irc-disentanglement'));
  const chats = readEntangled(evalFile('crosswoz/entangled_val.jsonl'));
  const asLine = (messages: readonly { id: string; author: string; at: number; text: string }[]): unknown => ({ messages: messages.map(({ id, author, at, text }) => ({ id, author, at, text })) });
  const lines = [...logs.map(({ messages }) => asLine(messages)), ...chats.map(asLine)];
  const { answers } = await askEngine('threads', lines);
  const ofLogs = logs.map(({ messages }, i) => foundIn(answers[i], messages.length));
  const ofChats = chats.map((chat, i) => foundIn(answers[logs.length + i], chat.length));
  return [
    ...ircMeasures('threads', logs, ofLogs),
    { name: 'threads seconds for 5,000 lines', figure: await secondsForLong(logs), bar: 5, lowerIsBetter: true },
    attributionMeasure('threads', chats, ofChats),
    ...unseenMeasures(logs, chats),
  ];
}
