import { listUsers } from '../../account';
import type { Account, AccountTodo, Line, Locale } from '../../agents';
import { SECOND, dateAt } from '../../infra/clock';
import { wordsOf, type MessageDoc } from '../../message';
import type { AssistantDoc, PaiDoc } from '../../pai';
import type { TodoDoc, ToldDoc } from '../../recap';
import { spansIn } from '../spansIn';

/** The people of a pai as a recap needs them. */
export interface People {
  names: string[];
  localeOf: (userId: string | undefined) => Locale;
  /** The member called so; undefined when several are, or nobody is any more. */
  idOf: (name: string) => string | undefined;
}

export async function peopleOf({ members }: PaiDoc): Promise<People> {
  const users = await listUsers(members.map(({ userId }) => userId));
  const called = (name: string) => users.filter(({ nickname }) => nickname === name);
  return {
    names: users.map(({ nickname }) => nickname),
    localeOf: (userId) => users.find(({ _id }) => _id === userId)?.locale ?? 'zh',
    idOf: (name) => (called(name).length === 1 ? called(name)[0]?._id : undefined),
  };
}

/** The language a role writes in for somebody. */
export const languageOf = ({ language }: AssistantDoc, locale: Locale): Locale => (language === 'auto' ? locale : language);

export const lineOf = (doc: MessageDoc): Line => ({ seq: doc.seq, author: doc.senderName, at: Math.floor(doc.sentAt.getTime() / SECOND), text: wordsOf(doc) ?? '' });

function ownerOf({ owner, cites }: AccountTodo, people: People, docs: ReadonlyMap<number, MessageDoc>): TodoDoc['owner'] {
  if (owner === undefined) return undefined;
  const said = docs.get(cites[0] ?? 0);
  const id = said?.senderName === owner ? said.senderId : people.idOf(owner);
  return { name: owner, ...(id ? { id } : {}) };
}

/** By when a to-do is due, read from its words as of when they were said; undefined when they say no such time. */
function dueAtOf({ due, cites }: AccountTodo, docs: ReadonlyMap<number, MessageDoc>): Date | undefined {
  const said = docs.get(cites[0] ?? 0);
  const [span] = due === undefined || !said ? [] : spansIn(due, said.sentAt);
  return span && dateAt(span.to);
}

/** An account as it is kept: owners are people where it is known who is meant, and to-dos have the time their words say. */
export function toldOf(account: Account, people: People, cited: readonly MessageDoc[]): ToldDoc {
  const docs = new Map(cited.map((doc) => [doc.seq, doc]));
  const todos = account.todos.map((todo): TodoDoc => {
    const owner = ownerOf(todo, people, docs);
    const dueAt = dueAtOf(todo, docs);
    return { text: todo.text, cites: todo.cites, ...(owner ? { owner } : {}), ...(todo.due ? { due: todo.due } : {}), ...(dueAt ? { dueAt } : {}) };
  });
  return { ...account, todos };
}
