import type { z } from 'zod';
import { sweepAccounts } from '../../cloud/src/account';
import type { ExpensesReply, Itinerary } from '@shared/wire/itinerary';
import { givenCloud, type Cloud } from '../support/cloud';
import { beginItinerary, givenPlan, placeOf } from '../support/itinerary';
import { codeOf, newClientMsgId, type Person } from '../support/person';
import { at, DAY_MS } from '../support/time';

type Book = z.infer<typeof ExpensesReply>;

let cloud: Cloud;
let owner: Person;
let li: Person;
let mei: Person;
let paiId: string;
let id: string;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
beforeEach(async () => {
  [owner, li, mei] = await cloud.people('派主', '李', '梅');
  paiId = (await owner.createPai('秋游')).id;
  await owner.bring(paiId, li, mei);
  ({ id } = await beginItinerary(li, paiId));
});

const path = (rest = ''): string => `/pais/${paiId}/itineraries/${id}/expenses${rest}`;
const body = (payer: Person, cents: number, shared: Person[], more: object = {}): object => ({ clientMsgId: newClientMsgId(), title: '晚饭', payer: payer.id, cents, for: shared.map((one) => one.id), ...more });
const note = (who: Person, ...of: Parameters<typeof body>): Promise<Book> => who.must<Book>('POST', path(), body(...of));
const centsOf = ({ balances }: Book): Record<string, number> => Object.fromEntries(balances.map(({ name, cents }) => [name, cents]));

describe('[B4] expenses', () => {
  it('are split to the cent, the cents left over to the first, and evened out by the fewest transfers', async () => {
    await note(li, li, 10_000, [li, mei, owner]);
    const book = await note(mei, mei, 3_000, [mei, owner], { weights: [1, 2] });
    expect(centsOf(book)).toEqual({ 派主: -3333 - 2000, 李: 10_000 - 3334, 梅: -3333 + 2000 });
    expect(book.transfers).toHaveLength(2);
    expect(book.transfers.reduce((sum, { cents }) => sum + cents, 0)).toBe(6666);
    expect(book.transfers.every(({ to }) => to === li.id)).toBe(true);
    expect(book.total).toBe(13_000);
  });

  it('are noted once however often they are sent', async () => {
    const sent = body(li, 100, [li, mei]);
    const replies = await Promise.all([1, 2, 3].map(() => li.post<Book>(path(), sent)));
    expect(replies.map(({ status }) => status).every((status) => status === 200 || status === 201)).toBe(true);
    expect((await li.must<Book>('GET', path())).expenses).toHaveLength(1);
    expect((await li.post(path(), sent)).status).toBe(200);
  });

  it('count no more when removed, but stay to be seen', async () => {
    const { expenses } = await note(li, li, 900, [li, mei]);
    expect(codeOf(await mei.del(path(`/${expenses[0]?.id}`)))).toBe('403 expense/not-yours');
    const book = await owner.must<Book>('DELETE', path(`/${expenses[0]?.id}`));
    expect(book).toMatchObject({ total: 0, transfers: [], expenses: [{ title: '晚饭', removedAt: expect.any(String) }] });
  });

  it('tell by field what is wrong', async () => {
    const stranger = await cloud.person('路人');
    const post = async (...of: Parameters<typeof body>): Promise<string> => {
      const reply = await li.post(path(), body(...of));
      return `${codeOf(reply)} ${reply.body.error?.field ?? ''}`;
    };
    expect(await post(stranger, 100, [li])).toBe('400 itinerary/not-member payer');
    expect(await post(li, 100, [stranger])).toBe('400 itinerary/not-member for');
    expect(await post(li, 100, [li, li])).toBe('400 expense/same-person for');
    expect(await post(li, 100, [li, mei], { weights: [1] })).toBe('400 expense/weights weights');
    expect(await post(li, 100, [li], { title: '长'.repeat(41) })).toBe('400 expense/title-long title');
    expect(await post(li, 100, [li], { itemId: 'no-such-stop' })).toBe('404 itinerary/stop-unknown itemId');
    expect(await post(li, 0, [li])).toBe('400 request/invalid cents');
  });

  it('belong to a stop where one is named, and count in the itinerary', async () => {
    await givenPlan(id, { days: [{ items: [{ id: 's1', kind: 'dinner', placeId: 'p-面馆', from: '18:00', to: '19:00', cost: 90 }] }], places: [placeOf('面馆')], party: [li.id] });
    expect((await note(li, li, 900, [li, mei], { itemId: 's1' })).expenses).toMatchObject([{ itemId: 's1' }]);
    const { itinerary } = await mei.must<{ itinerary: Itinerary }>('GET', `/pais/${paiId}/itineraries/${id}`);
    expect(itinerary.counts).toMatchObject({ expenses: 1, comments: 0 });
  });

  it('of who has left are still owed, by name', async () => {
    await note(mei, mei, 1000, [li, mei]);
    await mei.must('POST', `/pais/${paiId}/leave`, {});
    expect(centsOf(await li.must<Book>('GET', path()))).toMatchObject({ 梅: 500, 李: -500 });
    expect(codeOf(await mei.get(path()))).toBe('404 pai/not-found');
  });

  it('of a deleted account stay without its name, its comments go', async () => {
    await note(mei, mei, 1000, [li, mei]);
    await mei.must('POST', `/pais/${paiId}/itineraries/${id}/comments`, { clientMsgId: newClientMsgId(), text: '我请' });
    await mei.must('DELETE', '/me');
    await at(2 * DAY_MS, sweepAccounts);
    expect(centsOf(await li.must<Book>('GET', path()))).toMatchObject({ 已注销: 500, 李: -500 });
    expect(await li.must('GET', `/pais/${paiId}/itineraries/${id}/comments`)).toEqual({ comments: [] });
  });

  it('go with their itinerary', async () => {
    await note(li, li, 1000, [li, mei]);
    await li.must('DELETE', `/pais/${paiId}/itineraries/${id}`);
    expect(codeOf(await li.get(path()))).toBe('404 itinerary/not-found');
  });
});
