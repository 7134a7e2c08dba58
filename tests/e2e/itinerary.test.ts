import fs from 'node:fs';
import ICAL from 'ical.js';
import { dayText, mondayOf, wallDay } from '@shared/domain/civil';
import { wallClock } from '@shared/domain/zone';
import type { Itinerary, Wish } from '@shared/wire/itinerary';
import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { onCard, voteFor } from '../support/cards';
import { Trip } from '../support/itineraries';
import { eventually, newClientMsgId, type Person } from '../support/person';
import { Phone, closeBrowser, type Look } from './support/phone';

jest.setTimeout(240_000);

/* Needs the built H5 client, as walk.test.ts does. */
let cloud: Cloud;
let people: Person[];
let lin: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(async () => {
  await closeBrowser();
  await cloud.stop();
});

const opened: Phone[] = [];
afterEach(async () => {
  for (const phone of opened.splice(0)) await phone.close();
});

beforeEach(async () => {
  people = await cloud.people('林静', '阿楠', '小舟', '外婆', '老陈');
  [lin] = people as [Person];
  pai = await lin.createPai('秋天去杭州', { kind: 'trip' });
  await lin.bring(pai.id, ...people.slice(1));
});

async function phoneOf(person: Person, page: string, look: Partial<Look> = {}): Promise<Phone> {
  const phone = await Phone.open({ locale: 'zh', dark: false, elder: false, ...look });
  opened.push(phone);
  const { token, refreshToken, expiresIn, user } = person.session;
  await phone.keep({ tokens: { token, refreshToken, expiresAt: Date.now() + expiresIn * 1000 }, user, prefs: { elder: phone.look.elder, theme: 'system', locale: phone.look.locale } });
  await go(phone, page);
  return phone;
}

async function go(phone: Phone, page: string): Promise<void> {
  await phone.page.goto(`${cloud.url}/#/pages/${page}`);
  await phone.page.reload();
  await phone.settled();
}

const button = (phone: Phone, name: string | RegExp) => phone.page.getByRole('button', { name });

const trips = (): Promise<{ itineraries: { id: string }[] }> => lin.must('GET', `/pais/${pai.id}/itineraries`);
async function trip(): Promise<Itinerary> {
  const [first] = (await trips()).itineraries;
  return (await lin.must<{ itinerary: Itinerary }>('GET', `/pais/${pai.id}/itineraries/${first?.id}`)).itinerary;
}
const board = async (): Promise<Wish[]> => (await lin.must<{ wishes: Wish[] }>('GET', `/pais/${pai.id}/itineraries/${(await trip()).id}/wishes`)).wishes;
const named = ({ places }: Itinerary, placeId: string): string => places.find(({ id }) => id === placeId)?.name ?? '';
const stops = ({ plan }: Itinerary, day: number) => plan?.days[day]?.items ?? [];

/* Museums are closed on this one: the museum has to wait for Tuesday. */
const MONDAY = dayText(mondayOf(wallDay(wallClock(Date.now(), 'Asia/Shanghai'))) + 7);
const TALK: [number, string][] = [
  [1, '我吃素，中午要有素的'],
  [2, '这次想去中国丝绸博物馆'],
  [3, '想去雷峰塔看看'],
  [4, '每个人别超过1500块'],
  [0, '住经济型酒店就行'],
];

/** Begins an itinerary by hand, on a phone. */
async function begun(phone: Phone): Promise<void> {
  await button(phone, '行程').tap();
  await button(phone, '建一个行程').tap();
  await phone.page.getByRole('textbox', { name: '城市' }).fill('杭州');
  await phone.page.getByLabel('哪天出发').fill(MONDAY);
  await button(phone, '好了').tap();
  await eventually('an itinerary', async () => (await trips()).itineraries.length === 1);
  await button(phone, '排一下').waitFor();
}

async function planned(phone: Phone): Promise<Itinerary> {
  await button(phone, '排一下').tap();
  await phone.page.getByRole('tab', { name: `周一 ${Number(MONDAY.slice(8))}` }).waitFor({ timeout: 30_000 });
  return trip();
}

