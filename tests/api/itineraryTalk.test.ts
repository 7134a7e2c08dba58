import mongoose from 'mongoose';
import { tellPlanned } from '../../cloud/src/assistant';
import { fulfilOrder, planned, sweepPlans } from '../../cloud/src/itinerary';
import { startItinerary } from '../../cloud/src/itinerary/create';
import { findPai, type PaiDoc } from '../../cloud/src/pai';
import type { Place } from '@shared/wire/itinerary';
import type { Run } from '@shared/wire/run';
import { givenCloud, type Cloud } from '../support/cloud';
import { AiPai } from '../support/aiPai';
import { cardAt, proposed, onCard } from '../support/cards';
import { Trip } from '../support/itineraries';
import { codeOf, eventually, type Person } from '../support/person';
import { MINUTE_MS, at } from '../support/time';

let cloud: Cloud;
let lin: Person;
let nan: Person;
let pai: AiPai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

beforeEach(async () => {
  [lin, nan] = await cloud.people('林静', '阿楠');
  pai = await AiPai.of(lin, nan);
});

describe('[I10] the AI member speaks of a trip', () => {
  it('tells once that a plan is there, with what it costs and a card that opens it, and a receipt', async () => {
    const trip = await Trip.begin(lin, pai.id);
    const { plan } = await trip.planned();
    const [told, ...more] = await pai.answered();
    expect(more).toEqual([]);
    expect(told?.text).toContain(`¥${Math.round(plan?.cost ?? -1)}`);
    expect(told).toMatchObject({ askers: [lin.id], label: { visible: 'AI 生成' }, card: { state: 'confirmed', act: { act: 'itinerary', itinerary: { id: trip.id } } } });
    expect((await nan.must<{ run: Run }>('GET', `/runs/${told?.runId}`)).run).toMatchObject({ kind: 'trip', state: 'done', reason: 'planned', askers: [{ id: lin.id }], answerSeq: told?.seq });
  });

  it('says nothing where it is off', async () => {
    await pai.set({ mode: 'off' });
    await (await Trip.begin(lin, pai.id)).planned();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await pai.answers()).toEqual([]);
  });

  it('asks one thing, whose wish holds where two clash, with both sources and once; in a pai where it speaks when called it stands on the board alone', async () => {
    await pai.set({ mode: 'helpful', quiet: null, capPercent: 30 });
    const trip = await Trip.begin(lin, pai.id);
    for (let i = 0; i < 12; i++) await (i % 2 ? lin : nan).say(pai.id, `昨天的电影第 ${i} 遍还是好看`);
    const first = await lin.say(pai.id, '这次想去博物馆');
    const second = await nan.say(pai.id, '不想去博物馆');
    const asked = await eventually('the question', async () => (await pai.answers()).find(({ text }) => text.includes('听哪个')), 12_000);
    expect(asked.text).toContain('林静');
    expect(asked.text).toContain('阿楠');
    expect(asked.sources?.map(({ seq }) => seq)).toEqual([first.seq, second.seq]);
    expect((await trip.read()).question).toMatchObject({ about: 'clash' });
    await lin.say(pai.id, '行吧我再想想');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect((await pai.answers()).filter(({ text }) => text.includes('听哪个'))).toHaveLength(1);
  });
});

describe('[I10] a plan is told of exactly once, whoever dies', () => {
  const tolds = async () => (await pai.answers()).filter(({ card }) => card?.act.act === 'itinerary');
  /** What happens in place of telling, on every node. */
  const fault = (instead: Parameters<typeof planned.listen>[0]): void => {
    planned.clear();
    planned.listen(instead);
  };
  const sweptLater = async (): Promise<void> => {
    for (const minute of [1, 2, 3]) await at(minute * MINUTE_MS, () => Promise.all([sweepPlans(), sweepPlans()]));
  };
  let bury = (): void => undefined;
  afterEach(() => {
    bury();
    fault(tellPlanned);
  });

  it.each<[string, Parameters<typeof planned.listen>[0]]>([
    ['before it was said', () => Promise.reject(new Error('killed'))],
    ['before it was said, without a word', () => new Promise((resolve) => (bury = resolve))],
    ['after it was said', (news) => tellPlanned(news).then(() => Promise.reject(new Error('killed')))],
  ])('a worker dies %s: the sweep says it, and says it once', async (_when, dies) => {
    fault(dies);
    const trip = await Trip.begin(lin, pai.id, { city: '杭州', days: 1 });
    await trip.planned();
    await eventually('the attempt', async () => mongoose.connection.collection('itineraries').findOne({ paiId: pai.id, 'untold.attempts': 1 }));
    fault(tellPlanned);
    await Promise.all([sweepPlans(), fulfilOrder(trip.id)]);
    await sweptLater();
    await fulfilOrder(trip.id);
    expect((await tolds()).map(({ card }) => card?.act.act === 'itinerary' && card.act.itinerary.id)).toEqual([trip.id]);
    expect(await mongoose.connection.collection('itineraries').countDocuments({ paiId: pai.id, untold: { $exists: true } })).toBe(0);
  });

  it('tells of the plan that was made, though it was changed before anybody said so', async () => {
    fault(() => Promise.reject(new Error('killed')));
    const trip = await Trip.begin(lin, pai.id, { city: '杭州', days: 1 });
    const { plan, places } = await trip.planned();
    const gone = plan?.days[0]?.items.find(({ kind }) => kind === 'attraction');
    await trip.edit(lin, 1, { do: 'remove', itemId: gone?.id });
    fault(tellPlanned);
    await sweptLater();
    expect((await tolds()).map(({ text }) => text)).toEqual([expect.stringContaining(places.find(({ id }) => id === gone?.placeId)?.name ?? '?')]);
  });
});

