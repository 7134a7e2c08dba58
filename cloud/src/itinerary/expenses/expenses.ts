import type { z } from 'zod';
import { settle } from '@shared/domain/settle/settle';
import { LIMITS } from '@shared/domain/limits';
import { cleanLine, graphemeCount } from '@shared/domain/text';
import type { Expense, ExpensesReply, NewExpenseBody } from '@shared/wire/itinerary';
import { AppError } from '../../errors';
import { now } from '../../infra/clock';
import { newId } from '../../infra/ids';
import { requireVoice } from '../../message';
import { memberOf } from '../../pai';
import { requireHarmless } from '../../safety';
import { accessItinerary, isKeeper, partyOf, type ItineraryAccess } from '../access';
import { tellChanged } from '../news';
import { namesOf } from '../present';
import { requireStop } from '../stops';
import type { ExpenseDoc } from './model';
import { countExpenses, findExpense, hasExpense, insertExpense, listExpenses, markRemoved } from './store';

/** Of an account that is deleted; its sums stay. */
export const GONE = '已注销';

type Book = z.infer<typeof ExpensesReply>;
type Body = z.infer<typeof NewExpenseBody>;

const present = (doc: ExpenseDoc, names: ReadonlyMap<string, string>): Expense => ({
  id: doc._id,
  title: doc.title,
  payer: doc.payer,
  cents: doc.cents,
  for: doc.for,
  ...(doc.weights ? { weights: doc.weights } : {}),
  ...(doc.itemId ? { itemId: doc.itemId } : {}),
  by: { id: doc.byId, name: names.get(doc.byId) ?? GONE, kind: 'user' },
  at: doc.at.toISOString(),
  ...(doc.removed ? { removedAt: doc.removed.at.toISOString() } : {}),
});

/** Every expense, what each is owed or owes, and the fewest transfers that even it out. Nothing is paid here. */
export async function bookOf({ pai, doc }: Pick<ItineraryAccess, 'pai' | 'doc'>): Promise<Book> {
  const docs = await listExpenses(doc._id);
  const live = docs.filter(({ removed }) => !removed);
  const people = [...new Set([...partyOf(pai, doc), ...live.flatMap((one) => [one.payer, ...one.for])])];
  const names = await namesOf([...people, ...docs.flatMap(({ byId, payer, for: shared }) => [byId, payer, ...shared])]);
  const { balances, transfers } = settle({ people, expenses: live });
  return {
    expenses: docs.map((one) => present(one, names)),
    balances: balances.map(({ id, cents }) => ({ id, name: names.get(id) ?? GONE, cents })),
    transfers,
    total: live.reduce((sum, { cents }) => sum + cents, 0),
  };
}

/** Throws `pai/…`, `itinerary/not-found`. */
export const readExpenses = async (userId: string, paiId: string, id: string): Promise<Book> => bookOf(await accessItinerary(userId, paiId, id));

async function acceptTitle(text: string): Promise<string> {
  const title = cleanLine(text);
  if (title === '') throw new AppError('itinerary/empty', { field: 'title' });
  if (graphemeCount(title) > LIMITS.expenseTitleGraphemes) throw new AppError('expense/title-long', { field: 'title', params: { max: LIMITS.expenseTitleGraphemes } });
  await requireHarmless(title, 'title');
  return title;
}

function requirePeople({ pai }: ItineraryAccess, { payer, for: shared, weights }: Body): void {
  if (!memberOf(pai, payer)) throw new AppError('itinerary/not-member', { field: 'payer' });
  if (!shared.every((id) => memberOf(pai, id))) throw new AppError('itinerary/not-member', { field: 'for' });
  if (new Set(shared).size < shared.length) throw new AppError('expense/same-person', { field: 'for' });
  if (weights && weights.length !== shared.length) throw new AppError('expense/weights', { field: 'weights', params: { count: shared.length } });
}

/**
 * Notes money somebody laid out for some of the pai; once however often it is sent. Throws `pai/…`,
 * `itinerary/not-found`, `itinerary/not-member`, `itinerary/stop-unknown`, `expense/…`, `member/muted`, `text/unsafe`.
 */
export async function addExpense(userId: string, paiId: string, id: string, body: Body): Promise<{ book: Book; repeat: boolean }> {
  const access = await accessItinerary(userId, paiId, id);
  if (await hasExpense(id, userId, body.clientMsgId)) return { book: await bookOf(access), repeat: true };
  requireVoice(access);
  requirePeople(access, body);
  if (body.itemId !== undefined) requireStop(access.doc, body.itemId);
  if ((await countExpenses(id)) >= LIMITS.expenses) throw new AppError('expense/too-many', { params: { max: LIMITS.expenses } });
  const { clientMsgId, payer, cents, for: shared, weights, itemId } = body;
  await insertExpense({ _id: newId(), itineraryId: id, paiId, clientMsgId, byId: userId, title: await acceptTitle(body.title), payer, cents, for: shared, ...(weights ? { weights } : {}), ...(itemId === undefined ? {} : { itemId }), at: now() });
  tellChanged(access.pai, access.doc);
  return { book: await bookOf(access), repeat: false };
}

/** Marks an expense as removed: who noted or paid it, the owner and admins. Throws `expense/not-found`, `expense/not-yours`, too. */
export async function removeExpense(userId: string, paiId: string, id: string, expenseId: string): Promise<Book> {
  const access = await accessItinerary(userId, paiId, id);
  const doc = await findExpense(id, expenseId);
  if (!doc) throw new AppError('expense/not-found');
  if (doc.byId !== userId && doc.payer !== userId && !isKeeper(access)) throw new AppError('expense/not-yours');
  await markRemoved(expenseId, userId, now());
  tellChanged(access.pai, access.doc);
  return bookOf(access);
}
