import mongoose from 'mongoose';
import { sweepAccounts } from '../../cloud/src/account';
import { readTalk } from '../../cloud/src/itinerary/board/read';
import { sweepPais } from '../../cloud/src/pai';
import type { Itinerary, Wish } from '@shared/wire/itinerary';
import { givenCloud, type Cloud } from '../support/cloud';
import { Trip } from '../support/itineraries';
import { codeOf, eventually, newClientMsgId, type Person } from '../support/person';
import { DAY_MS, at } from '../support/time';

let cloud: Cloud;
let lin: Person;
let nan: Person;
let paiId: string;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

beforeEach(async () => {
  [lin, nan] = await cloud.people('林静', '阿楠');
  paiId = (await lin.createPai('秋游')).id;
  await lin.bring(paiId, nan);
});

describe('[I1] an itinerary', () => {
  it('is begun once however often it is sent, and everybody in the pai sees it', async () => {
    const body = { clientMsgId: newClientMsgId(), title: '杭州两天', city: '杭州市', days: 2 };
    const replies = await Promise.all([1, 2, 3].map(() => lin.post<{ itinerary: Itinerary }>(`/pais/${paiId}/itineraries`, body)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(replies.map((reply) => reply.body.itinerary.id)).size).toBe(1);
    const { itineraries } = await nan.must<{ itineraries: Itinerary[] }>('GET', `/pais/${paiId}/itineraries`);
    expect(itineraries).toMatchObject([{ title: '杭州两天', city: '杭州', days: 2, state: 'gathering', version: 0 }]);
  });

  it('tells by field what is wrong', async () => {
    const post = async (frame: object): Promise<[string, string | undefined]> => {
      const reply = await lin.post(`/pais/${paiId}/itineraries`, { clientMsgId: newClientMsgId(), ...frame });
      return [codeOf(reply), reply.body.error?.field];
    };
    expect(await post({ title: '长'.repeat(31) })).toEqual(['400 itinerary/title-long', 'title']);
    expect(await post({ zone: 'Asia/Nowhere' })).toEqual(['400 itinerary/zone-unknown', 'zone']);
    expect(await post({ party: ['nobody'] })).toEqual(['400 itinerary/not-member', 'party']);
  });

  it('is deleted by whoever began it or a keeper, and by nobody else', async () => {
    const trip = await Trip.begin(lin, paiId);
    expect(codeOf(await nan.del(trip.at()))).toBe('403 itinerary/not-yours');
    await trip.wish(nan, '想去西湖');
    await lin.must('DELETE', trip.at());
    expect(codeOf(await nan.get(trip.at()))).toBe('404 itinerary/not-found');
  });

  it('no more than 20 are kept, of those begun at one moment too', async () => {
    const replies = await Promise.all(Array.from({ length: 23 }, () => lin.post(`/pais/${paiId}/itineraries`, { clientMsgId: newClientMsgId() })));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(replies.map(codeOf).filter((code) => code !== '201')).toEqual(Array(3).fill('409 itinerary/too-many'));
  });
});

describe('[I2] the wish board, by hand', () => {
  it('keeps whose wish it is, and what the program understood of it', async () => {
    const trip = await Trip.begin(lin, paiId);
    await trip.wish(lin, '人均不超过1500');
    await trip.wish(nan, '想去博物馆');
    expect((await trip.board(nan)).map(({ member, text, constraints }) => [member.name, text, constraints[0]?.type])).toEqual([
      ['林静', '人均不超过1500', 'budget_per_person'],
      ['阿楠', '想去博物馆', expect.stringMatching(/^attraction_/)],
    ]);
  });

  it('is written once however often it is sent', async () => {
    const trip = await Trip.begin(lin, paiId);
    const body = { clientMsgId: newClientMsgId(), text: '坐船' };
    const replies = await Promise.all([1, 2, 3].map(() => lin.post(trip.at('/wishes'), body)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(await trip.board()).toHaveLength(1);
  });

  it('one corrects one’s own, others may heart it, and only keepers remove another’s; a removal is taken back', async () => {
    const trip = await Trip.begin(lin, paiId);
    const wish = await trip.wish(nan, '预算一千');
    const path = trip.at(`/wishes/${wish.id}`);
    expect(codeOf(await lin.patch(path, { text: '预算三千' }))).toBe('403 wish/not-yours');
    expect((await nan.must<{ wish: Wish }>('PATCH', path, { text: '人均两千以内' })).wish.constraints).toEqual([{ type: 'budget_per_person', op: 'le', value: 2000 }]);
    expect((await lin.must<{ wish: Wish }>('PUT', `${path}/heart`, { on: true })).wish.hearts).toEqual([lin.id]);
    expect((await lin.must<{ wish: Wish }>('DELETE', path)).wish.state).toBe('withdrawn');
    expect((await nan.must<{ wish: Wish }>('POST', `${path}/restore`)).wish.state).toBe('unplaced');
    const mine = await trip.wish(lin, '住湖边');
    expect(codeOf(await nan.del(trip.at(`/wishes/${mine.id}`)))).toBe('403 wish/not-yours');
  });

  it('an empty or too long one is refused by field', async () => {
    const trip = await Trip.begin(lin, paiId);
    const post = async (text: string) => {
      const reply = await lin.post(trip.at('/wishes'), { clientMsgId: newClientMsgId(), text });
      return [codeOf(reply), reply.body.error?.field];
    };
    expect(await post('   ')).toEqual(['400 itinerary/empty', 'text']);
    expect(await post('想'.repeat(201))).toEqual(['400 wish/too-long', 'text']);
  });
});

describe('[I3] the wish board, out of the talk', () => {
  it('takes wishes said before and after it was begun, each with its author and source, each once', async () => {
    const first = await nan.say(paiId, '我想去博物馆');
    const trip = await Trip.begin(lin, paiId);
    const second = await lin.say(paiId, '预算人均1500以内');
    const wishes = await trip.boardOf(2);
    expect(wishes.map(({ member, seq }) => [member.id, seq])).toEqual([[nan.id, first.seq], [lin.id, second.seq]]);
  });

  it('what is taken back in talk is withdrawn there, and stands again when that is recalled', async () => {
    const trip = await Trip.begin(lin, paiId);
    await nan.say(paiId, '我想吃火锅');
    await trip.boardOf(1);
    const back = await nan.say(paiId, '算了不吃火锅了');
    await eventually('withdrawn', async () => (await trip.board())[0]?.state === 'withdrawn');
    await nan.must('DELETE', `/pais/${paiId}/messages/${back.seq}`);
    await eventually('standing', async () => (await trip.board())[0]?.state === 'unplaced');
  });

  it('goes with a recall, changes with an edit, and is left alone once put right by hand', async () => {
    const trip = await Trip.begin(lin, paiId);
    const said = await nan.say(paiId, '预算人均1500以内');
    await trip.boardOf(1);
    await nan.must('PATCH', `/pais/${paiId}/messages/${said.seq}`, { text: '预算人均1800以内' });
    await eventually('the edit', async () => (await trip.board())[0]?.constraints[0]?.value === 1800);
    await nan.must('DELETE', `/pais/${paiId}/messages/${said.seq}`);
    await trip.boardOf(0);
  });

  it('of who hides from the AI nothing is read, and what was read goes; of who leaves all goes', async () => {
    const trip = await Trip.begin(lin, paiId);
    await nan.say(paiId, '我想去博物馆');
    await trip.boardOf(1);
    await nan.must('PATCH', `/pais/${paiId}/mine`, { aiMayRead: false });
    await trip.boardOf(0);
    await nan.say(paiId, '我想吃火锅');
    await trip.wish(nan, '坐船');
    expect((await trip.boardOf(1))[0]?.text).toBe('坐船');
    await nan.must('POST', `/pais/${paiId}/leave`, {});
    await trip.boardOf(0);
    expect((await trip.read()).party).toMatchObject([{ id: lin.id }]);
  });
});

it('[I3] what the AI is only asked is no wish; what one wishes while asking it is, without its name', async () => {
  const trip = await Trip.begin(lin, paiId);
  const { id, name } = await lin.ai(paiId);
  for (const text of ['推荐几个素菜馆', '灵隐寺几点开门', '把雷峰塔挪到第二天', '我想去宋城，行吗']) await lin.say(paiId, `@${name} ${text}`, { mentions: [id] });
  const [wish, ...more] = await eventually('a wish', async () => {
    const wishes = await trip.board();
    return wishes.length > 0 && wishes;
  });
  expect(wish).toMatchObject({ text: '我想去宋城', constraints: [{ type: 'attraction_name', op: 'has', value: '杭州宋城' }] });
  expect(more).toEqual([]);
});

describe('[I4] planning', () => {
  it('is refused by field while nobody has said where and how long', async () => {
    const trip = await Trip.begin(lin, paiId, {});
    expect(codeOf(await lin.post(trip.at('/plan')))).toBe('400 itinerary/no-city');
    await lin.must('PATCH', trip.at(), { city: '杭州' });
    const reply = await lin.post(trip.at('/plan'));
    expect([codeOf(reply), reply.body.error?.field]).toEqual(['400 itinerary/no-days', 'days']);
  });

  it('makes a version that the checker passes, with what was wished in it', async () => {
    const trip = await Trip.begin(lin, paiId);
    await trip.wish(nan, '想去西湖');
    const { state, version, plan, places, checks } = await trip.planned();
    expect({ state, version }).toEqual({ state: 'planned', version: 1 });
    expect(plan?.days).toHaveLength(2);
    expect(plan?.days.map(({ on }) => on)).toEqual(['2026-11-28', '2026-11-29']);
    const ids = new Set(places.map((place) => place.id));
    expect(plan?.days.flatMap(({ items }) => items).every(({ placeId }) => ids.has(placeId))).toBe(true);
    expect(checks.filter((check) => check.state === 'fail')).toEqual([]);
  });
});

describe('[I6] what harms somebody', () => {
  it('is met by no silence: nobody knows until somebody asked there', async () => {
    const trip = await Trip.begin(lin, paiId);
    const [harmed, dislikes] = [await trip.wish(nan, '我海鲜过敏'), await trip.wish(lin, '我不吃海鲜')];
    const { checks } = await trip.planned();
    const stateOf = (id: string) => checks.find(({ wishId }) => wishId === id);
    expect(stateOf(harmed.id)).toMatchObject({ title: '对海鲜过敏', state: 'unknown' });
    expect(stateOf(dislikes.id)).toMatchObject({ title: '不吃海鲜', state: 'pass' });
  });
});

describe('a question about a clash', () => {
  it('quotes what was said of it, though another wish has taken that up since', async () => {
    const trip = await Trip.begin(lin, paiId, { city: '杭州' });
    await lin.say(paiId, '12月5号去杭州玩两天');
    await lin.say(paiId, '玩三天吧');
    await nan.say(paiId, '12月12号出发');
    const { question } = await eventually('the question', async () => {
      const now = await trip.read();
      return now.question?.about === 'clash' && now;
    });
    expect(question?.text).toContain('「12月5号去杭州玩两天」');
  });
});

describe('[I3] who may read what', () => {
  it('who joined later sees a wish said before as the program understood it, not the words', async () => {
    await lin.must('PATCH', `/pais/${paiId}`, { history: 'join' });
    await nan.say(paiId, '我是真的想去博物馆啊');
    const trip = await Trip.begin(lin, paiId);
    await lin.say(paiId, '预算人均1500以内');
    await trip.boardOf(2);
    const late = await cloud.person('小舟');
    await lin.bring(paiId, late);
    const [early] = await trip.board(late);
    expect(early?.text).not.toContain('真的');
    expect(early?.text).toContain('博物馆');
    expect(early).not.toHaveProperty('seq');
  });

  it('where every AI member is off, the talk is not read', async () => {
    const { id } = await lin.ai(paiId);
    await lin.must('PUT', `/pais/${paiId}/roles/${id}`, { mode: 'off' });
    const trip = await Trip.begin(lin, paiId);
    await nan.say(paiId, '我想去博物馆');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await trip.board()).toEqual([]);
  });

  it('a long talk is read too, each wish once, though two read at the same moment', async () => {
    for (let i = 0; i < 60; i++) await (i % 2 ? lin : nan).say(paiId, `第 ${i} 张照片拍得不错`);
    await nan.say(paiId, '我想吃火锅');
    const trip = await Trip.begin(lin, paiId);
    await Promise.all([readTalk(trip.id), readTalk(trip.id), readTalk(trip.id)]);
    expect((await trip.boardOf(1))[0]?.text).toContain('火锅');
  });
});

describe('[I1] the end of it', () => {
  const left = async (): Promise<number[]> => Promise.all(['itineraries', 'itineraryVersions', 'wishes'].map((name) => mongoose.connection.collection(name).countDocuments({ paiId })));

  it('with its pai all of it is erased', async () => {
    const trip = await Trip.begin(lin, paiId);
    await trip.wish(nan, '坐船');
    await trip.planned();
    expect((await trip.planned()).version).toBe(2);
    expect(await left()).toEqual([1, 1, 1]);
    await lin.must('POST', `/pais/${paiId}/dissolve`, {});
    await at(8 * DAY_MS, sweepPais);
    expect(await left()).toEqual([0, 0, 0]);
  });

  it('of a deleted account neither wishes nor name are left', async () => {
    const trip = await Trip.begin(lin, paiId);
    await trip.wish(nan, '坐船');
    await trip.planned();
    await nan.must('POST', trip.at('/undo'), { to: 1 });
    await nan.must('DELETE', '/me');
    await at(2 * DAY_MS, sweepAccounts);
    expect(await trip.board()).toEqual([]);
    expect((await lin.must<{ versions: { by: { name: string } }[] }>('GET', trip.at('/versions'))).versions[0]?.by.name).toBe('已注销');
  });
});
