import type { Comment } from '@shared/wire/itinerary';
import { givenCloud, type Cloud } from '../support/cloud';
import { beginItinerary, givenPlan, placeOf } from '../support/itinerary';
import { codeOf, newClientMsgId, type Person, type Reply } from '../support/person';

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

const path = (rest = ''): string => `/pais/${paiId}/itineraries/${id}/comments${rest}`;
const say = (who: Person, text: string, more: object = {}): Promise<Reply<{ comments: Comment[] }>> => who.post(path(), { clientMsgId: newClientMsgId(), text, ...more });
const read = async (): Promise<Comment[]> => (await mei.must<{ comments: Comment[] }>('GET', path())).comments;

describe('[B6] comments', () => {
  it('are said about the whole or about one stop, and read by everybody in order', async () => {
    await givenPlan(id, { days: [{ items: [{ id: 's1', kind: 'attraction', placeId: 'p-湖', from: '09:00', to: '10:00', cost: 0 }] }], places: [placeOf('湖')], party: [li.id] });
    await say(li, '这样很好');
    await say(mei, '早了点', { itemId: 's1' });
    expect(await read()).toMatchObject([{ by: { name: '李', kind: 'user' }, text: '这样很好' }, { by: { name: '梅' }, text: '早了点', itemId: 's1' }]);
    expect(codeOf(await say(li, '哪一站', { itemId: 's9' }))).toBe('404 itinerary/stop-unknown');
  });

  it('are kept once however often they are sent', async () => {
    const body = { clientMsgId: newClientMsgId(), text: '好' };
    const replies = await Promise.all([1, 2, 3].map(() => li.post(path(), body)));
    expect(replies.every(({ status }) => status === 200 || status === 201)).toBe(true);
    expect(await read()).toHaveLength(1);
  });

  it('are taken back by who said them, the owner and admins, and by nobody else', async () => {
    const first = (await say(li, '一')).body.comments[0]?.id;
    const second = (await say(li, '二')).body.comments[1]?.id;
    expect(codeOf(await mei.del(path(`/${first}`)))).toBe('403 comment/not-yours');
    await li.must('DELETE', path(`/${first}`));
    await owner.must('DELETE', path(`/${second}`));
    expect(await read()).toEqual([]);
    expect(codeOf(await li.del(path(`/${first}`)))).toBe('404 comment/not-found');
  });

  it.each([
    ['   ', '400 itinerary/empty'],
    ['长'.repeat(401), '400 comment/too-long'],
    ['加微信刷单日赚三千', '400 text/unsafe'],
  ])('are refused where they say nothing, too much or what is unfit: %.8s', async (text, expected) => {
    const reply = await say(li, text);
    expect([codeOf(reply), reply.body.error?.field]).toEqual([expected, 'text']);
  });

  it('are not for the muted', async () => {
    await owner.must('PATCH', `/pais/${paiId}/members/${li.id}`, { mutedMinutes: 60 });
    expect(codeOf(await say(li, '好'))).toBe('403 member/muted');
  });

  it('go with their itinerary', async () => {
    await say(mei, '好');
    await li.must('DELETE', `/pais/${paiId}/itineraries/${id}`);
    expect(codeOf(await li.get(path()))).toBe('404 itinerary/not-found');
  });
});