it('five people talk, plan two days with a vegetarian, a budget and a museum closed on Monday, vote, edit, settle, and take the calendar along', async () => {
  const phone = await phoneOf(lin, `room/index?id=${pai.id}`);
  await begun(phone);
  expect(await phone.wrongs()).toEqual([]);
  for (const [who, text] of TALK) await people[who]?.say(pai.id, text);
  await eventually('the wishes', async () => new Set((await board()).map(({ member }) => member.name)).size === 5, 20_000);

  await button(phone, /^心愿板/).tap();
  await button(phone, /小舟的心愿：这次想去中国丝绸博物馆/).waitFor();
  await phone.page.getByRole('switch', { name: /我也想：想去雷峰塔/ }).tap();
  await eventually('a heart', async () => (await board()).some(({ text, hearts }) => text.includes('雷峰塔') && hearts.includes(lin.id)));
  await phone.settled();
  await phone.picture('wishes before');
  expect(await phone.wrongs()).toEqual([]);
  await button(phone, '返回').last().tap();

  let now = await planned(phone);
  expect(now.plan?.days).toHaveLength(2);
  const museum = [0, 1].find((day) => stops(now, day).some(({ placeId }) => named(now, placeId).includes('中国丝绸博物馆')));
  expect(museum).toBe(1);
  expect(now.plan?.perHead).toBeLessThanOrEqual(1500);
  expect(now.checks.filter(({ rule, state }) => rule === 'wish' && state === 'fail')).toEqual([]);
  await phone.settled();
  await phone.picture('plan');
  expect(await phone.wrongs()).toEqual([]);

  // the vote
  const lunch = stops(now, 0).find(({ kind }) => kind === 'lunch');
  await button(phone, new RegExp(named(now, lunch?.placeId ?? ''))).first().tap();
  await phone.page.getByRole('dialog').getByText('换一个', { exact: true }).tap();
  await phone.page.getByRole('checkbox', { name: /给大家投/ }).first().tap();
  await button(phone, /让大家投票/).tap();
  const { seq } = await eventually('the poll', async () => (await trip()).votes[0]);
  for (const person of people) await voteFor(person, pai.id, seq, 1);
  await onCard(lin, pai.id, seq, 'close');
  await phone.settled();
  await button(phone, new RegExp(named(now, lunch?.placeId ?? ''))).first().tap();
  await phone.page.getByRole('dialog').getByText('按投票的换').tap();
  now = await eventually('the vote is in the plan', async () => {
    const after = await trip();
    return after.version === 2 && after;
  });
  expect(stops(now, 0).find(({ id }) => id === lunch?.id)?.placeId).not.toBe(lunch?.placeId);
  await button(phone, '关闭').last().tap();

  // edits by hand: a note, a later place in the day, and back
  const first = stops(now, 0)[0];
  await button(phone, new RegExp(`^第 1 站`)).tap();
  await phone.page.getByRole('textbox', { name: '备注' }).fill('南门集合');
  await phone.page.getByRole('dialog').getByRole('button', { name: '好了' }).tap();
  await eventually('the note', async () => stops(await trip(), 0)[0]?.note === '南门集合');
  await phone.page.getByRole('dialog').getByRole('button', { name: '往后挪' }).tap();
  await eventually('it is moved', async () => stops(await trip(), 0)[1]?.id === first?.id);
  await button(phone, '撤销').tap();
  await eventually('it is undone', async () => stops(await trip(), 0)[0]?.id === first?.id);
  await button(phone, '关闭').last().tap();

  // settled, and out as a calendar
  await button(phone, '就这么定').tap();
  const anyway = button(phone, '知道了，就这么定');
  if ((await trip()).checks.some(({ state }) => state === 'fail')) await anyway.tap();
  await eventually('it is settled', async () => (await trip()).state === 'decided');
  await button(phone, '更多').tap();
  await phone.page.getByText('导出', { exact: true }).tap();
  const [file] = await Promise.all([phone.page.waitForEvent('download'), phone.page.getByText('加到日历', { exact: true }).tap()]);
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(await file.path(), 'utf8')) as never);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  now = await trip();
  expect(events).toHaveLength(stops(now, 0).length + stops(now, 1).length);
  const opening = events.find(({ summary }) => summary.includes(named(now, stops(now, 0)[0]?.placeId ?? '')));
  expect(opening?.startDate.toString()).toBe(`${MONDAY}T${stops(now, 0)[0]?.from}:00`);
  expect(opening?.startDate.zone?.tzid).toBe('Asia/Shanghai');
  expect(await phone.wrongs()).toEqual([]);
});

const LOOKS: [string, Look][] = [
  ['in Chinese', { locale: 'zh', dark: false, elder: false }],
  ['in Chinese, dark', { locale: 'zh', dark: true, elder: false }],
  ['in Chinese, elder size', { locale: 'zh', dark: false, elder: true }],
  ['in English, elder size, dark', { locale: 'en', dark: true, elder: true }],
];

/* Sheets of the plan's page: what opens each, and what stands in it. */
const SHEETS: [string, (phone: Phone) => Promise<void>, RegExp][] = [
  ['stop', async (phone) => void (await button(phone, /^(第 2 站|Stop 2)/).tap()), /没核实|unverified/],
  ['cost', async (phone) => void (await button(phone, /^(花费明细|What it costs)/).tap()), /人均|Each/],
  ['add', async (phone) => void (await button(phone, /^(加一站|Add a stop)$/).tap()), /样例|[Ss]ample/],
];

describe.each(LOOKS)('%s', (_, look) => {
  it('every page of an itinerary reads well', async () => {
    const made = await Trip.begin(lin, pai.id);
    await made.wish(lin, '人均不超过 1500');
    await made.wish(people[1] as Person, '想吃素');
    await made.wish(people[2] as Person, '想去中国丝绸博物馆');
    await made.wish(people[3] as Person, '不想去中国丝绸博物馆');
    await made.wish(people[4] as Person, '早上九点以后再出发，走路别太多，一路上慢慢来');
    await made.planned();
    await lin.must('POST', made.at('/expenses'), { clientMsgId: newClientMsgId(), title: '高铁票五张', payer: lin.id, cents: 100_001, for: people.map(({ id }) => id) });
    await lin.must('POST', made.at('/packing'), { clientMsgId: newClientMsgId(), text: '雨伞' });
    const phone = await phoneOf(lin, `itinerary/index?pai=${pai.id}&id=${made.id}`, look);
    const faults: string[] = [];
    const looked = async (name: string): Promise<void> => {
      await phone.settled();
      await phone.picture(name);
      faults.push(...(await phone.wrongs()).map((fault) => `${name}: ${fault}`));
    };
    await looked('itinerary');
    for (const [name, open, content] of SHEETS) {
      await open(phone);
      await phone.page.getByRole('dialog').getByText(content).first().waitFor();
      await looked(`itinerary ${name}`);
      await phone.page.keyboard.press('Escape');
      await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await phone.page.getByRole('tab', { name: /^(核对|Checks)/ }).tap();
    await looked('itinerary checks');
    for (const page of ['wishes', 'expenses', 'packing']) {
      await go(phone, `itinerary/${page}/index?pai=${pai.id}&id=${made.id}`);
      await looked(`itinerary ${page}`);
    }
    await go(phone, `itinerary/index?pai=${pai.id}`);
    expect(faults).toEqual([]);
  });
});
