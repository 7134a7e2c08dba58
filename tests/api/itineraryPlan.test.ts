import type { Check, Itinerary, ItineraryVersion, Place } from '@shared/wire/itinerary';
import type { Message } from '@shared/wire/message';
import { givenCloud, type Cloud } from '../support/cloud';
import { Trip } from '../support/itineraries';
import { voteFor } from '../support/cards';
import { codeOf, eventually, newClientMsgId, type Person } from '../support/person';

let cloud: Cloud;
let lin: Person;
let nan: Person;
let trip: Trip;
let paiId: string;
let plan: Itinerary;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

beforeEach(async () => {
  [lin, nan] = await cloud.people('林静', '阿楠');
  paiId = (await lin.createPai('秋游')).id;
  await lin.bring(paiId, nan);
  trip = await Trip.begin(lin, paiId);
  plan = await trip.planned();
});

const stopsOf = ({ plan: made }: Itinerary, day = 0) => made?.days[day]?.items ?? [];
const sight = (itinerary = plan) => stopsOf(itinerary).find(({ kind }) => kind === 'attraction') as ReturnType<typeof stopsOf>[number];
const failing = ({ checks }: Itinerary): Check[] => checks.filter(({ state }) => state === 'fail');
const insteadOf = async (itemId: string) => (await lin.must<{ alternatives: { place: Place; from: string; to: string }[] }>('GET', trip.at(`/items/${itemId}/alternatives`))).alternatives;
const versions = async () => (await lin.must<{ versions: ItineraryVersion[] }>('GET', trip.at('/versions'))).versions;

describe('[I5] versions', () => {
  it('a change makes the next one, of two from the same only one, and the other is told', async () => {
    const edits = (who: Person, note: string) => who.post<{ itinerary: Itinerary }>(trip.at('/edits'), { version: 1, edits: [{ do: 'note', itemId: sight().id, note }] });
    const replies = await Promise.all([edits(lin, '带水'), edits(nan, '带伞')]);
    expect(replies.map(codeOf).sort()).toEqual(['200', '409 itinerary/changed-meanwhile']);
    expect(await versions()).toMatchObject([{ version: 2, what: expect.stringMatching(/^改了/) }, { version: 1, what: '排好了', by: { name: '林静', kind: 'user' } }]);
  });

  it('what differs is told by stop, and an old one comes back as a new one', async () => {
    const gone = sight();
    const after = await trip.edit(nan, 1, { do: 'remove', itemId: gone.id });
    expect(after.version).toBe(2);
    expect(stopsOf(after).some(({ id }) => id === gone.id)).toBe(false);
    const name = plan.places.find(({ id }) => id === gone.placeId)?.name as string;
    const { changes } = await lin.must<{ changes: { kind: string; text: string }[] }>('GET', trip.at('/diff?from=1&to=2'));
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'removed', text: expect.stringContaining(name) }));
    const back = (await lin.must<{ itinerary: Itinerary }>('POST', trip.at('/undo'), { to: 1 })).itinerary;
    expect(back.version).toBe(3);
    expect(back.plan?.days).toEqual(plan.plan?.days);
    expect(codeOf(await lin.post(trip.at('/undo'), { to: 9 }))).toBe('404 itinerary/version-unknown');
  });
});

describe('[I6] edits by hand', () => {
  it('are checked at once: what they break is told', async () => {
    const stop = sight();
    const broken = await trip.edit(lin, 1, { do: 'time', itemId: stop.id, from: '03:00', to: '04:00' });
    expect(failing(broken).map(({ itemId }) => itemId)).toContain(stop.id);
    expect((await versions())[0]?.failing).toBeGreaterThan(0);
  });

  it('take the price of a new place from what is known of it, and say who joins', async () => {
    const stop = sight();
    const [other] = await insteadOf(stop.id);
    const after = await trip.edit(lin, 1, { do: 'replace', itemId: stop.id, placeId: other?.place.id }, { do: 'who', itemId: stop.id, who: [nan.id] });
    const now = stopsOf(after).find(({ id }) => id === stop.id);
    expect(now).toMatchObject({ placeId: other?.place.id, who: [nan.id] });
    expect((now?.cost ?? 0) - (now?.leg?.cost ?? 0)).toBeCloseTo(other?.place.price ?? 0);
    expect(after.places).toContainEqual(expect.objectContaining({ id: other?.place.id, source: expect.objectContaining({ verified: false }) }));
  });

  it('are refused naming the edit at fault, and then nothing is changed', async () => {
    const post = async (...edits: object[]) => {
      const reply = await lin.post(trip.at('/edits'), { version: 1, edits });
      return [codeOf(reply), reply.body.error?.field];
    };
    expect(await post({ do: 'remove', itemId: sight().id }, { do: 'remove', itemId: 'gone' })).toEqual(['404 itinerary/stop-unknown', 'edits.1.itemId']);
    expect(await post({ do: 'replace', itemId: sight().id, placeId: 'nowhere' })).toEqual(['404 itinerary/place-unknown', 'edits.0.placeId']);
    expect(await post({ do: 'time', itemId: sight().id, from: '12:00', to: '11:00' })).toEqual(['400 itinerary/edit-impossible', 'edits.0.to']);
    expect((await trip.read()).version).toBe(1);
  });
});

