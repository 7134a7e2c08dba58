import { readTalk } from '../../cloud/src/itinerary/board/read';
import { givenCloud, type Cloud } from '../support/cloud';
import { proposed, onCard } from '../support/cards';
import { Trip } from '../support/itineraries';
import { eventually, type Person } from '../support/person';

let cloud: Cloud;
let lin: Person;
let nan: Person;
let paiId: string;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

beforeEach(async () => {
  [lin, nan] = await cloud.people('林静', '阿楠');
  paiId = (await lin.createPai('周末')).id;
  await lin.bring(paiId, nan);
});

const HANGZHOU = { city: '杭州', days: 2 };
const SUZHOU = { city: '苏州', days: 2 };
const textsOf = async (trip: Trip): Promise<string[]> => (await trip.board()).filter(({ state }) => state !== 'withdrawn').map(({ text }) => text);
/** Reads what has been said onto each board now. */
const read = async (...trips: Trip[]): Promise<string[][]> => {
  for (const { id } of trips) await readTalk(id);
  return Promise.all(trips.map(textsOf));
};
const say = async (...texts: string[]): Promise<void> => {
  for (const [i, text] of texts.entries()) await (i % 2 ? nan : lin).say(paiId, text);
};

describe('[I3] two trips in one pai', () => {
  it('a second one does not inherit what was wished for the first, settled or not', async () => {
    const first = await Trip.begin(lin, paiId, HANGZHOU);
    await say('人均不超过1500', '想吃火锅');
    await read(first);
    const second = await Trip.begin(nan, paiId, HANGZHOU);
    expect(await read(first, second)).toEqual([['人均不超过1500', '想吃火锅'], []]);
    const { version } = await first.planned();
    const fails = (await first.read()).checks.filter(({ state }) => state === 'fail').map(({ title }) => title);
    await lin.must('POST', first.at('/decision'), { version, knowing: fails });
    await say('想去博物馆');
    const third = await Trip.begin(nan, paiId, { ...HANGZHOU, startOn: '2027-05-01' });
    expect(await read(second, third)).toEqual([['想去博物馆'], []]);
  });

  it('what is said after the first is settled is the second’s, before it was begun too', async () => {
    const first = await Trip.begin(lin, paiId, { ...HANGZHOU, days: 1 });
    await say('想吃火锅');
    await read(first);
    const { version } = await first.planned();
    const fails = (await first.read()).checks.filter(({ state }) => state === 'fail').map(({ title }) => title);
    await lin.must('POST', first.at('/decision'), { version, knowing: fails });
    await say('下次人均不超过800');
    const second = await Trip.begin(lin, paiId, SUZHOU);
    expect(await read(second)).toEqual([['下次人均不超过800']]);
    expect(await textsOf(first)).toEqual(['想吃火锅']);
  });

  it('begins where the talk turned to it: what came after goes over from the board that had read it', async () => {
    const first = await Trip.begin(lin, paiId, HANGZHOU);
    await say('杭州想吃火锅', '预算人均1500以内');
    await read(first);
    await say('对了，我们五一去苏州吧', '好啊，人均2000以内', '想住民宿');
    expect((await read(first))[0]).toContain('想住民宿');
    const second = await Trip.begin(lin, paiId, SUZHOU);
    const [one, two = []] = await read(first, second);
    expect(one).toEqual(['杭州想吃火锅', '预算人均1500以内']);
    expect(two.slice(-2)).toEqual(['人均2000以内', '想住民宿']);
  });

  it('so it does where nobody had set where the first one goes', async () => {
    const first = await Trip.begin(lin, paiId, { title: '散散心' });
    await say('杭州吧，想吃火锅');
    await read(first);
    await say('五一我们再去苏州玩吧', '好啊，人均2000以内');
    await read(first);
    const second = await Trip.begin(lin, paiId, SUZHOU);
    const [one, two = []] = await read(first, second);
    expect(one).toEqual(['杭州吧', '想吃火锅']);
    expect(two).toContain('人均2000以内');
    expect((await first.read()).city).toBe('杭州');
  });

  it('while both are open a wish goes to the trip it names by place or day, else to the one begun last', async () => {
    const first = await Trip.begin(lin, paiId, { ...HANGZHOU, startOn: '2027-03-06' });
    const second = await Trip.begin(nan, paiId, { ...SUZHOU, startOn: '2027-05-01' });
    await say('想去灵隐寺', '想吃火锅', '杭州人均1500以内，苏州住民宿', '2027年3月7号不要太早');
    const [one, two] = await read(first, second);
    expect(one).toEqual(['想去灵隐寺', '杭州人均1500以内', expect.stringContaining('不要太早')]);
    expect(two).toEqual(['想吃火锅', '苏州住民宿']);
  });

  it('of two to one city the day says which', async () => {
    const first = await Trip.begin(lin, paiId, { ...HANGZHOU, startOn: '2027-03-06' });
    const second = await Trip.begin(nan, paiId, { ...HANGZHOU, startOn: '2027-05-01' });
    await say('2027年3月7号想去灵隐寺', '想去雷峰塔');
    expect(await read(first, second)).toEqual([[expect.stringContaining('想去灵隐寺')], ['想去雷峰塔']]);
  });

  it('a message that is edited goes to the trip it names then', async () => {
    const first = await Trip.begin(lin, paiId, HANGZHOU);
    const second = await Trip.begin(nan, paiId, SUZHOU);
    const said = await lin.say(paiId, '大家好呀');
    expect(await read(first, second)).toEqual([[], []]);
    await lin.must('PATCH', `/pais/${paiId}/messages/${said.seq}`, { text: '杭州想住民宿' });
    await eventually('on the first', async () => (await textsOf(first))[0] === '杭州想住民宿');
    await lin.must('PATCH', `/pais/${paiId}/messages/${said.seq}`, { text: '苏州想住民宿' });
    await eventually('on the second', async () => (await textsOf(second))[0] === '苏州想住民宿' && (await textsOf(first)).length === 0);
  });

  it('the name of the pai is no name of a trip', async () => {
    const first = await Trip.begin(lin, paiId, {});
    const second = await Trip.begin(nan, paiId, SUZHOU);
    await say('这个周末想吃火锅');
    expect(await read(first, second)).toEqual([[], ['这个周末想吃火锅']]);
  });

  it('a wish is taken back where it stands', async () => {
    const first = await Trip.begin(lin, paiId, HANGZHOU);
    await lin.say(paiId, '我想吃火锅');
    await read(first);
    const second = await Trip.begin(nan, paiId, SUZHOU);
    await lin.say(paiId, '算了不吃火锅了');
    expect(await read(first, second)).toEqual([[], expect.anything()]);
    expect((await first.board())[0]?.state).toBe('withdrawn');
  });

  it('what somebody put right by hand stays where it is', async () => {
    const first = await Trip.begin(lin, paiId, HANGZHOU);
    await say('我们去苏州吧，人均2000以内');
    await read(first);
    const wish = (await first.board()).find(({ text }) => text.includes('2000'));
    await lin.must('PATCH', first.at(`/wishes/${wish?.id}`), { text: '人均1800以内' });
    await Trip.begin(nan, paiId, SUZHOU);
    expect(await read(first)).toEqual([['人均1800以内']]);
  });

  it('a card begins out of what a board gathers that nobody has planned', async () => {
    const first = await Trip.begin(lin, paiId, {});
    await say('要不去杭州吧', '想去博物馆');
    await read(first);
    await onCard(lin, paiId, await proposed(lin, paiId, { act: 'itinerary', itinerary: { title: '周末杭州', city: '杭州', days: 1 } }), 'confirm');
    const second = await eventually('the trip', async () => {
      const { itineraries } = await lin.must<{ itineraries: { id: string; title: string }[] }>('GET', `/pais/${paiId}/itineraries`);
      return itineraries.find(({ title }) => title === '周末杭州');
    });
    const { wishes } = await lin.must<{ wishes: { text: string }[] }>('GET', `/pais/${paiId}/itineraries/${second.id}/wishes`);
    expect(wishes.map(({ text }) => text)).toContain('想去博物馆');
  });
});

