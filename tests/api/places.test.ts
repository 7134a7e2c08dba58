import { config, useConfig } from '../../cloud/src/config';
import { redis } from '../../cloud/src/infra/redis';
import { findPlaces, kindsOf } from '../../cloud/src/itinerary/places/find';
import { HANGZHOU } from '../../cloud/src/itinerary/places/hangzhou';
import { Place as WirePlace, type Place } from '@shared/wire/itinerary';
import { givenCloud, type Cloud } from '../support/cloud';
import { startLbsStub, type LbsStub } from '../support/lbs/server';
import type { LbsRow } from '../support/lbs/endpoints';
import { codeOf, type Person } from '../support/person';
import { at } from '../support/time';

interface Found {
  places: Place[];
  provider: string;
  stale: boolean;
}

const HOUR_MS = 3600_000;
const ROWS: LbsRow[] = [
  ...Array.from({ length: 45 }, (_, i) => ({ id: `s${i}`, title: `苏州园林${i}`, city: '苏州', category: '旅游景点:公园', lat: 31.3, lng: 120.6 + i / 1000 })),
  { id: 'r1', title: '平江面馆', city: '苏州', category: '美食:面馆', address: '平江路1号', lat: 31.31, lng: 120.63 },
  { id: 'h1', title: '观前酒店', city: '苏州', category: '酒店宾馆:经济型酒店', lat: 31.32, lng: 120.62 },
  { id: 'b1', title: '苏州银行', city: '苏州', category: '银行金融:银行', lat: 31.3, lng: 120.6 },
];

let stub: LbsStub;
let cloud: Cloud;
let owner: Person;
let li: Person;
let paiId: string;

beforeAll(async () => {
  stub = await startLbsStub(ROWS);
  cloud = await givenCloud({ LBS_KEY: stub.key, LBS_SECRET: stub.secret, LBS_BASE_URL: stub.url, LBS_QPS: '100' });
});
beforeEach(async () => {
  // nothing asked before, nothing kept
  for (const key of [...(await redis().keys('places:*')), ...(await redis().keys('lbs:*'))]) await redis().del(key);
  stub.calls.length = 0;
  [owner, li] = await cloud.people('派主', '李');
  paiId = (await owner.createPai('秋游')).id;
  await owner.bring(paiId, li);
});
afterAll(async () => {
  await cloud.stop();
  await stub.stop();
});

const path = (query: Record<string, string>): string => `/pais/${paiId}/places?${new URLSearchParams(query).toString()}`;
const find = (query: Record<string, string>): Promise<Found> => li.must<Found>('GET', path(query));
const namesOf = ({ places }: Found): string[] => places.map(({ name }) => name);
const bring = (text: string, extra: object = {}) => li.must<{ added: number; changed: number; refused: { line: number; field: string; why: string }[] }>('POST', `/pais/${paiId}/places/import`, { format: 'csv', text, ...extra });

describe('[B1] the sample city', () => {
  const of = (type: Place['type']): readonly Place[] => HANGZHOU.filter((place) => place.type === type);

  it('has places enough of each type, each once, in the city, and says of each that nobody looked it up', () => {
    expect(of('attraction').length).toBeGreaterThanOrEqual(60);
    expect(of('restaurant').length).toBeGreaterThanOrEqual(60);
    expect(of('hotel').length).toBeGreaterThanOrEqual(25);
    expect(new Set(HANGZHOU.map(({ id }) => id)).size).toBe(HANGZHOU.length);
    for (const place of HANGZHOU) expect(WirePlace.parse(place)).toMatchObject({ source: { name: '样例数据', verified: false } });
    expect(HANGZHOU.filter(({ lat, lon }) => Math.abs(lat - 30.26) > 0.25 || Math.abs(lon - 120.15) > 0.25)).toEqual([]);
  });

  it('serves vegetarians, Muslims, early risers and night owls, and has museums closed on Monday', () => {
    const tagged = (word: string): number => of('restaurant').filter(({ kind, tags = [] }) => [kind, ...tags].some((one) => one.includes(word))).length;
    expect(['素', '清真', '早餐', '夜宵'].map((word) => tagged(word) >= 5)).toEqual([true, true, true, true]);
    const museums = of('attraction').filter(({ kind }) => kind === '博物馆');
    expect(museums.length).toBeGreaterThan(5);
    expect(museums.every(({ hours }) => hours?.every(({ days }) => !days.includes(1)))).toBe(true);
    expect(kindsOf(HANGZHOU)).toMatchObject({ attraction: expect.arrayContaining(['博物馆', '寺庙']), restaurant: expect.arrayContaining(['杭帮菜', '素食']), hotel: expect.arrayContaining(['经济型', '湖景房']) });
  });
});

