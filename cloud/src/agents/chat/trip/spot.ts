import { aliasesOf, isPartOnly } from '@shared/domain/itinerary/names';
import { time } from '../../../engine/time';
import { numberOf } from '../../../engine/time/numbers';
import type { StopKind, TripHere, TripPlace, TripStop } from './types';

export interface Spot {
  day: number;
  index: number;
  stop: TripStop;
}

export const spotsOf = ({ days }: Pick<TripHere, 'days'>): Spot[] => days.flatMap(({ stops }, day) => stops.map((stop, index) => ({ day, index, stop })));

const NTH_DAY = /第\s*([\d一二两三四五六七八九十]+)\s*天|\bday (\d)\b/i;

/** The day of a plan that words name: 第二天, 明天, 周六; undefined where they name none of it. */
export function dayIn(text: string, { days }: TripHere, now: Date, zone: string): number | undefined {
  const nth = NTH_DAY.exec(text);
  if (nth) {
    const day = numberOf(nth[1] ?? nth[2] ?? '') - 1;
    return days[day] ? day : undefined;
  }
  for (const { from } of time({ text, now: now.toISOString(), zone }).items) {
    const day = days.findIndex(({ on }) => on !== undefined && from?.startsWith(on));
    if (day >= 0) return day;
  }
  return undefined;
}

const PARTS: readonly (readonly [RegExp, string, string])[] = [
  [/早上|上午|早晨|morning/i, '00:00', '12:00'],
  [/中午|midday|noon/i, '11:00', '14:00'],
  [/下午|afternoon/i, '12:30', '18:00'],
  [/晚上|傍晚|夜里|evening|night/i, '17:00', '24:00'],
];

/** The part of a day that words name, as wall clocks. */
export const partIn = (text: string): { from: string; to: string } | undefined => {
  const [, from, to] = PARTS.find(([words]) => words.test(text)) ?? [];
  return from && to ? { from, to } : undefined;
};

/** Whether words mean a place of a city: by its name, or a good part of it, or by its kind. */
export function means(text: string, { name, kind, aliases }: Pick<TripPlace, 'name' | 'kind' | 'aliases'>, city?: string): boolean {
  if (text.includes(name)) return true;
  if (aliasesOf({ name, aliases }, city).some((alias) => text.includes(alias) && !isPartOnly(text, alias))) return true;
  const short = name.replace(/(?:馆区|景区|风景区|公园|大酒店|酒店|饭店|餐厅)$/, '');
  if ([...short].length >= 2 && text.includes(short)) return true;
  return [...kind].length >= 2 && text.includes(kind);
}

const KINDS: readonly (readonly [RegExp, readonly StopKind[]])[] = [
  [/早饭|早餐|breakfast/i, ['breakfast']],
  [/午饭|午餐|中饭|lunch/i, ['lunch']],
  [/晚饭|晚餐|dinner/i, ['dinner']],
  [/住|酒店|民宿|hotel|stay/i, ['hotel']],
];

/** The kinds of stop that words name: a meal, where one sleeps. */
export const kindsIn = (text: string): readonly StopKind[] | undefined => KINDS.find(([words]) => words.test(text))?.[1];

const byName = (text: string, { name }: { name: string }): number => (text.includes(name) ? name.length : 0);

/** The stops that words mean, those named outright first. */
export const stopsIn = (text: string, trip: Pick<TripHere, 'days' | 'places' | 'city'>): Spot[] =>
  spotsOf(trip)
    .filter(({ stop }) => means(text, { name: stop.name, kind: stop.placeKind, aliases: trip.places.find(({ id }) => id === stop.placeId)?.aliases }, trip.city))
    .sort((a, b) => byName(text, b.stop) - byName(text, a.stop));
