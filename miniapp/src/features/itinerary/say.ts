import { dayText, parseDay, weekdayOf } from '@shared/domain/civil';
import { weekdayName } from '@/i18n/time';
import type { Itinerary, PlanDay, PlanItem, Place } from '@shared/wire/itinerary';
import { openOn, type Span } from '@shared/domain/itinerary/opening';
import type { SpeakTrip } from './words';

/** ¥438, ¥12.5: yuan, cents only where there are some. */
export const yuan = (amount: number): string => `¥${Number.isInteger(amount) ? amount : amount.toFixed(2).replace(/0$/, '')}`;

/** 9:05: as a clock is read out. */
export const clock = (time: string): string => time.replace(/^0(\d)/, '$1');

/** The date of a day of a plan, `YYYY-MM-DD`; undefined while nobody has said when. */
export function dateOf({ startOn, plan }: Pick<Itinerary, 'startOn' | 'plan'>, day: number): string | undefined {
  const start = startOn === undefined ? null : parseDay(startOn);
  return plan?.days[day]?.on ?? (start === null ? undefined : dayText(start + day));
}

export function weekday(date: string | undefined): number | undefined {
  const day = date === undefined ? null : parseDay(date);
  return day === null ? undefined : weekdayOf(day);
}

/** 周六 28, or 第 1 天 while there is no date. */
export function dayLabel(trip: Pick<Itinerary, 'startOn' | 'plan'>, day: number, t: SpeakTrip): string {
  const date = dateOf(trip, day);
  const at = weekday(date);
  return date === undefined || at === undefined ? t('trip.day', { n: day + 1 }) : `${weekdayName(at, t.locale)} ${Number(date.slice(8))}`;
}

export const far = (km: number, t: SpeakTrip): string => (km < 1 ? t('leg.m', { n: Math.max(10, Math.round(km * 100) * 10) }) : t('leg.km', { n: Math.round(km * 10) / 10 }));

const CAR_SEATS = 4;

/** 走 350 米 · 打车 15 分，2 辆 */
export function legText({ by, km, minutes }: NonNullable<PlanItem['leg']>, heads: number, t: SpeakTrip): string {
  if (by === 'walk') return t('leg.walk', { far: far(km, t) });
  const cars = Math.ceil(heads / CAR_SEATS);
  return t(`leg.${by}`, { n: minutes }) + (by === 'taxi' && cars > 1 ? t('leg.cars', { n: cars }) : '');
}

const two = (n: number): string => String(n).padStart(2, '0');
const clockOf = (minutes: number): string => `${Math.floor(minutes / 60) % 24}:${two(minutes % 60)}`;
const spanText = ([from, to]: Span, t: SpeakTrip): string => (to - from >= 1440 ? t('stop.allDay') : `${clockOf(from)}–${clockOf(to)}`);
/* What of last night's hours lies after midnight is no opening of today's. */
const ofToday = (spans: readonly Span[]): readonly Span[] => spans.filter(([from, to]) => (from >= 0 && from < 1440) || to - from >= 1440);

const ANY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** When a place is open that day; `unknown` is said as such, never guessed. */
export function hoursText(place: Place, date: string | undefined, t: SpeakTrip): { text: string; tone: 'plain' | 'warn' | 'bad' } {
  const at = weekday(date);
  const spans = (at === undefined ? ANY_DAY : [at]).map((day) => openOn(place, day));
  const first = spans.find((one) => one !== null && ofToday(one).length > 0);
  if (spans.every((one) => one === null)) return { text: t('stop.noHours'), tone: 'warn' };
  if (!first) return { text: t('stop.closed'), tone: 'bad' };
  return { text: t('stop.hours', { hours: ofToday(first).map((span) => spanText(span, t)).join(' ') }), tone: 'plain' };
}

/** What a row says of the opening: when the doors open; nothing where they never shut. */
export function opensText(place: Place, date: string | undefined, t: SpeakTrip): { text: string; tone: 'plain' | 'warn' | 'bad' } | undefined {
  const at = weekday(date);
  const spans = openOn(place, at ?? 1);
  if (spans === null) return { text: t('stop.noHours'), tone: 'warn' };
  if (at === undefined) return undefined;
  const [first] = ofToday(spans);
  if (!first) return { text: t('stop.closed'), tone: 'bad' };
  return first[1] - first[0] >= 1440 ? undefined : { text: t('stop.open', { open: clockOf(Math.max(0, first[0])) }), tone: 'plain' };
}

const DAY_MS = 86_400_000;
const OLD_DAYS = 7;
/** Facts older than 7 days are not to be relied on. */
export const isOld = ({ source }: Place, now: number): boolean => now - Date.parse(source.on) > OLD_DAYS * DAY_MS;

export const itemOf = (days: readonly PlanDay[], itemId: string): PlanItem | undefined => days.flatMap(({ items }) => items).find(({ id }) => id === itemId);
export const placeOf = (trip: Pick<Itinerary, 'places'>, placeId: string): Place | undefined => trip.places.find(({ id }) => id === placeId);
export const nameOf = (trip: Pick<Itinerary, 'places'>, item: PlanItem, t: SpeakTrip): string => placeOf(trip, item.placeId)?.name ?? t(`stop.kind.${item.kind}`);