describe('[I11] a card for a trip', () => {
  const act = { act: 'itinerary' as const, itinerary: { title: '周末杭州', city: '杭州', days: 1 } };

  const begun = async () => (await lin.must<{ itineraries: { id: string; state: string; title: string }[] }>('GET', `/pais/${pai.id}/itineraries`)).itineraries;
  const plannedOnce = () =>
    eventually('the plan', async () => {
      const trips = await begun();
      expect(trips).toHaveLength(1);
      return trips[0]?.state === 'planned' && trips[0];
    }, 15_000);

  it('does nothing until it is confirmed; then there is one trip, planned, however many confirm it', async () => {
    const seq = await proposed(lin, pai.id, act);
    expect(await begun()).toEqual([]);
    await Promise.all([1, 2, 3].map(() => onCard(lin, pai.id, seq, 'confirm')));
    expect((await plannedOnce()).title).toBe('周末杭州');
    expect(codeOf(await onCard(lin, pai.id, seq, 'undo'))).toBe('200');
    expect(await begun()).toEqual([]);
  });

  it('is planned though whoever confirmed it first died between beginning it and ordering its plan', async () => {
    const seq = await proposed(lin, pai.id, act);
    const id = (await cardAt(lin, pai.id, seq))?.id ?? '';
    await startItinerary({ id, pai: (await findPai(pai.id)) as PaiDoc, userId: lin.id, clientMsgId: `card:${id}`, frame: act.itinerary, goesOn: true });
    await onCard(lin, pai.id, seq, 'confirm');
    await plannedOnce();
  });

  it('is not undone once somebody has worked on it', async () => {
    const seq = await proposed(lin, pai.id, { act: 'itinerary', itinerary: { title: '再想想' } });
    await onCard(lin, pai.id, seq, 'confirm');
    await nan.must('POST', `/pais/${pai.id}/itineraries/${(await begun())[0]?.id}/wishes`, { clientMsgId: `wish-${seq}-of-nan`, text: '坐船' });
    expect(codeOf(await onCard(lin, pai.id, seq, 'undo'))).toBe('409 itinerary/in-use');
  });

  it('a change is made once it is confirmed, refused where the plan is another by then, and taken back while nobody has gone on', async () => {
    const trip = await Trip.begin(lin, pai.id, { city: '杭州', days: 1 });
    const { plan } = await trip.planned();
    const stop = plan?.days[0]?.items.find(({ kind }) => kind === 'attraction');
    const change = { id: trip.id, title: '改一改', version: 1, edits: [{ do: 'remove' as const, itemId: stop?.id ?? '' }], lines: ['去掉一站'] };
    const [one, other] = [await proposed(lin, pai.id, { act: 'itineraryEdit', change }), await proposed(lin, pai.id, { act: 'itineraryEdit', change })];
    expect(codeOf(await onCard(lin, pai.id, one, 'confirm'))).toBe('200');
    expect((await trip.read()).version).toBe(2);
    expect(codeOf(await onCard(lin, pai.id, other, 'confirm'))).toBe('409 itinerary/changed-meanwhile');
    expect(codeOf(await onCard(lin, pai.id, one, 'undo'))).toBe('200');
    const back = await trip.read();
    expect(back.version).toBe(3);
    expect(back.plan?.days).toEqual(plan?.days);
  });
});