describe('[I3] names of places', () => {
  const constraintsOf = async (trip: Trip): Promise<string[]> => (await trip.board()).flatMap(({ constraints }) => constraints.map(({ type, op, value }) => `${type} ${op} ${[value].flat().join()}`));

  it.each([
    ['想去西湖', 'attraction_name has 西湖风景名胜区'],
    ['想去杭州西湖', 'attraction_name has 西湖风景名胜区'],
    ['不想去断桥', 'attraction_name ne 断桥残雪'],
    ['想去良渚博物馆', 'attraction_name has 良渚博物院'],
    ['想去楼外楼', 'restaurant_name has 楼外楼孤山路店'],
    ['想去西湖吃饭', 'attraction_name has 西湖风景名胜区'],
  ])('%s is %s', async (text, expected) => {
    const trip = await Trip.begin(lin, paiId, HANGZHOU);
    await trip.wish(nan, text);
    expect(await constraintsOf(trip)).toContain(expected);
  });

  it.each(['想吃西湖醋鱼', '想去西湖大学', '想住西湖区', '想住在西湖边上'])('%s is no wish to see the lake', async (text) => {
    const trip = await Trip.begin(lin, paiId, HANGZHOU);
    await trip.wish(nan, text);
    expect((await constraintsOf(trip)).filter((constraint) => constraint.startsWith('attraction_name'))).toEqual([]);
  });

  it('what was said before the city was known is read again with the places of it', async () => {
    const trip = await Trip.begin(lin, paiId, {});
    await say('我想去西湖看看', '那就去杭州吧');
    await read(trip);
    expect(await constraintsOf(trip)).toEqual(['attraction_name has 西湖风景名胜区', 'to_city eq 杭州']);
  });
});
