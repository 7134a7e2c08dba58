import type { Challenge, OpenToday } from '@shared/wire/challenge';
import mongoose from 'mongoose';
import { sweepReminders } from '../../cloud/src/checkin';
import { SHANGHAI, callAnew, Player, stand, start, type GivenRules } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import { newClientMsgId, type Person } from '../support/person';
import { startWechatStub, type WechatStub } from '../support/wechat';

const TEMPLATE = 'remind-1';
const SEND = '/cgi-bin/message/subscribe/send';

let cloud: Cloud;
let stub: WechatStub;
let people = 0;

beforeAll(async () => {
  stub = await startWechatStub({ port: 0 });
  // no worker of its own: each test sweeps when it says
  cloud = await givenCloud({ ROLES: 'web,realtime', WECHAT_APP_ID: stub.appId, WECHAT_APP_SECRET: stub.secret, WECHAT_BASE_URL: stub.url, WECHAT_REMINDER_TEMPLATE: `${TEMPLATE},thing1,time2,thing3` });
});
afterAll(async () => {
  await cloud.stop();
  await stub.stop();
});
beforeEach(() => stand('2026-11-02T06:00:00+08:00'));
afterEach(() => {
  stand();
  stub.control.clearFaults();
});

interface Runner {
  who: Person;
  openid: string;
  paiId: string;
}

/** Somebody WeChat knows, in a pai of their own; by a device key, so that a clock that was moved far lets them in anew. */
async function runner(): Promise<Runner> {
  const openid = `o-${process.pid}-${++people}`;
  const who = await cloud.person('小舟');
  await mongoose.connection.collection<{ _id: string }>('users').updateOne({ _id: who.id }, { $set: { wechat: { openid, sessionKey: '', seenAt: new Date() } } });
  return { who, openid, paiId: (await who.createPai('早起团')).id };
}

const asks = async ({ who, paiId }: Runner, rules: Partial<GivenRules>, at: string | null): Promise<Player> => {
  const player = new Player(who, await start(who, paiId, { start: '2026-11-02', ...rules }));
  await player.call('PUT', '/reminder', { at, zone: SHANGHAI });
  return player;
};
const remind = (player: Player, at: string | null, zone = SHANGHAI): Promise<unknown> => player.call('PUT', '/reminder', { at, zone });

async function accept({ openid }: Runner, player: Player, clientMsgId = newClientMsgId()): Promise<{ credits: number; templates: string[] }> {
  stub.control.grant(openid, TEMPLATE);
  return (await player.call<{ credits: number; templates: string[] }>('POST', '/credits', { clientMsgId, accepted: [TEMPLATE] })).body;
}

async function sweepAt(iso: string): Promise<void> {
  stand(iso);
  await sweepReminders();
}

interface Sent {
  touser: string;
  page: string;
  data: { thing1: { value: string }; time2: { value: string }; thing3: { value: string } };
}
const sentTo = ({ openid }: Runner): string[] =>
  stub.control
    .sent()
    .map(({ body }) => body as Sent)
    .filter(({ touser }) => touser === openid)
    .map(({ data }) => `${data.time2.value} ${data.thing1.value} ${data.thing3.value}`);
const noticesOf = async ({ who }: Runner): Promise<string[]> => {
  const docs = await mongoose.connection.collection<{ by: string; text: string; why?: string }>('reminderNotices').find({ userId: who.id }).sort({ dueAt: 1 }).toArray();
  return docs.map(({ by, text, why }) => [by, text, ...(why ? [why] : [])].join(' | '));
};
const mine = async (player: Player): Promise<Challenge['mine']['reminder']> => (await player.read()).mine.reminder;

