import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { importSPKI, jwtVerify } from 'jose';
import type { PackingThing } from '@shared/wire/itinerary';
import { config, useConfig } from '../../cloud/src/config';
import { givenCloud, type Cloud } from '../support/cloud';
import { beginItinerary, givenPlan, placeOf } from '../support/itinerary';
import { codeOf, newClientMsgId, type Person } from '../support/person';

interface Weather {
  days: { on: string; text: string; low: number; high: number; wetMm: number }[];
  source?: string;
}

const { publicKey, privateKey } = generateKeyPairSync('ed25519', { publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });

let forecasts: Server;
let asked: { path: string; token: string | undefined }[];
let cloud: Cloud;
let owner: Person;
let li: Person;
let mei: Person;
let paiId: string;
let id: string;

/** Both services, by their paths and shapes; QWeather's only for a token its key has signed. */
async function answer(request: IncomingMessage): Promise<object> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://stub');
  const token = request.headers.authorization?.replace('Bearer ', '');
  asked.push({ path: pathname, token });
  if (pathname === '/v1/forecast' && searchParams.get('daily')) return { daily: { time: ['2026-11-28'], weather_code: [63], temperature_2m_max: [31], temperature_2m_min: [12], precipitation_sum: [4.5] } };
  const { payload, protectedHeader } = await jwtVerify(token ?? '', await importSPKI(publicKey, 'EdDSA'));
  if (protectedHeader.kid !== 'key-1' || payload.sub !== 'project-1' || pathname !== '/v7/weather/7d') return { code: '401' };
  const day = (fxDate: string, tempMin: string, tempMax: string, textDay: string, precip: string): object => ({ fxDate, tempMin, tempMax, textDay, precip });
  return { code: '200', daily: [day('2026-11-27', '1', '2', '晴', '0.0'), day('2026-11-28', '5', '11', '小雨', '3.2'), day('2026-11-29', '9', '15', '多云', '0.0')] };
}