describe('[I11] in talk', () => {
  const card = async (text: string) => {
    const before = (await pai.answers()).length;
    await pai.call(lin, text);
    return (await pai.answered(before + 1)).at(-1);
  };

  it('a trip that is asked for becomes a card: where, how long and from when, each with its source', async () => {
    const { seq } = await nan.say(pai.id, '要不去杭州吧');
    const answer = await card('帮我们排一下周末两天的行程');
    expect(answer?.card).toMatchObject({ state: 'open', act: { act: 'itinerary', itinerary: { city: '杭州', days: 2, startOn: expect.stringMatching(/^\d{4}-/) } }, mayConfirm: [lin.id] });
    expect(answer?.card?.rows.find(({ field }) => field === 'city')).toMatchObject({ value: '杭州', seq });
  });

  it('one that lacks the city is asked for it, and no card comes', async () => {
    const answer = await card('帮我们排个两天的行程');
    expect(answer?.card).toBeUndefined();
    expect(answer?.text).toContain('哪个城市');
  });

  it('places are suggested: of the city that is named; of the trip, once there is one, what its plan does not go to first', async () => {
    expect((await card('推荐个吃素的餐厅'))?.text).not.toContain('人均');
    expect((await card('推荐个杭州吃素的餐厅'))?.text).toContain('人均');
    const trip = await Trip.begin(lin, pai.id);
    expect((await card('推荐个吃素的餐厅'))?.text).toContain('人均');
    const { plan, places } = await trip.planned();
    await pai.answered(4);
    const lines = ((await card('杭州有什么博物馆'))?.text ?? '').split('\n').map((line) => line.replace(/^林静：/, ''));
    const museums = (await lin.must<{ places: Place[] }>('GET', `/pais/${pai.id}/places?city=杭州&types=attraction`)).places.filter(({ kind }) => kind === '博物馆');
    const taken = new Set(plan?.days.flatMap(({ items }) => items.map(({ placeId }) => places.find(({ id }) => id === placeId)?.name)));
    expect(lines).toHaveLength(Math.min(5, museums.length));
    for (const line of lines) expect(museums.map(({ name }) => name)).toContain(line.split('，')[0]);
    expect(lines.every((line) => line.endsWith('没核实。'))).toBe(true);
    expect(lines.filter((line) => taken.has(line.split('，')[0]) !== line.includes('行程里已经有'))).toEqual([]);
    expect((await card('推荐个吃素的餐厅'))?.text).toContain('人均');
  });

  it('what the plan does not meet is told as the checker finds it, of the plan as it is', async () => {
    await nan.say(pai.id, '我每个人最多花20块');
    const trip = await Trip.begin(lin, pai.id);
    await trip.planned();
    const [told] = await pai.answered();
    const failing = (await trip.read()).checks.filter(({ state }) => state === 'fail');
    expect(failing.length).toBeGreaterThan(0);
    const answer = await card('谁的要求没满足');
    for (const { title } of failing) expect(answer?.text).toContain(title);
    expect(answer?.sources?.map(({ seq }) => seq)).toEqual([told?.seq]);
  });

  it('what the plan says is answered from it, with its source; a change is a card with the edit', async () => {
    const trip = await Trip.begin(lin, pai.id);
    const { plan, places } = await trip.planned();
    const [told] = await pai.answered();
    const first = plan?.days[1]?.items.find(({ kind }) => kind !== 'hotel');
    const name = places.find(({ id }) => id === first?.placeId)?.name ?? '?';
    const answer = await card('第二天第一站几点');
    expect(answer?.text).toContain(name);
    expect(answer?.text).toContain(first?.from);
    expect(answer?.sources?.map(({ seq }) => seq)).toEqual([told?.seq]);

    const [begin] = plan?.days[0]?.items ?? [];
    const leaving = await card('我们几点出发？');
    expect(leaving?.text).toContain(begin?.from);
    expect(leaving?.sources?.map(({ seq }) => seq)).toEqual([told?.seq]);

    const sight = plan?.days[0]?.items.find(({ kind }) => kind === 'attraction');
    const gone = places.find(({ id }) => id === sight?.placeId)?.name ?? '?';
    await nan.say(pai.id, `想去${gone}`);
    expect((await card('一共花多少钱？'))?.text).toContain(`¥${Math.round(plan?.cost ?? -1)}`);
    const hours = await card(`${gone}几点开门？`);
    expect(hours?.text).toMatch(/\d\d:\d\d 开门|没查到/);
    expect(hours?.text).not.toContain('阿楠');
    const drawn = await card(`把${gone}去掉`);
    expect(drawn?.card?.act).toMatchObject({ act: 'itineraryEdit', change: { id: trip.id, version: 1, edits: [{ do: 'remove', itemId: sight?.id }] } });
    await onCard(lin, pai.id, drawn?.seq ?? 0, 'confirm');
    expect((await trip.read()).plan?.days[0]?.items.some(({ id }) => id === sight?.id)).toBe(false);
    const lunch = (await trip.read()).plan?.days[0]?.items.find(({ kind }) => kind === 'lunch');
    const late = await card('第一天午饭改到下午四点');
    expect(late?.card?.act).toMatchObject({ act: 'itineraryEdit', change: { edits: [{ do: 'time', itemId: lunch?.id, from: '16:00' }], lines: expect.arrayContaining([expect.stringMatching(/^⚠ .*饭点是/)]) } });
    const swapped = await card('改成第二天下午去博物馆');
    expect(swapped?.card?.act).toMatchObject({ act: 'itineraryEdit', change: { version: 2, edits: [{ day: 1 }] } });
  });
});

it('[I11] where there is no plan, what people said answers', async () => {
  const { seq } = await nan.say(pai.id, '周日先去爬山，下午回来');
  await pai.call(lin, '周日怎么安排？');
  const [answer] = await pai.answered();
  expect(answer?.text).toContain('爬山');
  expect(answer?.sources?.map((source) => source.seq)).toEqual([seq]);
});
