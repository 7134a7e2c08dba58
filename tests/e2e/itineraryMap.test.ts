import http from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { givenCloud, type Cloud } from '../support/cloud';
import { Trip } from '../support/itineraries';
import { Phone, closeBrowser } from './support/phone';

/* Needs the built H5 client, as walk.test.ts does. */
let cloud: Cloud;
let tiles: http.Server;
const asked = new Set<string>();

beforeAll(async () => {
  const tile = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#cfe3d4' } }).png().toBuffer();
  tiles = http.createServer((request, response) => {
    asked.add(request.url ?? '');
    response.setHeader('content-type', 'image/png').end(tile);
  });
  await new Promise<void>((resolve) => tiles.listen(0, '127.0.0.1', resolve));
  cloud = await givenCloud({ MAP_TILES: `http://127.0.0.1:${(tiles.address() as AddressInfo).port}/{z}/{x}/{y}.png`, MAP_TILES_ATTRIBUTION: 'Tiles of the test' });
});
afterAll(async () => {
  await closeBrowser();
  await cloud.stop();
  tiles.close();
});

/* A name as somebody may put it into a list of their own. */
const HOSTILE = '<img src=x onerror=document.title=1>湖';
const CSV = `名称,类型,城市,纬度,经度\n${HOSTILE},景点,杭州,30.25,120.15`;

it('the day is drawn on the tiles the operator names, and a name is never markup', async () => {
  const lin = await cloud.person('林静');
  const pai = await lin.createPai('秋天去杭州');
  await lin.must('POST', `/pais/${pai.id}/places/import`, { format: 'csv', text: CSV });
  const { places } = await lin.must<{ places: { id: string; name: string }[] }>('GET', `/pais/${pai.id}/places?city=${encodeURIComponent('杭州')}&keyword=${encodeURIComponent('湖')}`);
  const mine = places.find(({ name }) => name === HOSTILE);
  const trip = await Trip.begin(lin, pai.id);
  await trip.planned();
  await trip.edit(lin, 1, { do: 'add', day: 0, place: 0, placeId: mine?.id ?? '', kind: 'attraction' });

  const phone = await Phone.open({ locale: 'zh', dark: false, elder: false });
  const { token, refreshToken, expiresIn, user } = lin.session;
  await phone.keep({ tokens: { token, refreshToken, expiresAt: Date.now() + expiresIn * 1000 }, user, prefs: { elder: false, theme: 'system', locale: 'zh' } });
  await phone.page.goto(`${cloud.url}/#/pages/itinerary/index?pai=${pai.id}&id=${trip.id}`);
  await phone.page.reload();
  await phone.settled();
  await phone.page.locator('.leaflet-tile-loaded').first().waitFor();
  expect([...asked].every((url) => /^\/\d+\/\d+\/\d+\.png$/.test(url))).toBe(true);
  const marks = phone.page.locator('.map-mark');
  expect(await marks.count()).toBeGreaterThan(2);
  for (let i = 0; i < (await marks.count()); i++) await marks.nth(i).dispatchEvent('mouseover');
  expect(await phone.page.locator('.leaflet-tooltip', { hasText: 'onerror' }).count()).toBeGreaterThan(0);
  expect(await phone.page.locator('.leaflet-container img[src="x"]').count()).toBe(0);
  await phone.page.getByText('Tiles of the test').waitFor();
  expect(phone.faults).toEqual([]);
  await phone.close();
});