beforeAll(async () => {
  forecasts = createServer((request, response) => void answer(request).catch(() => ({ code: '401' })).then((body) => response.end(JSON.stringify(body))));
  await new Promise<void>((resolve) => forecasts.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(forecasts.address() as AddressInfo).port}`;
  cloud = await givenCloud({ QWEATHER_BASE_URL: url, QWEATHER_PROJECT: 'project-1', QWEATHER_KEY_ID: 'key-1', QWEATHER_PRIVATE_KEY: privateKey.replaceAll('\n', '\\n'), OPEN_METEO_URL: url });
});
afterAll(async () => {
  await cloud.stop();
  forecasts.close();
});
beforeEach(async () => {
  asked = [];
  [owner, li, mei] = await cloud.people('派主', '李', '梅');
  paiId = (await owner.createPai('秋游')).id;
  await owner.bring(paiId, li, mei);
  ({ id } = await beginItinerary(li, paiId, { startOn: '2026-11-28', days: 2 }));
  await givenPlan(id, {
    days: [{ on: '2026-11-28', items: [{ id: 's1', kind: 'attraction', placeId: 'p-灵隐寺', from: '09:00', to: '11:00', cost: 0 }, { id: 's2', kind: 'hotel', placeId: 'p-旅馆', from: '20:00', to: '24:00', cost: 300 }] }, { on: '2026-11-29', items: [] }],
    places: [placeOf('灵隐寺', { kind: '寺庙' }), placeOf('旅馆', { type: 'hotel', kind: '经济型' })],
    party: [owner.id, li.id, mei.id],
  });
});

const path = (rest = ''): string => `/pais/${paiId}/itineraries/${id}${rest}`;
const list = async (who = mei): Promise<PackingThing[]> => (await who.must<{ things: PackingThing[] }>('GET', path('/packing'))).things;
const named = (things: readonly PackingThing[], part: string): PackingThing | undefined => things.find(({ id: one }) => one.includes(part));
const wish = (who: Person, text: string): Promise<unknown> => who.must('POST', path('/wishes'), { clientMsgId: newClientMsgId(), text, constraints: [] });
const add = async (who: Person, text: string, more: object = {}): Promise<PackingThing> => {
  const { things } = await who.must<{ things: PackingThing[] }>('POST', path('/packing'), { clientMsgId: newClientMsgId(), text, ...more });
  return things.at(-1) as PackingThing;
};

describe('the forecast', () => {
  it('is that of the days one goes, asked with a signed token, once in a while', async () => {
    const weather = await li.must<Weather>('GET', path('/weather'));
    expect(weather).toEqual({ source: '和风天气', days: [{ on: '2026-11-28', text: '小雨', low: 5, high: 11, wetMm: 3.2 }, { on: '2026-11-29', text: '多云', low: 9, high: 15, wetMm: 0 }] });
    const calls = asked.length;
    await mei.must<Weather>('GET', path('/weather'));
    expect(asked).toHaveLength(calls);
  });

  it('comes from Open-Meteo where only that is set, and from nowhere where nothing is', async () => {
    const set = config();
    useConfig({ ...set, QWEATHER_BASE_URL: undefined });
    expect(await li.must<Weather>('GET', path('/weather'))).toEqual({ source: 'Open-Meteo (CC BY 4.0)', days: [{ on: '2026-11-28', text: '雨', low: 12, high: 31, wetMm: 4.5 }] });
    useConfig({ ...set, QWEATHER_BASE_URL: undefined, OPEN_METEO_URL: undefined });
    expect(await li.must<Weather>('GET', path('/weather'))).toEqual({ days: [] });
    useConfig(set);
  });

  it('is left out where the service refuses', async () => {
    const set = config();
    useConfig({ ...set, QWEATHER_KEY_ID: 'another' });
    await givenPlan(id, { days: [{ on: '2026-11-28', items: [] }], places: [placeOf('远', { lat: 20, lon: 110 })], party: [li.id] });
    expect(await li.must<Weather>('GET', path('/weather'))).toEqual({ days: [] });
    useConfig(set);
  });
});

describe('[B5] the packing list', () => {
  it('brings up what follows from the plan and the forecast, and why', async () => {
    const things = await list();
    expect(named(things, 'rain')).toMatchObject({ text: '雨伞或雨衣', because: '11/28 小雨' });
    expect(named(things, 'cold')).toMatchObject({ text: '厚外套', because: '11/28 小雨 5°' });
    expect(named(things, 'temple')).toMatchObject({ because: '要去灵隐寺' });
    expect(named(things, 'clothes')).toMatchObject({ because: '住 1 晚' });
    expect([named(things, 'hot'), named(things, 'swim')]).toEqual([undefined, undefined]);
  });

  it('brings up for one member what his wishes tell, and repeats nothing of his health', async () => {
    await wish(li, '我花生过敏，带着孩子');
    await wish(mei, '我们不带孩子，我不晕车');
    const things = await list();
    expect(named(things, `medicine-${li.id}`)).toEqual({ id: `rule-medicine-${li.id}`, text: '自己的药', because: '写在心愿里', who: li.id, done: [] });
    expect(named(things, `child-${li.id}`)).toMatchObject({ who: li.id, because: '带着孩子' });
    expect(things.some(({ id: one }) => one.includes(mei.id))).toBe(false);
  });

  it('is ticked by each for oneself', async () => {
    await Promise.all([li, mei].map((who) => who.must('PATCH', path('/packing/rule-rain'), { done: true })));
    expect(named(await list(), 'rain')?.done.sort()).toEqual([li.id, mei.id].sort());
    await mei.must('PATCH', path('/packing/rule-rain'), { done: false });
    expect(named(await list(), 'rain')?.done).toEqual([li.id]);
    expect(codeOf(await li.patch(path('/packing/rule-hot'), { done: true }))).toBe('404 packing/not-found');
    expect(codeOf(await li.patch(path('/packing/rule-rain'), { text: '伞' }))).toBe('409 packing/by-rule');
  });

  it('takes things by hand, for all or for one, and lets them be put otherwise', async () => {
    const camera = await add(mei, '相机', { who: li.id });
    expect(camera).toMatchObject({ text: '相机', who: li.id, done: [] });
    const { things } = await li.must<{ things: PackingThing[] }>('PATCH', path(`/packing/${camera.id}`), { text: '相机和电池', who: null, done: true });
    expect(things.at(-1)).toEqual({ id: camera.id, text: '相机和电池', done: [li.id] });
    expect(codeOf(await li.post(path('/packing'), { clientMsgId: newClientMsgId(), text: '长'.repeat(41) }))).toBe('400 packing/too-long');
    expect(codeOf(await li.post(path('/packing'), { clientMsgId: newClientMsgId(), text: '书', who: 'nobody' }))).toBe('400 itinerary/not-member');
  });

  it('loses a thing by who wrote it, whoever began the itinerary or the owner, and a dropped rule does not come back', async () => {
    const book = await add(owner, '书');
    expect(codeOf(await mei.del(path(`/packing/${book.id}`)))).toBe('403 packing/not-yours');
    await li.must('DELETE', path(`/packing/${book.id}`));
    expect(codeOf(await mei.del(path('/packing/rule-rain')))).toBe('403 packing/not-yours');
    await owner.must('DELETE', path('/packing/rule-rain'));
    expect(named(await list(), 'rain')).toBeUndefined();
  });

  it('forgets who has left', async () => {
    await mei.must('PATCH', path('/packing/rule-rain'), { done: true });
    await mei.must('POST', `/pais/${paiId}/leave`, {});
    expect(named(await list(li), 'rain')?.done).toEqual([]);
  });
});
