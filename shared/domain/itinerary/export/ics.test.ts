import ICAL from 'ical.js';
import { toGcj02, toWgs84 } from './gcj02';
import { toIcs } from './ics';
import { folded, text } from './lines';
import { SHEET, withTitle } from './sample';

interface Read {
  calendar: ICAL.Component;
  events: ICAL.Event[];
}

/** Reads a calendar back by the zones told in it alone. */
function read(ics: string | null): Read {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(ics as string) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) };
}
const instants = ({ events }: Read): string[] => events.map(({ startDate }) => startDate.toJSDate().toISOString());
const property = (event: ICAL.Event | undefined, name: string): unknown => event?.component.getFirstPropertyValue(name);

describe('a calendar file', () => {
  test('is read back by a calendar library: what, where, when', () => {
    const { calendar, events } = read(toIcs(SHEET, 'Asia/Shanghai'));
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('周末杭州');
    expect(events.map(({ uid, summary }) => [uid, summary])).toEqual([['it1-a@pai', '西湖'], ['it1-b@pai', '住宿：湖边酒店'], ['it1-c@pai', '西湖'], ['it1-d@pai', 'lost']]);
    expect(events[0]?.location).toBe('西湖 西湖区龙井路 1 号');
    expect(instants({ calendar, events })).toEqual(['2026-11-28T01:05:00.000Z', '2026-11-28T13:30:00.000Z', '2026-11-29T02:00:00.000Z', '2026-11-29T05:00:00.000Z']);
    // a night ends at the next day's beginning
    expect(events[1]?.endDate.toJSDate().toISOString()).toBe('2026-11-28T16:00:00.000Z');
  });

  test.each([
    ['America/New_York', '2026-10-31', ['2026-10-31T13:05:00.000Z', '2026-11-01T15:00:00.000Z']],
    ['America/New_York', '2026-03-07', ['2026-03-07T14:05:00.000Z', '2026-03-08T14:00:00.000Z']],
    ['Europe/Paris', '2026-03-28', ['2026-03-28T08:05:00.000Z', '2026-03-29T08:00:00.000Z']],
    ['Australia/Lord_Howe', '2026-04-04', ['2026-04-03T22:05:00.000Z', '2026-04-04T23:30:00.000Z']],
    ['Asia/Kathmandu', '2026-11-28', ['2026-11-28T03:20:00.000Z', '2026-11-29T04:15:00.000Z']],
    ['UTC', '2026-11-28', ['2026-11-28T09:05:00.000Z', '2026-11-29T10:00:00.000Z']],
  ])('the zone it tells is right in %s on %s', (zone, startOn, expected) => {
    const [first, , second] = instants(read(toIcs({ ...SHEET, startOn }, zone)));
    expect([first, second]).toEqual(expected);
  });

  test('lines are of at most 75 octets, and no character is cut', () => {
    const long = `${'杭州🦆e\u0301'.repeat(60)}完`;
    const ics = toIcs(withTitle(long), 'Asia/Shanghai') as string;
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...ics.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(Buffer.from(ics).toString()).toBe(ics);
    expect(read(ics).events[0]?.summary).toBe(long);
    expect(folded('x'.repeat(75))).toBe('x'.repeat(75));
    expect(folded('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  });

  test.each(['a,b;c\\d', 'x\r\nEND:VEVENT\r\nBEGIN:VALARM', 'x\nUID:evil', 'x\u2028ATTACH:http://evil', '"q": <b>', '\u0000\u0007零', '名\\n字'])('a title cannot get out of its line: %j', (title) => {
    const { calendar, events } = read(toIcs(withTitle(title), 'Asia/Shanghai'));
    expect(events).toHaveLength(4);
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone', 'vevent', 'vevent', 'vevent', 'vevent']);
    expect(events[0]?.component.getAllSubcomponents()).toEqual([]);
    // eslint-disable-next-line no-control-regex
    expect(events[0]?.summary).toBe(title.replace(/\r\n|\u2028/g, '\n').replace(/[\u0000\u0007]/g, ''));
    expect(events[0]?.component.getAllProperties().map(({ name }) => name)).not.toContain('attach');
  });

  test('what an AI made says so to people and to programs; what people made does not', () => {
    const { events } = read(toIcs(SHEET, 'Asia/Shanghai'));
    expect(events.map((event) => property(event, 'description'))).toEqual(['带伞\nAI 生成', '打车 3 分\nAI 生成', 'AI 生成', 'AI 生成']);
    expect(JSON.parse(String(property(events[0], 'x-aigc')))).toMatchObject({ AIGC: { Label: '1', ProduceID: 'it1-3' } });
    const byHand = toIcs({ ...SHEET, plan: { days: SHEET.plan?.days ?? [], aiMade: false } }, 'Asia/Shanghai');
    expect(byHand).not.toMatch(/AIGC|AI 生成/);
  });

  test('there is none where nobody said when one goes, nor without a plan', () => {
    expect(toIcs({ ...SHEET, startOn: undefined }, 'Asia/Shanghai')).toBeNull();
    expect(toIcs({ ...SHEET, plan: undefined }, 'Asia/Shanghai')).toBeNull();
  });

  test('text is escaped once', () => expect(text('a\\,b')).toBe('a\\\\\\,b'));
});

describe('coordinates', () => {
  test('there and back is within a millimetre, all over China', () => {
    for (let lat = 18; lat <= 53; lat += 2.5)
      for (let lon = 74; lon <= 134; lon += 3) {
        const back = toGcj02(toWgs84({ lat, lon }));
        expect(Math.hypot(back.lat - lat, back.lon - lon) * 111_000).toBeLessThan(0.001);
      }
  });
  test('beyond China nothing is shifted', () => expect(toWgs84({ lat: 48.85, lon: 2.35 })).toEqual({ lat: 48.85, lon: 2.35 }));
  test('the shift is a few hundred metres', () => {
    const { lat, lon } = toGcj02({ lat: 39.9087, lon: 116.3975 });
    // published pair for Tiananmen
    expect([lat, lon].map((value) => Number(value.toFixed(3)))).toEqual([39.910, 116.404]);
  });
});
