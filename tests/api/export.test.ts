import ICAL from 'ical.js';
import sharp from 'sharp';
import type { Itinerary } from '@shared/wire/itinerary';
import { chineseFont } from '../../cloud/src/itinerary/export/fonts';
import { draw } from '../../cloud/src/itinerary/export/picture';
import { givenCloud, type Cloud } from '../support/cloud';
import { beginItinerary, givenPlan, placeOf } from '../support/itinerary';
import { newClientMsgId, type Person } from '../support/person';
import { at, MINUTE_MS } from '../support/time';

let cloud: Cloud;
let owner: Person;
let li: Person;
let paiId: string;
let id: string;

const LONG = '一个名字长得无论如何也放不进一行里的地方'.repeat(3);
const HOSTILE = '=HYPERLINK("http://x")<script>&"';

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
beforeEach(async () => {
  [owner, li] = await cloud.people('派主', '李');
  paiId = (await owner.createPai('秋游')).id;
  await owner.bring(paiId, li);
  ({ id } = await beginItinerary(li, paiId, { title: '杭州😀两天', startOn: '2026-11-28', days: 2 }));
});

const path = (rest = ''): string => `/pais/${paiId}/itineraries/${id}${rest}`;
const plan = (aiMade = true): Promise<void> =>
  givenPlan(id, {
    days: [
      { on: '2026-11-28', items: [{ id: 's1', kind: 'attraction', placeId: 'p-灵隐寺', from: '09:50', to: '12:00', cost: 150 }, { id: 's2', kind: 'lunch', placeId: `p-${HOSTILE.slice(0, 80)}`, from: '12:15', to: '13:15', cost: 50, leg: { by: 'walk', km: 0.3, minutes: 5, cost: 0 }, who: [li.id], note: '+1 加面' }] },
      { on: '2026-11-29', items: [{ id: 's3', kind: 'attraction', placeId: `p-${LONG}`, from: '09:00', to: '10:00', cost: 0 }] },
    ],
    places: [placeOf('灵隐寺', { kind: '寺庙', price: 75, lat: 30.2411, lon: 120.1012 }), placeOf(HOSTILE.slice(0, 80), { type: 'restaurant' }), placeOf(LONG)],
    party: [owner.id, li.id],
    aiMade,
  });

async function links(who = li, language = 'zh'): Promise<Record<string, string>> {
  const { body } = await who.get<{ links: { format: string; url: string }[] }>(path('/exports'), { 'accept-language': language });
  return Object.fromEntries(body.links.map(({ format, url }) => [format, url]));
}
const open = (url = ''): Promise<Response> => fetch(`${cloud.url}${url}`);
const codeAt = async (url = ''): Promise<string> => {
  const response = await open(url);
  return response.ok ? '200' : ((await response.json()) as { error: { code: string } }).error.code;
};
const fetched = async (format: string): Promise<Buffer> => Buffer.from(await (await open((await links())[format])).arrayBuffer());

describe('[B7] a link to an export', () => {
  it('opens without a token, for half an hour, and only what it is for', async () => {
    await plan();
    const { csv = '', ics = '' } = await links();
    expect(await codeAt(csv)).toBe('200');
    expect(await codeAt(csv.replace('/csv?', '/gpx?'))).toBe('export/link');
    expect(await codeAt(csv.replace(li.id, owner.id))).toBe('export/link');
    expect(await codeAt(csv.replace(/e=\d+/, 'e=99999999999'))).toBe('export/link');
    expect(await at(31 * MINUTE_MS, () => codeAt(ics))).toBe('export/link');
  });

  it('opens nothing any more once the one it was given to has left', async () => {
    await plan();
    const { csv } = await links();
    await li.must('POST', `/pais/${paiId}/leave`, {});
    expect(await codeAt(csv)).toBe('pai/not-found');
  });

  it('tells what is missing where there is no plan, or no date', async () => {
    const before = await links();
    expect(await codeAt(before.pdf)).toBe('itinerary/no-plan');
    await givenPlan(id, { days: [{ items: [{ id: 's1', kind: 'attraction', placeId: 'p-湖', from: '09:00', to: '10:00', cost: 0 }] }], places: [placeOf('湖')], party: [li.id] });
    await li.must('PATCH', path(), { startOn: null });
    expect(await codeAt(before.ics)).toBe('export/no-date');
  });
});