describe('a reminder', () => {
  it('goes through WeChat once for each accept, then comes in the app; what is left is said', async () => {
    const li = await runner();
    const run = await asks(li, { title: '晨跑', window: { from: '06:00', to: '08:00' } }, '07:00');
    expect(await mine(run)).toEqual({ at: '07:00', credits: 0, calendar: false, next: { at: '2026-11-01T23:00:00.000Z', by: 'app' } });
    const id = newClientMsgId();
    expect(await accept(li, run, id)).toEqual({ credits: 1, templates: [TEMPLATE] });
    expect(await accept(li, run, id)).toEqual({ credits: 1, templates: [TEMPLATE] });
    expect((await mine(run)).next?.by).toBe('wechat');
    await sweepAt('2026-11-02T06:59:59+08:00');
    expect(await noticesOf(li)).toEqual([]);
    await sweepAt('2026-11-02T07:00:00+08:00');
    await sweepAt('2026-11-02T07:00:01+08:00');
    expect(sentTo(li)).toEqual(['07:00 晨跑 08:00 前打都算']);
    expect(await mine(run)).toMatchObject({ credits: 0, next: { at: '2026-11-02T23:00:00.000Z', by: 'app' } });
    await sweepAt('2026-11-03T07:00:00+08:00');
    expect(sentTo(li)).toHaveLength(1);
    expect(await noticesOf(li)).toEqual(['wechat | 该打卡了：晨跑', 'app | 该打卡了：晨跑']);
  });

  it('accepts of other templates, and none at all, add nothing', async () => {
    const li = await runner();
    const run = await asks(li, {}, '07:00');
    const reply = await run.call<{ credits: number }>('POST', '/credits', { clientMsgId: newClientMsgId(), accepted: ['another'] });
    expect(reply.body.credits).toBe(0);
  });

  it('says nothing on a day that asks for nothing, that is done, in a pause, or when it is off', async () => {
    const li = await runner();
    const done = await asks(li, { title: '打过了' }, '07:00');
    await done.checkIn();
    await (await asks(li, { title: '停几天' }, '07:00')).write('pauses');
    await asks(li, { title: '不是今天', cadence: { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=TU' } }, '07:00');
    await remind(await asks(li, { title: '关了' }, '07:00'), null);
    await (await asks(li, { title: '走了' }, '07:00')).do('leave');
    await (await asks(li, { title: '结束了' }, '07:00')).do('close');
    await asks(li, { title: '还没开始', start: '2026-11-03' }, '07:00');
    await sweepAt('2026-11-02T07:00:00+08:00');
    expect(await noticesOf(li)).toEqual([]);
    await sweepAt('2026-11-03T07:00:00+08:00');
    expect(await noticesOf(li)).toEqual(['app | 该打卡了：打过了、不是今天、还没开始']);
  });

  it('says nothing more in a week that has its check-ins [C10]', async () => {
    const li = await runner();
    const run = await asks(li, { title: '一周一次', cadence: { kind: 'perWeek', n: 1 } }, '20:00');
    await run.checkIn();
    await sweepAt('2026-11-03T20:00:00+08:00');
    expect(await noticesOf(li)).toEqual([]);
    await sweepAt('2026-11-09T20:00:00+08:00');
    expect(await noticesOf(li)).toHaveLength(1);
  });

  it('for what is due within a quarter of an hour is one message that costs one', async () => {
    const li = await runner();
    const run = await asks(li, { title: '晨跑' }, '07:00');
    await asks(li, { title: '背单词' }, '07:14');
    await asks(li, { title: '吃早饭' }, '07:15');
    for (const _ of [1, 2]) await accept(li, run);
    await sweepAt('2026-11-02T07:00:00+08:00');
    expect(sentTo(li)).toEqual(['07:00 晨跑、背单词 23:59 前打都算']);
    await sweepAt('2026-11-02T07:15:00+08:00');
    expect(sentTo(li)).toEqual(['07:00 晨跑、背单词 23:59 前打都算', '07:15 吃早饭 23:59 前打都算']);
    await sweepAt('2026-11-02T08:00:00+08:00');
    expect(await noticesOf(li)).toHaveLength(2);
  });

  it('missed while nothing ran comes merged with its time; nothing for days past', async () => {
    const li = await runner();
    await asks(li, { title: '晨跑', window: { from: '06:00', to: '08:00' } }, '06:30');
    await asks(li, { title: '背单词' }, '07:00');
    await asks(li, { title: '喝水' }, '12:00');
    await sweepAt('2026-11-05T12:20:00+08:00');
    expect(await noticesOf(li)).toEqual(['app | 该打卡了：背单词、喝水（晚了，本该 07:00 提醒）']);
    await sweepAt('2026-11-05T12:30:00+08:00');
    expect(await noticesOf(li)).toHaveLength(1);
  });

  it('waits while its pai is dissolved', async () => {
    const li = await runner();
    await asks(li, { title: '晨跑' }, '07:00');
    await li.who.must('POST', `/pais/${li.paiId}/dissolve`, {});
    await sweepAt('2026-11-02T07:00:00+08:00');
    expect(await noticesOf(li)).toEqual([]);
    stand('2026-11-02T07:01:00+08:00');
    expect((await callAnew(li.who, 'POST', `/pais/${li.paiId}/restore`, {})).status).toBe(200);
    await sweepAt('2026-11-03T07:00:00+08:00');
    expect(await noticesOf(li)).toHaveLength(1);
  });

  it('in a window past midnight is about the day whose window is open [C2]', async () => {
    const li = await runner();
    const night = await asks(li, { title: '夜跑', window: { from: '22:00', to: '02:00' } }, '00:30');
    stand('2026-11-02T23:00:00+08:00');
    await night.checkIn();
    await sweepAt('2026-11-03T00:30:00+08:00');
    expect(await noticesOf(li)).toEqual([]);
    await sweepAt('2026-11-04T00:30:00+08:00');
    expect(await noticesOf(li)).toHaveLength(1);
  });
});

describe('the clock of a member', () => {
  it('is followed when it becomes another one [C1], and no day is told twice', async () => {
    const li = await runner();
    const run = await asks(li, { title: '晨跑' }, '07:00');
    await sweepAt('2026-11-02T07:00:00+08:00');
    await run.call('PUT', '/zone', { zone: 'Europe/Berlin' });
    await sweepAt('2026-11-02T07:00:00+01:00');
    expect(await noticesOf(li)).toHaveLength(1);
    await sweepAt('2026-11-03T07:00:00+08:00');
    expect(await noticesOf(li)).toHaveLength(1);
    await sweepAt('2026-11-03T07:00:00+01:00');
    expect(await noticesOf(li)).toHaveLength(2);
  });

  it.each([
    ['is set forward: an hour that is left out comes as much later', '2027-03-28', '2027-03-28T03:30:00+02:00'],
    ['is set back: of an hour that comes twice the first', '2027-10-31', '2027-10-31T02:30:00+02:00'],
  ])('%s', async (_, day, due) => {
    stand(`${day}T00:10:00+01:00`);
    const li = await runner();
    const run = new Player(li.who, await start(li.who, li.paiId, { start: day, title: '夜里' }, 'Europe/Berlin'), 'Europe/Berlin');
    await remind(run, '02:30', 'Europe/Berlin');
    await sweepAt(new Date(Date.parse(due) - 1000).toISOString());
    expect(await noticesOf(li)).toEqual([]);
    await sweepAt(due);
    await sweepAt(new Date(Date.parse(due) + 3600_000).toISOString());
    expect(await noticesOf(li)).toHaveLength(1);
  });
});

describe('WeChat', () => {
  const failing = async (times: number): Promise<{ li: Runner; run: Player }> => {
    const li = await runner();
    const run = await asks(li, { title: '晨跑' }, '07:00');
    for (let i = 0; i < times; i++) await accept(li, run);
    return { li, run };
  };

  it.each([
    ['refuses the value (45168): the credit is given back', 45168, 2, '45168'],
    ['has no accept any more (43101): nothing is left', 43101, 0, 'no-credit'],
    ['has banned the template (43107): nothing is left', 43107, 0, 'banned'],
    ['gives no answer (-1): it may have been sent, so it counts and is not repeated', -1, 1, 'unknown'],
  ])('%s, and it comes in the app', async (_, errcode, left, why) => {
    const { li, run } = await failing(2);
    stub.control.fault(SEND, { kind: 'error', errcode });
    await sweepAt('2026-11-02T07:00:00+08:00');
    await sweepAt('2026-11-02T07:01:00+08:00');
    expect(await noticesOf(li)).toEqual([`app | 该打卡了：晨跑 | ${why}`]);
    expect((await mine(run)).credits).toBe(left);
    expect(sentTo(li)).toEqual([]);
  });

  it('may have sent what a worker died over: that is not sent again, but found in the app', async () => {
    const { li, run } = await failing(2);
    const dueAt = new Date('2026-11-02T07:00:00+08:00');
    const key = `${li.who.id}:${dueAt.getTime()}`;
    await mongoose.connection.collection<{ _id: string }>('reminderNotices').insertOne({ _id: key, userId: li.who.id, dueAt, at: dueAt, about: [], text: '该打卡了：晨跑', state: 'sending', by: 'wechat' } as never);
    await mongoose.connection.collection<{ _id: string }>('reminders').updateOne({ _id: li.who.id }, { $set: { holder: 'dead', wakeAt: new Date(dueAt.getTime() + 20_000) } });
    await sweepAt('2026-11-02T07:00:19+08:00');
    expect(await noticesOf(li)).toEqual(['wechat | 该打卡了：晨跑']);
    await sweepAt('2026-11-02T07:00:20+08:00');
    await sweepAt('2026-11-02T07:05:00+08:00');
    expect(await noticesOf(li)).toEqual(['app | 该打卡了：晨跑 | unknown']);
    expect([sentTo(li), (await mine(run)).credits]).toEqual([[], 2]);
  });
});

it('several workers at once tell each person once', async () => {
  const all: { li: Runner; run: Player }[] = [];
  for (let i = 0; i < 8; i++) {
    const li = await runner();
    all.push({ li, run: await asks(li, { title: '晨跑' }, '07:00') });
  }
  for (const { li, run } of all) for (const _ of [1, 2]) await accept(li, run);
  stand('2026-11-02T07:00:00+08:00');
  await Promise.all([1, 2, 3, 4, 5].map(sweepReminders));
  expect(all.map(({ li }) => sentTo(li).length)).toEqual(all.map(() => 1));
  for (const { run } of all) expect((await mine(run)).credits).toBe(1);
});

it('what was told is found among what is open today, and a reminder in the calendar is remembered', async () => {
  const li = await runner();
  const run = await asks(li, { title: '晨跑' }, '07:00');
  await run.call('PUT', '/reminder', { at: '07:00', zone: SHANGHAI, calendar: true });
  await sweepAt('2026-11-02T07:00:00+08:00');
  expect((await mine(run)).calendar).toBe(true);
  const { open } = (await callAnew<OpenToday>(li.who, 'GET', '/challenges/today')).body;
  expect(open).toMatchObject([{ title: '晨跑', remindedAt: '2026-11-01T23:00:00.000Z' }]);
});

it('who takes no part sets no reminder, and a zone nobody knows is refused', async () => {
  const li = await runner();
  const run = await asks(li, {}, '07:00');
  const wang = await cloud.person('王');
  await li.who.bring(li.paiId, wang);
  expect((await new Player(wang, run.challenge).call('PUT', '/reminder', { at: '07:00', zone: SHANGHAI })).status).toBe(409);
  expect((await run.call('PUT', '/reminder', { at: '07:00', zone: 'Mars/Base' })).status).toBe(400);
});
