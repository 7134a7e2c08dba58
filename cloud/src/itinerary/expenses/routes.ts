import { z } from 'zod';
import { Id } from '@shared/wire/base';
import { ExpensesReply, NewExpenseBody } from '@shared/wire/itinerary';
import { route, userOf, type Route } from '../../http/route';
import { addExpense, readExpenses, removeExpense } from './expenses';

const OfItinerary = z.object({ paiId: Id, itineraryId: Id });
const EXPENSES = '/pais/:paiId/itineraries/:itineraryId/expenses';

export const expenseRoutes: Route[] = [
  route({ method: 'get', path: EXPENSES, summary: 'What was laid out for an itinerary, and who owes whom', right: 'member', params: OfItinerary, reply: ExpensesReply }, async (input) =>
    readExpenses(userOf(input), input.params.paiId, input.params.itineraryId),
  ),
  route({ method: 'post', path: EXPENSES, summary: 'Note an expense: 201, or 200 when this clientMsgId was sent before', right: 'member', params: OfItinerary, body: NewExpenseBody, reply: ExpensesReply, status: 201 }, async (input) => {
    const { book, repeat } = await addExpense(userOf(input), input.params.paiId, input.params.itineraryId, input.body);
    if (repeat) input.status(200);
    return book;
  }),
  route({ method: 'delete', path: `${EXPENSES}/:expenseId`, summary: 'Mark an expense as removed: who noted or paid it, the owner and admins', right: 'member', params: OfItinerary.extend({ expenseId: Id }), reply: ExpensesReply }, async (input) =>
    removeExpense(userOf(input), input.params.paiId, input.params.itineraryId, input.params.expenseId),
  ),
];
