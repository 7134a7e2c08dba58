import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { OpeningHours, Place, PlaceType } from '../../../shared/domain/itinerary/types';
import { evalFile } from '../engine';

type Row = Record<string, string | number | string[] | null | undefined>;

const DOMAINS: Record<PlaceType, string> = { attraction: 'attraction', restaurant: 'restaurant', hotel: 'hotel' };

/** A number from 0 to 1 that is always the same for a text (FNV-1a). */
function chanceBy(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4294967296;
}

/* The database has no coordinates: places of one metro stop are put around one point of the city. */
function spotOf(stop: string, name: string): Pick<Place, 'lat' | 'lon'> {
  const around = (text: string, width: number): number => (chanceBy(text) - 0.5) * width;
  return { lat: 39.91 + around(`${stop}|lat`, 0.2) + around(`${name}|lat`, 0.02), lon: 116.4 + around(`${stop}|lon`, 0.26) + around(`${name}|lon`, 0.02) };
}

const WEEK = '一二三四五六日';
const clock = (text: string): string => text.padStart(5, '0');

/** 周一至周日 11:00-14:00 17:00-21:00; what reads otherwise is left unknown. */
function hoursOf(text: unknown): OpeningHours[] | undefined {
  if (typeof text !== 'string' || /[;；]/.test(text)) return undefined;
  const [, first = '一', last = '日', rest = ''] = /^(?:周([一二三四五六日])至周([一二三四五六日])\s*)?(.*)$/.exec(text.trim()) ?? [];
  const days = WEEK.split('').flatMap((day, i) => (i >= WEEK.indexOf(first) && i <= WEEK.indexOf(last) ? [i + 1] : []));
  if (rest === '全天') return [{ days, open: '00:00', close: '00:00' }];
  const spans = [...rest.matchAll(/(\d{1,2}:\d\d)-(\d{1,2}:\d\d)/g)];
  if (spans.length === 0 || rest.replace(/[\d:\-\s]/g, '') !== '') return undefined;
  return spans.map(([, open = '', close = '']) => ({ days, open: clock(open), close: clock(close) }));
}

/* Nor has it hours or kinds of attractions: these are made, always the same for a name. */
const SIGHT_HOURS: readonly (readonly [string, string])[] = [['08:30', '17:00'], ['09:00', '18:00'], ['00:00', '00:00'], ['10:00', '20:00']];
const kindOfSight = (name: string): string => ['寺', '博物馆', '公园', '故居', '长城', '胡同', '山', '街'].find((part) => name.includes(part)) ?? '名胜';

function placeOf(type: PlaceType, row: Row, n: number): Place {
  const name = String(row['名称']);
  const price = Number(row[{ attraction: '门票', restaurant: '人均消费', hotel: '价格' }[type]]);
  const base = { id: `${type.slice(0, 1)}${n}`, name, type, ...spotOf(String(row['地铁'] ?? row['地址'] ?? name), name), price: Number.isFinite(price) ? price : 0 };
  if (type === 'restaurant') return { ...base, kind: '', hours: hoursOf(row['营业时间']), tags: [row['推荐菜'] ?? []].flat().map(String) };
  if (type === 'hotel') return { ...base, kind: String(row['酒店类型'] ?? ''), tags: [row['酒店设施'] ?? []].flat().map(String) };
  const [open, close] = SIGHT_HOURS[Math.floor(chanceBy(name) * SIGHT_HOURS.length)] as readonly [string, string];
  return { ...base, kind: kindOfSight(name), open, close, minHours: 1, maxHours: 4 };
}

const fileOf = (domain: string): string => evalFile(`crosswoz/${domain}_db.json.gz`);

/** About half of the places of the CrossWOZ database (some 1,200), null where it is not at hand. Hotels without a price are left out. */
export function crosswozCity(): Place[] | null {
  if (!Object.values(DOMAINS).every((domain) => existsSync(fileOf(domain)))) return null;
  return (Object.keys(DOMAINS) as PlaceType[]).flatMap((type) => {
    const rows = JSON.parse(gunzipSync(readFileSync(fileOf(DOMAINS[type]))).toString('utf8')) as [string, Row][];
    const places = rows.map(([, row], n) => placeOf(type, row, n)).filter((place) => type !== 'hotel' || (place.price ?? 0) > 0);
    return places.filter((_, i) => i % 2 === 0);
  });
}
