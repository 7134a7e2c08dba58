import { gist } from './english';
import { meantIn } from './meanings';
import { isWish } from './relevance';
import { clauseAt, readable, type Said } from './said';
import type { ReadConstraint, TalkContext, TalkMessage, TalkWish } from './types';
import { unsays, withdrawnBy } from './withdraw';
import { wishes } from './wishes';

const strip = ({ type, op, value }: ReadConstraint): TalkWish['constraints'][number] => ({ type, op, value });

/** 哦不对: what comes next stands in the place of what came before. */
const CORRECTION = /^\s*(?:哦|噢|啊|诶|呃|嗯|等等)*(?:不对|不是|说错了?|错了|记错了|更正|打错了?)[了啊哈]?\s*$/;

const isCorrection = ({ clauses }: Said, start: number): boolean => CORRECTION.test(clauses[clauses.findIndex((clause) => clause.start === start) - 1]?.text ?? '');

/** The wishes of one message, one for each clause that holds any. */
function wishesOf(message: TalkMessage, context: TalkContext): TalkWish[] {
  const now = new Date(message.at * 1000).toISOString();
  const said = readable(message.text);
  const { constraints } = wishes({ ...context, text: message.text, now });
  const meant = meantIn(said, message, context.kinds ?? {}, constraints);
  const clauses = new Map<number, ReadConstraint[]>();
  for (const constraint of [...constraints, ...meant.map((one) => one.constraint)]) {
    const { start } = clauseAt(said, constraint.span[0]);
    clauses.set(start, [...(clauses.get(start) ?? []), constraint]);
  }
  return [...clauses].sort(([a], [b]) => a - b).reduce<TalkWish[]>((before, [start, read]) => {
    const clause = clauseAt(said, start);
    if (!isWish(gist(clause.text), gist(said.text), read, context.people ?? [])) return before;
    const meanings = meant.filter(({ constraint }) => read.includes(constraint)).map(({ meaning }) => meaning);
    const wish: TalkWish = { id: `${message.id}:${start}`, messageId: message.id, author: message.author, constraints: read.map(strip), words: message.text.slice(clause.start, clause.end).trim(), ...(meanings.length > 0 ? { meanings } : {}) };
    return [...before, isCorrection(said, start) ? withdrawnBy(wish, before, true) : wish];
  }, []);
}

/** A message that takes back what its author said last, or what it answers. */
function unsaid(message: TalkMessage, mine: readonly TalkWish[]): TalkWish[] {
  if (!unsays(gist(message.text))) return [];
  const about = mine.find(({ messageId }) => messageId === message.replyTo)?.messageId ?? mine.at(-1)?.messageId;
  const withdraws = mine.filter(({ messageId }) => messageId === about).map(({ id }) => id);
  return withdraws.length === 0 ? [] : [{ id: `${message.id}:0`, messageId: message.id, author: message.author, constraints: [], words: message.text.trim(), withdraws }];
}

/** Wishes that still hold: not withdrawn by a later one, and with something in them. */
export function standing<T extends Pick<TalkWish, 'id' | 'constraints' | 'withdraws'>>(all: readonly T[]): T[] {
  const withdrawn = new Set(all.flatMap(({ withdraws = [] }) => withdraws));
  return all.filter(({ id, constraints }) => constraints.length > 0 && !withdrawn.has(id));
}

/**
 * Which clauses of whose messages are wishes for the trip, in the order they were said, each with what it withdraws of
 * the same author's earlier ones. What is left of a wish that is withdrawn in part stands in the one that withdraws it.
 */
export function collectWishes(messages: readonly TalkMessage[], context: TalkContext = {}): { wishes: TalkWish[] } {
  const all: TalkWish[] = [];
  const held = new Map<string, TalkWish[]>();
  for (const message of messages) {
    const mine = held.get(message.author) ?? [];
    const taken = unsaid(message, mine);
    const found = taken.length > 0 ? taken : wishesOf(message, context).map((wish) => withdrawnBy(wish, mine));
    all.push(...found);
    held.set(message.author, standing([...mine, ...found]));
  }
  return { wishes: all };
}
