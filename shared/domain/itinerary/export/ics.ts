import { DAY, MINUTE, parseDay } from '../../civil';
import { minutesOf } from '../clock';
import type { Stop } from '../trip';
import { toWgs84 } from './gcj02';
import { folded, text } from './lines';
import { AI_LABEL, aigcOf, datesOf, type Sheet, type SheetLang } from './sheet';
import { stampOf, timezoneLines } from './timezone';

const KINDS: Record<SheetLang, Partial<Record<Stop['kind'], string>>> = {
  zh: { breakfast: '早饭', lunch: '午饭', dinner: '晚饭', hotel: '住宿', rest: '休息' },
  en: { breakfast: 'Breakfast', lunch: 'Lunch', dinner: 'Dinner', hotel: 'Hotel', rest: 'Rest' },
};
const MEANS: Record<SheetLang, Record<string, string>> = { zh: { walk: '走', metro: '地铁', taxi: '打车' }, en: { walk: 'On foot', metro: 'Metro', taxi: 'Taxi' } };

interface Event {
  stop: Stop;
  /** Wall clock, ms. */
  from: number;
  to: number;
}

/** Stops on a known date; what ends no later than it begins has no place in a calendar. */
function eventsOf(sheet: Sheet): Event[] {
  const dates = datesOf(sheet);
  return (sheet.plan?.days ?? []).flatMap(({ items }, i) => {
    const day = dates[i] == null ? null : parseDay(dates[i]);
    if (day === null) return [];
    const events = items.map((stop) => ({ stop, from: day * DAY + minutesOf(stop.from) * MINUTE, to: day * DAY + minutesOf(stop.to) * MINUTE }));
    return events.filter(({ from, to }) => to > from);
  });
}

function describe({ stop }: Event, { plan }: Sheet, lang: SheetLang): string {
  const leg = stop.leg && (lang === 'zh' ? `${MEANS.zh[stop.leg.by]} ${stop.leg.minutes} 分` : `${MEANS.en[stop.leg.by]} ${stop.leg.minutes} min`);
  return [leg, stop.note, plan?.aiMade ? AI_LABEL[lang] : undefined].filter(Boolean).join('\n');
}

function eventLines(event: Event, sheet: Sheet, zone: string, lang: SheetLang): string[] {
  const { stop, from, to } = event;
  const place = sheet.places.find(({ id }) => id === stop.placeId);
  const point = place && toWgs84(place);
  const title = [KINDS[lang][stop.kind], place?.name ?? stop.placeId].filter(Boolean).join(lang === 'zh' ? '：' : ': ');
  const description = describe(event, sheet, lang);
  return [
    'BEGIN:VEVENT',
    `UID:${text(`${sheet.id}-${stop.id}@pai`)}`,
    `DTSTAMP:${stampOf(Date.parse(sheet.updatedAt))}Z`,
    `SEQUENCE:${sheet.version}`,
    `DTSTART;TZID=${zone}:${stampOf(from)}`,
    `DTEND;TZID=${zone}:${stampOf(to)}`,
    `SUMMARY:${text(title)}`,
    ...(place ? [`LOCATION:${text([place.name, place.address].filter(Boolean).join(' '))}`] : []),
    ...(point ? [`GEO:${point.lat.toFixed(6)};${point.lon.toFixed(6)}`] : []),
    ...(description ? [`DESCRIPTION:${text(description)}`] : []),
    ...(sheet.plan?.aiMade ? [`X-AIGC;VALUE=TEXT:${text(aigcOf(sheet))}`] : []),
    'END:VEVENT',
  ];
}

/**
 * The itinerary as a calendar file (RFC 5545), times on the clocks of `zone` (IANA), each stop an event whose UID stays
 * the same over versions. Null when no day has a date. What an AI made is labelled in each event and for programs.
 */
export function toIcs(sheet: Sheet, zone: string, lang: SheetLang = 'zh'): string | null {
  const events = eventsOf(sheet);
  if (events.length === 0) return null;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pai//Itinerary//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(sheet.title)}`,
    `X-WR-TIMEZONE:${zone}`,
    ...(sheet.plan?.aiMade ? [`X-AIGC;VALUE=TEXT:${text(aigcOf(sheet))}`] : []),
    ...timezoneLines(zone, Math.min(...events.map(({ from }) => from)), Math.max(...events.map(({ to }) => to))),
    ...events.flatMap((event) => eventLines(event, sheet, zone, lang)),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('\r\n') + '\r\n';
}
