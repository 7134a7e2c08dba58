import { costAt, type City, type Spot } from './city';
import { beginnings, closing, likedStart, type Frame } from './frame';
import { kmBetween } from './ground';
import type { Window } from './hours';
import { legOf, type Leg, type Travel } from './legs';
import type { Day, Stop, Visit } from './trip';
import { isMeal } from './types';

/** All that times depend on but the stops themselves. */
export interface Ground {
  city: City;
  travel: Travel;
  frames: readonly Frame[];
}

const STEP = 5;
const up = (minutes: number): number => Math.ceil(minutes / STEP) * STEP;
const down = (minutes: number): number => Math.floor(minutes / STEP) * STEP;

interface Slot {
  stop: Stop;
  leg: Leg | undefined;
  /** Minutes between the end of the stop before and the beginning of this one, at least. */
  gap: number;
  begin: Window;
  earliest: number;
}

function legTo(stop: Stop, here: Spot | undefined, { travel }: Ground): Leg | undefined {
  if (!stop.spot || !here) return undefined;
  return legOf(kmBetween(here.place, stop.spot.place), travel, stop.by);
}

/** Each stop as early as can be; undefined where one of them cannot be reached in time. */
function forward(stops: readonly Stop[], day: number, from: Spot | undefined, ground: Ground): Slot[] | undefined {
  const frame = ground.frames[day] as Frame;
  const slots: Slot[] = [];
  let at = frame.earliest;
  let here = from;
  let pause = 0;
  for (const stop of stops) {
    const leg = legTo(stop, here, ground);
    const gap = (leg?.minutes ?? 0) + pause;
    const arrival = up(at + gap);
    const begin = beginnings(stop.kind, stop.spot, day, stop.least, frame).find(({ to }) => to >= arrival);
    if (!begin) return undefined;
    const earliest = up(Math.max(arrival, begin.from));
    if (earliest > begin.to) return undefined;
    slots.push({ stop, leg, gap, begin, earliest });
    at = earliest + stop.least;
    pause = stop.kind === 'lunch' ? frame.pause : 0;
    here = stop.spot ?? here;
  }
  return slots;
}

/** The latest beginning of each stop that still lets the rest of the day happen. */
function latestBeginnings(slots: readonly Slot[]): number[] {
  const latest: number[] = [];
  let next = Infinity;
  for (const { stop, gap, begin } of slots.toReversed()) {
    const own = down(Math.min(begin.to, next - stop.least));
    latest.unshift(own);
    next = own - gap;
  }
  return latest;
}

/** The end of a stop: as long as it is worth staying, while what follows still begins when it is liked. */
function endOf({ stop }: Slot, from: number, next: Slot | undefined, latestNext: number | undefined, close: number): number {
  if (stop.kind === 'hotel') return close;
  const bounds = [from + stop.best, close];
  if (next) bounds.push((latestNext as number) - next.gap);
  if (next && isMeal(next.stop.kind)) bounds.push(likedStart(next.stop.kind) - next.gap);
  return Math.max(from + stop.least, down(Math.min(...bounds)));
}

/** Times, ways and costs of a day's stops in their order; undefined where they do not fit into it. */
export function layDay(stops: readonly Stop[], day: number, from: Spot | undefined, ground: Ground): Day | undefined {
  const slots = forward(stops, day, from, ground);
  if (!slots) return undefined;
  const latest = latestBeginnings(slots);
  const frame = ground.frames[day] as Frame;
  const visits: Visit[] = [];
  let at = frame.earliest;
  for (const [i, slot] of slots.entries()) {
    const { stop, leg, gap, earliest } = slot;
    const liked = i === 0 || isMeal(stop.kind) ? likedStart(stop.kind) : 0;
    const begin = Math.max(earliest, up(at + gap), Math.min(liked, latest[i] as number));
    const to = endOf(slot, begin, slots[i + 1], latest[i + 1], closing(stop.kind, stop.spot, day, begin, frame));
    const way = i === 0 ? undefined : leg;
    visits.push({ stop, from: begin, to, cost: (stop.spot ? costAt(stop.spot, ground.city) : 0) + (way?.cost ?? 0), ...(way && { leg: way }) });
    at = to;
  }
  const morning = slots[0]?.leg;
  return { stops, visits, ...(morning && { morning }) };
}