describe('[I7] settling on it', () => {
  it('with something failing is asked once, by name; then it is settled until somebody opens it again', async () => {
    await trip.edit(lin, 1, { do: 'time', itemId: sight().id, from: '03:00', to: '04:00' });
    const asked = await lin.post(trip.at('/decision'), { version: 2 });
    expect(codeOf(asked)).toBe('409 itinerary/fails-open');
    const titles = failing(await trip.read()).map(({ title }) => title);
    expect(titles.every((title) => asked.body.error?.message.includes(title))).toBe(true);
    const decided = (await nan.must<{ itinerary: Itinerary }>('POST', trip.at('/decision'), { version: 2, knowing: titles })).itinerary;
    expect(decided).toMatchObject({ state: 'decided', decided: { by: { name: '阿楠' } } });
    expect(codeOf(await lin.post(trip.at('/edits'), { version: 2, edits: [{ do: 'remove', itemId: sight().id }] }))).toBe('409 itinerary/decided');
    expect(codeOf(await lin.post(trip.at('/plan')))).toBe('409 itinerary/decided');
    expect((await lin.must<{ itinerary: Itinerary }>('DELETE', trip.at('/decision'))).itinerary.state).toBe('planned');
  });
});

describe('[I8] on the day', () => {
  it('who is late goes on from there: the past stays, the rest is planned anew and stays decided', async () => {
    await lin.must('POST', trip.at('/decision'), { version: 1, knowing: failing(plan).map(({ title }) => title) });
    const stops = stopsOf(plan);
    const second = stops[1] as (typeof stops)[number];
    const after = (await nan.must<{ itinerary: Itinerary }>('POST', trip.at('/late'), { version: 1, itemId: second.id, minutes: 45 })).itinerary;
    expect(after).toMatchObject({ version: 2, state: 'decided' });
    expect(stopsOf(after)[0]).toEqual(stops[0]);
    const next = stopsOf(after)[1];
    const minutes = (clock = '00:00'): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
    expect(minutes(next?.from)).toBeGreaterThanOrEqual(minutes(second.from) + 45 - (second.leg?.minutes ?? 0));
    expect(after.plan?.days[1]).toEqual(plan.plan?.days[1]);
    expect(after.checks.filter(({ rule, state }) => state === 'fail' && ['order', 'legs', 'hours', 'sum', 'costs'].includes(rule))).toEqual([]);
  });
});

describe('[I9] a vote on a stop', () => {
  it('is a poll in the log whose result goes into the plan once it is closed and clear', async () => {
    const stop = sight();
    const [first, second] = await insteadOf(stop.id);
    const body = { clientMsgId: newClientMsgId(), placeIds: [first?.place.id, second?.place.id] };
    const { message } = await lin.must<{ message: Message }>('POST', trip.at(`/items/${stop.id}/vote`), body);
    expect(message.text).toContain('第 1 天');
    expect((await lin.post(trip.at(`/items/${stop.id}/vote`), body)).status).toBe(200);
    const inEnglish = await nan.post<{ message: Message }>(trip.at(`/items/${stop.id}/vote`), { ...body, clientMsgId: newClientMsgId() }, { 'accept-language': 'en' });
    expect(inEnglish.body.message.card?.act).toMatchObject({ poll: { question: `Day 1, ${stop.from}: where to?` } });
    const apply = () => lin.post<{ itinerary: Itinerary }>(trip.at(`/items/${stop.id}/vote/${message.seq}/apply`), { version: 1 });
    await voteFor(lin, paiId, message.seq, 1);
    expect(codeOf(await apply())).toBe('409 itinerary/vote-open');
    await voteFor(nan, paiId, message.seq, 1);
    await lin.must('POST', `/pais/${paiId}/messages/${message.seq}/card/close`);
    const { itinerary } = (await apply()).body;
    expect(stopsOf(itinerary).find(({ id }) => id === stop.id)?.placeId).toBe(first?.place.id);
    expect(codeOf(await lin.post(trip.at(`/items/other/vote/${message.seq}/apply`), { version: 2 }))).toBe('404 itinerary/vote-unknown');
  });
});

describe('[I4] planning anew', () => {
  it('of several orders at once one plan comes; one that is cancelled makes none', async () => {
    await Promise.all([1, 2, 3].map(() => lin.must('POST', trip.at('/plan'))));
    expect((await trip.settled()).version).toBe(2);
    await lin.must('POST', trip.at('/plan'));
    await nan.must('DELETE', trip.at('/plan'));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await trip.read()).toMatchObject({ state: 'planned', version: 2 });
  });

  it('a city nobody knows a place in fails, and says so', async () => {
    await lin.must('PATCH', trip.at(), { city: '不存在的城' });
    expect(await trip.planned()).toMatchObject({ state: 'failed', failure: '「不存在的城」没有可用的地点，换个城市名，或者导入你们自己的地点表' });
    await lin.must('PATCH', trip.at(), { city: '杭州' });
    const mended = await trip.read();
    expect([mended.state, mended.failure]).toEqual(['planned', undefined]);
  });

  it('a wish the plan cannot meet is told with its reason, in the language of whoever reads', async () => {
    await trip.wish(nan, '人均预算不超过100');
    const { unmet } = await trip.planned();
    expect(unmet).toContainEqual(expect.objectContaining({ memberId: nan.id, text: '人均预算不超过100', why: expect.stringMatching(/最少找到 [\d.]+ 元/) }));
    const { body } = await lin.get<{ itinerary: Itinerary }>(trip.at(), { 'accept-language': 'en' });
    expect(body.itinerary.unmet.map(({ why }) => why)).toEqual([expect.stringMatching(/^With the other wishes.* too much$/)]);
    await eventually('the board says so', async () => (await trip.board())[0]?.state === 'unplaced');
  });
});