describe('[B2] places of the map service', () => {
  it('are read page by page, by type, signed, with neither hours nor prices nor what is no place to go', async () => {
    const found = await find({ city: '苏州市' });
    expect(found.places).toHaveLength(47);
    expect(namesOf(found)).not.toContain('苏州银行');
    expect(found).toMatchObject({ provider: '腾讯位置服务', stale: false });
    expect(found.places.find(({ name }) => name === '平江面馆')).toMatchObject({ type: 'restaurant', kind: '面馆', lat: 31.31, lon: 120.63, address: '平江路1号', source: { verified: false } });
    expect(found.places.every(({ price, open }) => price === undefined && open === undefined)).toBe(true);
    expect(stub.calls.map(({ params }) => `${params.keyword}${params.page_index}`)).toEqual(['景点1', '景点2', '景点3', '美食1', '酒店1']);
  });

  it('are kept for hours, and are told to be stale when the service is away after that', async () => {
    await find({ city: '苏州', type: 'restaurant' });
    await find({ city: '苏州', type: 'restaurant' });
    expect(stub.calls).toHaveLength(1);
    stub.failWith(0, 0);
    const later = await at(7 * HOUR_MS, () => findPlaces({ paiId, city: '苏州', types: ['restaurant'] }));
    expect(later).toMatchObject({ stale: true, places: [{ name: '平江面馆' }] });
  });

  it('are looked for by the beginning of a name in that city only', async () => {
    expect(namesOf(await find({ city: '苏州', keyword: '平江' }))).toEqual(['平江面馆']);
    expect(stub.calls[0]).toMatchObject({ path: '/ws/place/v1/suggestion', params: { region: '苏州', region_fix: '1' } });
    expect(namesOf(await find({ city: '无锡', keyword: '平江' }))).toEqual([]);
  });

  it.each([
    [[0], '200'],
    [[120], '200'],
    [[0, 0], '503 places/away'],
    [[120, 120], '503 places/busy'],
    [[121], '503 places/quota'],
    [[111], '503 places/refused'],
    [[190], '503 places/refused'],
    [[199], '503 places/refused'],
    [[311], '503 places/refused'],
    [[310], '400 places/not-understood'],
    [[347], '200'],
  ] as const)('answer %j with %s', async (statuses, expected) => {
    stub.failWith(...statuses);
    expect(codeOf(await li.get(path({ city: '苏州', type: 'hotel' })))).toBe(expected);
  });

  it('are asked for no more on a day Tencent says is used up, but again on the next', async () => {
    stub.failWith(121);
    await li.get(path({ city: '苏州', type: 'hotel' }));
    expect(codeOf(await li.get(path({ city: '苏州', type: 'hotel' })))).toBe('503 places/quota');
    expect(stub.calls).toHaveLength(1);
    expect(namesOf(await at(24 * HOUR_MS, () => findPlaces({ paiId, city: '苏州', types: ['hotel'] })))).toEqual(['观前酒店']);
  });

  it('are asked for by one pai for a tenth of the day at most', async () => {
    const allowed = config();
    useConfig({ ...allowed, LBS_DAILY: 10 });
    expect(namesOf(await find({ city: '苏州', type: 'hotel' }))).toEqual(['观前酒店']);
    expect(codeOf(await li.get(path({ city: '苏州', type: 'restaurant' })))).toBe('503 places/quota');
    const { id } = await li.createPai('别处');
    expect(await findPlaces({ paiId: id, city: '苏州', types: ['restaurant'] })).toMatchObject({ places: [{ name: '平江面馆' }] });
    useConfig(allowed);
  });

  it('give way to the sample city where the service fails', async () => {
    stub.failWith(111);
    const found = await find({ city: '杭州', type: 'hotel' });
    expect(found.provider).toBe('样例数据');
    expect(found.places.length).toBeGreaterThanOrEqual(25);
  });

  it('keep to the calls a second the key is good for', async () => {
    const allowed = config();
    useConfig({ ...allowed, LBS_QPS: 2 });
    const started = Date.now();
    expect((await find({ city: '苏州' })).places).toHaveLength(47);
    expect(Date.now() - started).toBeGreaterThan(1000);
    useConfig(allowed);
  });
});

