import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { Trip } from '../support/itineraries';
import type { Person } from '../support/person';
import { Phone, closeBrowser } from './support/phone';

jest.setTimeout(120_000);

/* Needs the built H5 client, as walk.test.ts does. */
let cloud: Cloud;
let lin: Person;
let pai: Pai;
let phone: Phone;

beforeAll(async () => {
  cloud = await givenCloud();
  lin = await cloud.person('林静');
  pai = await lin.createPai('秋天去杭州', { kind: 'trip' });
  phone = await Phone.open({ locale: 'zh', dark: false, elder: true });
});
afterAll(async () => {
  await phone.close();
  await closeBrowser();
  await cloud.stop();
});

it('[B3] a list of places is pasted in: what will do is there to be added, each other row is told with its cure', async () => {
  const trip = await Trip.begin(lin, pai.id);
  await trip.planned();
  const { token, refreshToken, expiresIn, user } = lin.session;
  await phone.keep({ tokens: { token, refreshToken, expiresAt: Date.now() + expiresIn * 1000 }, user, prefs: { elder: true, theme: 'system', locale: 'zh' } });
  await phone.page.goto(`${cloud.url}/#/pages/itinerary/index?pai=${pai.id}&id=${trip.id}`);
  await phone.settled();
  await phone.page.getByRole('button', { name: '更多' }).tap();
  await phone.page.getByText('导入地点', { exact: true }).tap();
  await phone.page.getByRole('textbox', { name: '也可以把内容粘贴在这里' }).fill('名称,类型,纬度,经度,价格\n外婆家的院子,景点,30.22,120.1,80\n找不到的地方,景点,北纬三十度,120,5');
  await phone.page.getByRole('button', { name: '导入', exact: true }).tap();
  await phone.page.getByText('加了 1 个地方，更新了 0 个').waitFor();
  await phone.page.getByText(/第 3 行/).waitFor();
  await phone.settled();
  await phone.picture('itinerary places');
  expect(await phone.wrongs()).toEqual([]);
  await phone.page.getByRole('button', { name: '关闭' }).last().tap();
  await phone.page.getByRole('button', { name: '加一站' }).first().tap();
  await phone.page.getByText('外婆家的院子', { exact: true }).waitFor();
});