describe('[B7] an export', () => {
  it('as calendar is read back by a calendar library, in the zone of the trip, labelled', async () => {
    await plan();
    const response = await open((await links()).ics);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('杭州😀两天.ics')}`);
    const calendar = new ICAL.Component(ICAL.parse(await response.text()) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(events).toHaveLength(3);
    expect(events[0]).toMatchObject({ summary: '灵隐寺', location: '灵隐寺' });
    expect(events[0]?.startDate.toString()).toBe('2026-11-28T09:50:00');
    expect(events[0]?.startDate.zone.tzid).toBe('Asia/Shanghai');
    expect(events[0]?.description).toContain('AI 生成');
  });

  it('as track has a point a stop, in WGS-84, and hostile names in it are text', async () => {
    await plan();
    const text = (await fetched('gpx')).toString();
    expect(text.match(/<rtept /g)).toHaveLength(3);
    expect(text).not.toContain('<script>');
    const [, lat, lon] = /<rtept lat="([\d.]+)" lon="([\d.]+)"/.exec(text) ?? [];
    expect(Math.abs(Number(lat) - 30.2411)).toBeGreaterThan(0.001);
    expect(Math.abs(Number(lon) - 120.1012)).toBeGreaterThan(0.003);
  });

  it('as sheet tells source, day and whether it was verified, begins no formula and says an AI made it', async () => {
    await plan();
    const text = (await fetched('csv')).toString();
    expect(text.startsWith('\uFEFF第几天,日期')).toBe(true);
    const [, first = '', second = ''] = text.split('\r\n');
    expect(first).toContain('1,2026-11-28,09:50,12:00,游玩,灵隐寺');
    expect(first).toContain('样例数据,2026-11-20,没核实,AI 生成');
    expect(second).toContain(`"'=HYPERLINK(""http://x"")`);
    expect(second).toContain(',李,');
    expect(second).toContain("'+1 加面");
    const other = await (await open((await links(li, 'en')).csv)).text();
    expect(other).toContain('Day,Date');
    expect(other).toContain('Made by AI');
  });

  it.each(['zh', 'en'])('as sheet is taken for a list of the pai’s own again (%s)', async (language) => {
    await plan();
    const text = await (await open((await links(li, language)).csv)).text();
    expect(await li.must('POST', `/pais/${paiId}/places/import`, { format: 'csv', text, city: '绍兴' })).toMatchObject({ added: 3, refused: [] });
    const { places } = await li.must<{ places: { name: string; type: string; lat: number }[] }>('GET', `/pais/${paiId}/places?${new URLSearchParams({ city: '绍兴' }).toString()}`);
    expect(places).toContainEqual(expect.objectContaining({ name: '灵隐寺', type: 'attraction', lat: 30.2411 }));
  });

  it('as picture holds every stop, cuts long names, and carries both labels', async () => {
    await plan();
    const picture = await fetched('png');
    const { width, height, format, exif } = await sharp(picture).metadata();
    expect({ width, format }).toEqual({ width: 750, format: 'png' });
    expect(height).toBeGreaterThan(500);
    expect(exif?.toString('latin1')).toContain('"AIGC"');
    const { itinerary } = await li.must<{ itinerary: Itinerary }>('GET', path());
    const svg = draw(itinerary, 'zh');
    expect(svg).toContain('AI 生成');
    expect(svg).toContain('…</text>');
    expect(svg).not.toContain('<script>');
    expect(svg.match(/价格不详/g)).toHaveLength(2);
    expect(svg).toContain('¥150');
  });

  it('as PDF is small, has a part of a Chinese font in it and the label for programs', async () => {
    await plan();
    const pdf = await fetched('pdf');
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).toMatch(/\/FontFile[23]/);
    expect(text).toContain('AIGC');
    expect(pdf.length).toBeLessThan(300_000);
  });

  it('of a plan made by hand is not labelled as made by AI', async () => {
    await plan(false);
    for (const format of ['ics', 'gpx', 'csv', 'png', 'pdf']) {
      const text = (await fetched(format)).toString('utf8');
      expect(text).not.toMatch(/AIGC|AI 生成/);
    }
  });

  it('of expenses tells who pays whom, as text', async () => {
    await li.must('POST', path('/expenses'), { clientMsgId: newClientMsgId(), title: '=车费', payer: li.id, cents: 1001, for: [li.id, owner.id] });
    const text = (await fetched('expenses')).toString();
    expect(text).toContain("'=车费,10.01,李,李、派主");
    expect(text).toContain('派主 付给 李,5');
  });
});

it('[B7] without a Chinese font it is said that one is missing', async () => {
  await expect(chineseFont(['/nowhere/fonts'])).rejects.toMatchObject({ code: 'export/no-font' });
});
