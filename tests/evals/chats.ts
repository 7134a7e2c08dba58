import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { recap, type Cited, type RecapMessage, type Todo } from '../../cloud/src/engine/recap/index';
import type { Measure } from './measure';
import { f1 } from './metrics';

/**
 * Everyday group chats of our own, tests/evals/chats/*.txt. "# title" opens a chat; a line is "author: text"; after ##
 * stands what is true of it: `T owner @due` a to-do (action + owner or time; - for no owner), `D1` a proposal that
 * becomes decision 1, `A1` words of somebody else that agree to it, `Q` a question that stays open. `dev` was looked at
 * while the rules were written, `held` was written before and not looked at.
 */
interface Chat {
  title: string;
  messages: RecapMessage[];
  todos: { id: string; owner: string | null; due: string | null }[];
  /** Ids of the messages that propose each decision. */
  decisions: string[][];
  questions: string[];
}

const SECONDS_APART = 40;

function readTag(chat: Chat, id: string, tag: string): void {
  const [kind = '', ...rest] = tag.split(' ');
  if (kind === 'T') {
    const due = rest.find((word) => word.startsWith('@'))?.slice(1) ?? null;
    const owner = rest.filter((word) => !word.startsWith('@')).join(' ');
    chat.todos.push({ id, owner: owner === '-' ? null : owner, due });
  } else if (kind === 'Q') chat.questions.push(id);
  else if (kind.startsWith('D')) (chat.decisions[Number(kind.slice(1)) - 1] ??= []).push(id);
  else if (!kind.startsWith('A')) throw new Error(`${chat.title}: what is ${tag}?`);
}

function readChat(block: string): Chat {
  const [title = '', ...lines] = block.trim().split('\n');
  const chat: Chat = { title, messages: [], todos: [], decisions: [], questions: [] };
  lines.forEach((line, i) => {
    const id = `${title}-${i}`;
    const [said = '', tags = ''] = line.split(' ## ');
    const colon = said.indexOf(': ');
    chat.messages.push({ id, author: said.slice(0, colon), at: i * SECONDS_APART, text: said.slice(colon + 2).trim() });
    for (const tag of tags.split('; ').filter(Boolean)) readTag(chat, id, tag.trim());
  });
  return chat;
}

const readChats = (half: string): Chat[] =>
  readFileSync(resolve(`tests/evals/chats/${half}.txt`), 'utf8')
    .split(/^# /m)
    .filter((block) => block.trim() !== '')
    .map(readChat);

interface Tally {
  shared: number;
  found: number;
  gold: number;
  owners: number;
  dues: number;
  dated: number;
}

const none = (): Tally => ({ shared: 0, found: 0, gold: 0, owners: 0, dues: 0, dated: 0 });
const score = (tally: Tally): number => f1(tally.shared, tally.found, tally.gold);

/** Pairs each gold item with one found item that `fits`, counts them and gives the pairs. */
function pair<G, F>(tally: Tally, gold: readonly G[], found: readonly F[], fits: (g: G, f: F) => boolean): [G, F][] {
  const left = new Set(found);
  const pairs = gold.flatMap((g): [G, F][] => {
    const hit = [...left].find((f) => fits(g, f));
    if (hit !== undefined) left.delete(hit);
    return hit === undefined ? [] : [[g, hit]];
  });
  tally.shared += pairs.length;
  tally.found += found.length;
  tally.gold += gold.length;
  return pairs;
}

function measureTodos(tally: Tally, chat: Chat, found: readonly Todo[]): void {
  const fits = (g: Chat['todos'][number], f: Todo): boolean => f.cites.includes(g.id);
  for (const [g, f] of pair(tally, chat.todos, found, fits)) {
    tally.owners += Number(g.owner === f.owner);
    if (g.due === null && f.due === null) continue;
    tally.dated++;
    tally.dues += Number(g.due !== null && f.due !== null && (f.due.includes(g.due) || g.due.includes(f.due)));
  }
}

const cites = (found: Cited, ids: readonly string[]): boolean => found.cites.some((id) => ids.includes(id));

function measureHalf(half: string): Measure[] {
  const [todos, decisions, questions] = [none(), none(), none()];
  for (const chat of readChats(half)) {
    const found = recap({ messages: chat.messages, budget: 200 });
    measureTodos(todos, chat, found.todos);
    pair(decisions, chat.decisions, found.decisions, (g, f) => cites(f, g));
    pair(questions, chat.questions, found.questions, (g, f) => f.cites.includes(g));
  }
  const bar = half === 'dev' ? 0.8 : 0.7;
  return [
    { name: `chats ${half} to-do F1`, figure: score(todos), bar },
    { name: `chats ${half} to-do owner right`, figure: todos.owners / Math.max(1, todos.shared), bar: 0.9 },
    { name: `chats ${half} to-do due right`, figure: todos.dues / Math.max(1, todos.dated), bar: 0.9 },
    { name: `chats ${half} decision F1`, figure: score(decisions), bar },
    { name: `chats ${half} open question F1`, figure: score(questions) },
  ];
}

export const measureChats = (): Measure[] => [...measureHalf('dev'), ...measureHalf('held')];