describe("[B3] a pai's own list", () => {
  it('is merged in front, from a sheet with Chinese heads, a mark of Excel and quoted cells', async () => {
    const text = '\uFEFF名称,类型,菜系,城市,纬度,经度,开门,关门,休息日,人均,标签\r\n"小满, 素食",餐厅,素菜,苏州,31.3,120.6,10:00,21:00,周一,68,"全素、亲子"\r\n平江面馆,餐厅,面馆,苏州,31.31,120.63,6:30,14:00,,30,\r\n';
    expect(await bring(text)).toEqual({ added: 2, changed: 0, refused: [] });
    const found = await find({ city: '苏州', type: 'restaurant' });
    expect(found.provider).toBe('自己的地点表');
    expect(found.places).toMatchObject([
      { name: '小满, 素食', kind: '素菜', price: 68, tags: ['全素', '亲子'], hours: [{ days: [2, 3, 4, 5, 6, 7], open: '10:00', close: '21:00' }], source: { verified: false } },
      { name: '平江面馆', open: '06:30', close: '14:00', price: 30 },
    ]);
    expect(await bring(text.replace('68', '70'))).toEqual({ added: 0, changed: 1, refused: [] });
  });

  it('refuses by line, field and cure what will not do, and keeps the rest', async () => {
    const text = ['name,type,city,lat,lon,open,close,price', '好地方,景点,苏州,31.3,120.6,,,', ',景点,苏州,31.3,120.6,,,', '甲,银行,苏州,31.3,120.6,,,', '乙,景点,苏州,131.3,120.6,,,', '丙,景点,苏州,31.3,,,,', '丁,景点,苏州,31.3,120.6,9点,17:00,', '戊,景点,苏州,31.3,120.6,,,很贵', '己,景点,,31.3,120.6,,,', '庚,景点,苏州,,,,,'].join('\n');
    const { added, refused } = await bring(text);
    expect(added).toBe(1);
    expect(refused.map(({ line, field }) => `${line} ${field}`)).toEqual(['3 name', '4 type', '5 lat', '6 lon', '7 open', '8 price', '9 city', '10 lat']);
    expect(refused[4]?.why).toContain('09:00');
  });

  it('finds by its address what has no coordinates', async () => {
    expect(await bring('name,type,city,address\n老店,餐厅,苏州,平江路1号\n新店,餐厅,苏州,没有的路')).toMatchObject({ added: 1, refused: [{ line: 3, field: 'lat' }] });
    expect((await find({ city: '苏州', keyword: '老店' })).places[0]).toMatchObject({ lat: 31.31, lon: 120.63 });
  });

  it('takes GeoJSON, whose WGS-84 becomes the datum of Chinese maps', async () => {
    const text = JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [120.14, 30.24] }, properties: { name: '茶园', type: 'attraction', tags: ['户外', '喝茶'] } }, { type: 'Feature', geometry: { type: 'LineString', coordinates: [[1, 2]] }, properties: { name: '路', type: 'attraction' } }] });
    expect(await bring(text, { format: 'geojson', city: '杭州' })).toMatchObject({ added: 1, refused: [{ line: 2, field: 'lat' }] });
    const [place] = (await find({ city: '杭州', keyword: '茶园' })).places;
    expect(place?.tags).toEqual(['户外', '喝茶']);
    // there the two are some 500 m apart, to the south-east
    expect((place?.lat ?? 0) - 30.24).toBeLessThan(-0.001);
    expect((place?.lon ?? 0) - 120.14).toBeGreaterThan(0.003);
  });

  it.each([
    ['csv', '只有一行'],
    ['csv', '"never closed'],
    ['geojson', '{"type":'],
    ['geojson', '{"type":"Polygon"}'],
    ['geojson', '['.repeat(50_000)],
  ])('refuses a %s that is none: %.12s', async (format, text) => {
    expect(codeOf(await li.post(`/pais/${paiId}/places/import`, { format, text }))).toMatch(/^400 places\/no/);
  });

  it('takes at most a thousand rows, and nothing unfit', async () => {
    const rows = Array.from({ length: 1001 }, (_, i) => `p${i},景点,苏州,31,120`);
    expect(codeOf(await li.post(`/pais/${paiId}/places/import`, { format: 'csv', text: ['name,type,city,lat,lon', ...rows].join('\n') }))).toBe('400 places/too-many');
    expect(await bring('name,type,city,lat,lon\n加微信刷单日赚三千,景点,苏州,31,120')).toMatchObject({ added: 0, refused: [{ line: 2, field: 'name' }] });
  });

  it('is its own: another pai knows nothing of it, and who brought a place takes it off', async () => {
    await bring('name,type,city,lat,lon\n秘密基地,景点,苏州,31,120');
    const [place] = (await find({ city: '苏州', keyword: '秘密' })).places;
    const other = await owner.createPai('别处');
    expect((await owner.must<Found>('GET', `/pais/${other.id}/places?${new URLSearchParams({ city: '苏州', keyword: '秘密' }).toString()}`)).places).toEqual([]);
    await li.must('DELETE', `/pais/${paiId}/places/${place?.id}`);
    expect((await find({ city: '苏州', keyword: '秘密' })).places).toEqual([]);
  });
});
