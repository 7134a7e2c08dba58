import type { Plan } from '@shared/domain/itinerary/types';
import { mealCandidates } from '../build/meals';
import type { Spot } from '../city';
import { clockOf, DAY } from '../clock';
import { faresOf } from '../goals';
import { isBetter, scoreOf, type Score } from '../improve';
import { report } from '../report';
import type { Solution } from '../solve';
import { layDay } from '../timetable';
import { stopAt, type Day, type Stop, type Trip, type Visit } from '../trip';
import { isMeal, type PlanAnswer, type PlanInput } from '../types';
import { takeUp } from './decode';

export interface Late {
  plan: Plan;
  /** Day of the trip, from 0. */
  day: number;
  /** Minutes since midnight at which the group can go on: what began before it is kept as it is. */
  fromMinute: number;
}

export interface Replanned extends PlanAnswer {
  /** Stops of that day that are given up, least wanted first. */
  dropped: { poi: string; kind: string; why: string }[];
}

const MEAL_CHOICE = 10;
/** However late it is, one sleeps somewhere: so long one may be on the way there. */
const WAY_HOME = 60;

/** The day with its past as it was and the rest after it; undefined where the rest does not fit. */
function dayAfter(past: readonly Visit[], rest: readonly Stop[], { day, fromMinute }: Late, { agreement: { ground } }: Solution): Day | undefined {
  const here = past.at(-1);
  const earliest = Math.max(fromMinute, here?.to ?? 0);
  const frame = ground.frames[day] as (typeof ground.frames)[number];
  const frames = ground.frames.with(day, { ...frame, earliest, home: Math.max(frame.home, Math.min(DAY - 1, earliest + WAY_HOME)) });
  const laid = layDay(rest, day, here?.stop.spot, { ...ground, frames });
  if (!laid) return undefined;
  const [first, ...others] = laid.visits;
  const way = laid.morning;
  const next = first && { ...first, ...(way && { leg: way }), cost: first.cost + (way?.cost ?? 0) };
  return { stops: [...past.map(({ stop }) => stop), ...rest], visits: [...past, ...(next ? [next] : []), ...others] };
}

const withDay = ({ trip }: Solution, day: number, laid: Day): Trip => ({ days: trip.days.with(day, laid) });

interface Option {
  rest: Stop[];
  dropped: Stop[];
  laid: Day | undefined;
  score: Score;
}

/** The rest without one stop, or with a meal somewhere else: every way to lighten it. */
function lighter(rest: readonly Stop[], late: Late, past: readonly Visit[], solution: Solution): Option[] {
  const taken = withDay(solution, late.day, { stops: [...past.map(({ stop }) => stop), ...rest], visits: [] });
  return rest.flatMap((stop, i) => {
    if (stop.kind === 'hotel') return [];
    const instead = isMeal(stop.kind) ? mealCandidates(taken, late.day, past.length + i, solution.agreement, MEAL_CHOICE) : [];
    const rests = [...instead.map((spot: Spot) => rest.with(i, stopAt(stop.kind, spot))), rest.toSpliced(i, 1)];
    return rests.map((one) => {
      const laid = dayAfter(past, one, late, solution);
      const judged = laid ?? { stops: one, visits: [] };
      return { rest: one, dropped: [stop], laid, score: scoreOf(withDay(solution, late.day, judged), solution.goals, solution.agreement) };
    });
  });
}

/** The stops a late group still makes, and those it gives up; the best of the least changes. */
function lighten(rest: readonly Stop[], late: Late, past: readonly Visit[], solution: Solution): { laid: Day; dropped: Stop[] } {
  const laid = dayAfter(past, rest, late, solution);
  if (laid) return { laid, dropped: [] };
  const options = lighter(rest, late, past, solution);
  const able = options.filter((option) => option.laid);
  const best = (able.length > 0 ? able : leastWanted(options, rest)).reduce<Option | undefined>((a, b) => (!a || isBetter(b.score, a.score) ? b : a), undefined);
  if (!best) return { laid: { stops: past.map(({ stop }) => stop), visits: past }, dropped: [...rest] };
  if (best.laid) return { laid: best.laid, dropped: best.dropped };
  const further = lighten(best.rest, late, past, solution);
  return { laid: further.laid, dropped: [...best.dropped, ...further.dropped] };
}

/** No single change is enough: one stop fewer, a sight before a meal, one that nobody wished for before others. */
function leastWanted(options: readonly Option[], rest: readonly Stop[]): Option[] {
  const fewer = options.filter((option) => option.rest.length < rest.length);
  const sights = fewer.filter(({ dropped }) => dropped[0]?.kind === 'attraction');
  return sights.length > 0 ? sights : fewer;
}

/**
 * The rest of a day when the group runs late: what began is kept, times move, meals go to where they can still be had,
 * and the least wanted stops are given up first. Other days stay as they are.
 */
export function replan(input: PlanInput, late: Late): Replanned {
  const solution = takeUp(input, late.plan);
  const { visits = [] } = solution.trip.days[late.day] ?? {};
  const past = visits.filter(({ from }) => from < late.fromMinute);
  const { laid, dropped } = lighten(visits.slice(past.length).map(({ stop }) => stop), late, past, solution);
  const answer = report({ ...solution, trip: withDay(solution, late.day, laid) }, faresOf(input, solution.city.party));
  const why = `${clockOf(late.fromMinute)} 才能出发，来不及`;
  return { ...answer, dropped: dropped.map(({ kind, spot }) => ({ kind, poi: spot?.place.id ?? '', why })) };
}
