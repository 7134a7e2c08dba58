import { clockOf, minutesOf } from '../../clock';
import type { Constraint } from '../../types';
import type { Visit } from '../facts';
import { compare, worst } from './compare';
import { isDescribed, writtenOf } from './match';
import { type Mine, NOT_CHECKABLE, spotOf, textsOf, type Verdict } from './mine';

/** Attractions on a day: at most these when slow, at least these when fast. */
const SLOW_MOST = 2;
const FAST_LEAST = 3;

/** The day that comes nearest to what a wish forbids, or is furthest beyond it. */
function extreme(limit: Constraint, perDay: readonly number[], fix: Verdict['fix']): Verdict {
  const day = perDay.indexOf(limit.op === 'ge' ? Math.min(...perDay) : Math.max(...perDay));
  const verdicts = perDay.map((have, i): Verdict => ({ ...compare(limit, have), day: i, fix }));
  const decisive = verdicts[day] ?? NOT_CHECKABLE;
  return decisive.state === 'pass' ? (verdicts.find(({ state }) => state !== 'pass') ?? decisive) : decisive;
}

/** `eq` slow or fast, or a number of attractions a day. */
export function judgePace({ op, value }: Constraint, mine: Mine): Verdict {
  const wish = String(value);
  const limit: Constraint = wish === 'slow' ? { type: 'pace', op: 'le', value: SLOW_MOST } : wish === 'fast' ? { type: 'pace', op: 'ge', value: FAST_LEAST } : { type: 'pace', op, value };
  return extreme(limit, mine.days.map((visits) => visits.filter(({ stop }) => stop.kind === 'attraction').length), 'remove');
}

/** Kilometres a day, along the straight lines. */
const LITTLE_KM = 3;
const ELDER_KM = 5;
const CLIMB = /爬山|登山|登顶|徒步|攀|台阶多|长城|climb|hik/;
const STEP_FREE = /无障碍|轮椅|wheelchair|step-free|accessible/;
const STEPS = /台阶|楼梯|no elevator|无电梯/;
const ADULT = /酒吧|夜店|夜总会|nightclub|\bbar\b/;

function walked(mine: Mine, most: number): Verdict {
  const walks = mine.ways.filter(({ visit }) => visit.stop.leg?.by === 'walk');
  const perDay = mine.days.map((_, day) => walks.filter(({ visit }) => visit.day === day).reduce((sum, { km }) => sum + km, 0));
  return extreme({ type: 'mobility', op: 'le', value: most }, perDay.map((km) => Math.round(km * 10) / 10), 'move');
}

/** No visit is written to be of it; what is not described is not known. */
function without(mine: Mine, written: RegExp, matters: (visit: Visit) => boolean = () => true): Verdict {
  const visits = mine.days.flat().filter((visit) => visit.place && visit.stop.kind !== 'rest' && matters(visit));
  return worst(visits.map((visit) => spoken(visit, written, 'known')), { state: 'pass', code: 'none' });
}

function spoken(visit: Visit, written: RegExp, silence: 'known' | 'unknown'): Verdict {
  const place = visit.place as NonNullable<Visit['place']>;
  if (written.test(writtenOf(place))) return { state: 'fail', code: 'there', fix: 'replace', ...spotOf(visit) };
  return silence === 'known' && isDescribed(place) ? { state: 'pass', code: 'none' } : { state: 'unknown', code: 'facts-missing', fix: 'verify', ...spotOf(visit) };
}

/** Wheels get in where that is written; where steps are written they do not; else nobody knows. */
function wheels(mine: Mine): Verdict {
  const visits = mine.days.flat().filter(({ place }) => place && !STEP_FREE.test(writtenOf(place)));
  return worst(visits.map((visit) => spoken(visit, STEPS, 'unknown')), { state: 'pass', code: 'ok' });
}

const MOBILITY: Record<string, (mine: Mine) => Verdict> = {
  wheelchair: wheels,
  stroller: wheels,
  'no-climb': (mine) => without(mine, CLIMB),
  'little-walking': (mine) => walked(mine, LITTLE_KM),
  elder: (mine) => worst([walked(mine, ELDER_KM), without(mine, CLIMB)], NOT_CHECKABLE),
  // a hotel with a bar in it is no bar
  child: (mine) => without(mine, ADULT, ({ place }) => place?.type !== 'hotel'),
};

/** `has` one of the words above, or kilometres a day on foot. */
export function judgeMobility({ op, value }: Constraint, mine: Mine): Verdict {
  if (typeof value === 'number') return op === 'le' ? walked(mine, value) : NOT_CHECKABLE;
  if (op !== 'has' && op !== 'eq') return NOT_CHECKABLE;
  return worst(textsOf(value).map((one) => MOBILITY[one]?.(mine) ?? NOT_CHECKABLE), NOT_CHECKABLE);
}

const LATE_START = '09:00';
const EARLY_NIGHT = '21:00';
const NAP = { from: 12 * 60, to: 15 * 60 + 30, minutes: 60 };

/** The first stop out of the hotel is not before. */
function notBefore(mine: Mine, clock: string): Verdict {
  const firsts = mine.days.map((visits) => visits.find(({ place, stop }) => !(stop.kind === 'breakfast' && place?.type === 'hotel') && stop.kind !== 'rest'));
  return worst(firsts.flatMap((visit): Verdict[] => (visit ? [visit.from >= minutesOf(clock) ? { state: 'pass', code: 'ok', have: visit.stop.from, want: clock } : { state: 'fail', code: 'early', have: visit.stop.from, want: clock, fix: 'move', ...spotOf(visit) }] : [])), NOT_CHECKABLE);
}

/** Back at the hotel by then, on the last day done with everything. */
function notAfter(mine: Mine, clock: string): Verdict {
  const ends = mine.days.flatMap((visits) => visits.slice(-1)).map((visit) => [visit, visit.stop.kind === 'hotel' ? visit.from : visit.to] as const);
  return worst(ends.map(([visit, end]): Verdict => (end <= minutesOf(clock) ? { state: 'pass', code: 'ok', have: clockOf(end), want: clock } : { state: 'fail', code: 'late', have: clockOf(end), want: clock, fix: 'move', ...spotOf(visit) })), NOT_CHECKABLE);
}

/** An hour after noon with nothing in it but a rest. */
function napOn(visits: readonly Visit[], day: number): Verdict {
  const busy = visits.filter(({ stop }) => stop.kind !== 'rest');
  const ends = [NAP.from, ...busy.map(({ to }) => to)].filter((end) => end >= NAP.from && end + NAP.minutes <= NAP.to);
  const free = ends.some((end) => busy.every(({ from, to }) => to <= end || from >= end + NAP.minutes));
  return free ? { state: 'pass', code: 'ok', day } : { state: 'fail', code: 'no-break', day, want: NAP.minutes, fix: 'move' };
}

/** `has` nap, late-start or early-night; `ge` a clock: not out before; `le`: back by then. */
export function judgeRest({ op, value }: Constraint, mine: Mine): Verdict {
  const wish = String(value);
  if (op === 'ge' && !Number.isNaN(minutesOf(wish))) return notBefore(mine, wish);
  if (op === 'le' && !Number.isNaN(minutesOf(wish))) return notAfter(mine, wish);
  if (op !== 'has' && op !== 'eq') return NOT_CHECKABLE;
  if (wish === 'late-start') return notBefore(mine, LATE_START);
  if (wish === 'early-night') return notAfter(mine, EARLY_NIGHT);
  return wish === 'nap' ? worst(mine.days.map(napOn), NOT_CHECKABLE) : NOT_CHECKABLE;
}
