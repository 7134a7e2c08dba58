import type { Card } from '@shared/wire/card';
import type { Itinerary } from '@shared/wire/itinerary';
import { givenCloud, type Cloud } from '../support/cloud';
import { proposed } from '../support/cards';
import { Trip } from '../support/itineraries';
import { eventually, type Person } from '../support/person';
import { Phone, closeBrowser, type Look } from './support/phone';

jest.setTimeout(120_000);

/* Needs the built H5 client, as walk.test.ts does. */
let cloud: Cloud;
let lin: Person;
let paiId: string;
let made: Trip;

const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now());
const opened: Phone[] = [];

beforeAll(async () => {
  cloud = await givenCloud();
  [lin] = (await cloud.people('林静')) as [Person];
  paiId = (await lin.createPai('秋天去杭州', { kind: 'trip' })).id;
  made = await Trip.begin(lin, paiId, { city: '杭州', days: 1, startOn: TODAY });
  await made.planned();
});
afterAll(async () => {
  await closeBrowser();
  await cloud.stop();
});
afterEach(async () => {
  for (const phone of opened.splice(0)) await phone.close();
});

/** A phone that shows a page; `clock` is the time on it, on the day of the trip. */
async function phoneOf(page: string, look: Partial<Look> = {}, clock?: string): Promise<Phone> {
  const phone = await Phone.open({ locale: 'zh', dark: false, elder: false, ...look });
  opened.push(phone);
  if (clock !== undefined) await phone.page.clock.setFixedTime(new Date(`${TODAY}T${clock}:00+08:00`));
  const { token, refreshToken, user } = lin.session;
  await phone.keep({ tokens: { token, refreshToken, expiresAt: Date.parse('2099-01-01') }, user, prefs: { elder: phone.look.elder, theme: 'system', locale: phone.look.locale } });
  await phone.page.goto(`${cloud.url}/#/pages/${page}`);
  await phone.settled();
  return phone;
}

const onTrip = (look: Partial<Look> = {}, clock?: string): Promise<Phone> => phoneOf(`itinerary/index?pai=${paiId}&id=${made.id}`, look, clock);
const button = (phone: Phone, name: string | RegExp) => phone.page.getByRole('button', { name });
const stopsOf = ({ plan }: Itinerary) => plan?.days[0]?.items ?? [];
const nameIn = ({ places }: Itinerary, placeId: string | undefined): string => places.find(({ id }) => id === placeId)?.name ?? '?';

it('on the day the next stop stands on the page; late, one tap plans the rest anew and leaves what was before', async () => {
  const before = await made.read();
  const [first, second] = stopsOf(before);
  const phone = await onTrip({}, first?.from);
  const strip = phone.page.getByRole('status').filter({ hasText: '下一站' });
  expect(await strip.innerText()).toContain(nameIn(before, second?.placeId));
  await phone.picture('itinerary live');
  await button(phone, '晚了 30 分钟').tap();
  const after = await eventually('the rest planned anew', async () => {
    const now = await made.read();
    return now.version > before.version && now;
  });
  expect(stopsOf(after)[0]).toEqual(first);
  expect((stopsOf(after)[1]?.from ?? '') > (second?.from ?? '')).toBe(true);
  await phone.page.getByText('后面的重排了').waitFor();
  await phone.settled();
  expect(await strip.innerText()).toContain(nameIn(after, stopsOf(after)[1]?.placeId));
  expect(await phone.wrongs()).toEqual([]);
});

it('a stop that is held is dragged to where it is let go', async () => {
  const before = await made.read();
  const [first, second] = stopsOf(before);
  const phone = await onTrip();
  const rows = phone.page.getByRole('button', { name: /^第 [12] 站/ });
  await rows.first().scrollIntoViewIfNeeded();
  const [from, to] = [await rows.nth(0).boundingBox(), await rows.nth(1).boundingBox()];
  await phone.drag(rows.nth(0), (to?.y ?? 0) - (from?.y ?? 0) + (to?.height ?? 0) * 0.75, async () => {
    await phone.page.locator('.stop-up').waitFor();
    await phone.picture('itinerary drag');
  });
  const after = await eventually('it stands second', async () => {
    const now = await made.read();
    return now.version > before.version && now;
  });
  expect(stopsOf(after).slice(0, 2).map(({ id }) => id)).toEqual([second?.id, first?.id]);
  await eventually('so does the page', async () => (await rows.first().innerText()).includes(nameIn(after, second?.placeId)));
});

it('a plan that was opened once is read without the cloud', async () => {
  const trip = await made.read();
  const phone = await onTrip();
  await phone.page.getByText(nameIn(trip, stopsOf(trip)[0]?.placeId)).first().waitFor();
  await phone.page.route('**/api/**', (route) => route.abort());
  await phone.page.routeWebSocket(/\/ws$/, (line) => line.close());
  await phone.page.reload();
  await phone.page.getByText(/没有网络，这是/).waitFor();
  for (const { placeId } of stopsOf(trip)) await phone.page.getByText(nameIn(trip, placeId)).first().waitFor();
  await phone.picture('itinerary offline');
  expect(await phone.wrongs()).toEqual([]);
});

it('a trip that a card proposes is put right before it is begun', async () => {
  const seq = await proposed(lin, paiId, { act: 'itinerary', itinerary: { title: '苏州 2 天', city: '苏州', days: 2 } });
  const phone = await phoneOf(`room/index?id=${paiId}`);
  await phone.picture('room trip card');
  await button(phone, '改一改').tap();
  await phone.page.getByRole('textbox', { name: '城市' }).fill('绍兴');
  await button(phone, '多一天').tap();
  await phone.picture('itinerary card');
  expect(await phone.wrongs()).toEqual([]);
  await button(phone, '好了').tap();
  const card = await eventually('the card is changed', async () => {
    const { messages } = await lin.must<{ messages: { card?: Card }[] }>('GET', `/pais/${paiId}/messages?after=${seq - 1}&limit=1`);
    const now = messages[0]?.card;
    return now?.act.act === 'itinerary' && now.act.itinerary.city === '绍兴' && now;
  });
  expect(card).toMatchObject({ state: 'open', act: { itinerary: { title: '绍兴 3 天', city: '绍兴', days: 3 } } });
  await phone.page.getByText('绍兴 3 天').waitFor();
});

const LOOKS: [string, Look][] = [
  ['in Chinese, elder size', { locale: 'zh', dark: false, elder: true }],
  ['in English, dark', { locale: 'en', dark: true, elder: false }],
];

it.each(LOOKS)('%s the day of the trip reads well', async (_, look) => {
  const phone = await onTrip(look, stopsOf(await made.read())[0]?.from);
  await phone.page.getByRole('status').filter({ hasText: /下一站|Next/ }).waitFor();
  await phone.picture('itinerary live');
  expect(await phone.wrongs()).toEqual([]);
});
