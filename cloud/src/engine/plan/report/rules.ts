import { PLACE_TYPES } from '@shared/domain/itinerary/types';
import { clockOf } from '../clock';
import { hasRoomFor } from '../frame';
import type { Solution } from '../solve';
import { tallyOf, type Day, type Visit } from '../trip';
import type { PlanCheck } from '../types';
import { listOf, yuan } from './words';

const nameOf = ({ stop }: Visit): string => stop.spot?.place.name ?? '';
const dayWord = (d: number): string => `第 ${d + 1} 天`;

const has = ({ visits }: Day, kind: string): boolean => visits.some(({ stop }) => stop.kind === kind);

function lacking({ trip, agreement: { ground } }: Solution, kind: 'attraction' | 'lunch' | 'dinner'): number[] {
  return trip.days.flatMap((day, d) => {
    const frame = ground.frames[d];
    return has(day, kind) || (frame && !hasRoomFor(kind, frame)) ? [] : [d];
  });
}

function daily(solution: Solution): PlanCheck[] {
  const meals = [...lacking(solution, 'lunch').map((d) => `${dayWord(d)}午饭`), ...lacking(solution, 'dinner').map((d) => `${dayWord(d)}晚饭`)];
  const sights = lacking(solution, 'attraction').map(dayWord);
  const nights = solution.trip.days.flatMap((day, d) => (d < solution.city.days - 1 && !has(day, 'hotel') ? [dayWord(d)] : []));
  return [
    { rule: 'meals', pass: meals.length === 0, detail: meals.length === 0 ? '每天午饭、晚饭都在饭点' : `没有合适的餐馆：${meals.join('、')}` },
    { rule: 'sights', pass: sights.length === 0, detail: sights.length === 0 ? '每天都有景点' : `没有可去的景点：${sights.join('、')}` },
    { rule: 'nights', pass: nights.length === 0, detail: nights.length === 0 ? (solution.city.days > 1 ? '每晚都有住处' : '不过夜') : `没有酒店：${nights.join('、')}` },
  ];
}

/** Opening hours: guessed ones make it unknown. */
function hours(visits: readonly Visit[], { trip }: Solution): PlanCheck {
  const closed = trip.days.flatMap((day, d) => day.visits.filter(({ stop, from, to }) => !stop.spot?.windows[d]?.some((window) => window.from <= from && to <= window.to)));
  if (closed.length > 0) return { rule: 'hours', pass: false, detail: `不在开放时间里：${listOf(closed.map(nameOf))}` };
  const unknown = visits.filter(({ stop }) => !stop.spot?.knowsHours).map(nameOf);
  return { rule: 'hours', pass: unknown.length === 0 || null, detail: unknown.length === 0 ? '都在开放时间里' : `开放时间未知，按常见时间安排：${listOf(unknown)}` };
}

function prices(visits: readonly Visit[]): PlanCheck {
  const unknown = [...new Set(visits.filter(({ stop }) => stop.spot?.place.price === undefined).map(nameOf))];
  return { rule: 'prices', pass: unknown.length === 0 || null, detail: unknown.length === 0 ? '价格都已知' : `价格未知，没有计入费用：${listOf(unknown)}` };
}

function legs({ trip }: Solution): PlanCheck {
  const broken = trip.days.flatMap(({ visits }) => visits.filter(({ from, leg }, i) => i > 0 && from - (visits[i - 1]?.to ?? 0) < (leg?.minutes ?? 0)));
  const minutes = trip.days.reduce((sum, { visits }) => sum + visits.reduce((all, { leg }) => all + (leg?.minutes ?? 0), 0), 0);
  return { rule: 'legs', pass: broken.length === 0, detail: broken.length === 0 ? `路上共约 ${minutes} 分钟，按直线距离估算` : `赶不上：${listOf(broken.map(nameOf))}` };
}

/** The way from the hotel in the morning belongs to no stop of the day: said here, so that nobody counts on it being in the cost. */
function mornings({ trip }: Solution): PlanCheck[] {
  const ways = trip.days.flatMap(({ morning }) => morning ?? []);
  if (ways.length === 0) return [];
  const minutes = ways.reduce((sum, way) => sum + way.minutes, 0);
  const cost = ways.reduce((sum, way) => sum + way.cost, 0);
  return [{ rule: 'mornings', pass: true, detail: `早上从酒店出发的路程共约 ${minutes} 分钟，车费约 ${yuan(cost)}，不在总费用里` }];
}

function shortened(visits: readonly Visit[]): PlanCheck {
  const short = visits.filter(({ stop, from, to }) => stop.kind === 'attraction' && to - from < (stop.spot?.least ?? 0));
  return { rule: 'stays', pass: true, detail: short.length === 0 ? '每个景点都待得够久' : `比一般游览时间短：${listOf(short.map((visit) => `${nameOf(visit)}（${clockOf(visit.from)}–${clockOf(visit.to)}）`))}` };
}

/** One check a rule that every plan must keep. */
export function ruleChecks(solution: Solution, fares: number): PlanCheck[] {
  const { visits, cost } = tallyOf(solution.trip);
  const { party, days, spots } = solution.city;
  const once = visits.filter(({ stop }) => stop.kind !== 'hotel').map(({ stop }) => stop.spot);
  const known = PLACE_TYPES.every((type) => spots[type].length > 0 || type === 'hotel');
  return [
    { rule: 'days', pass: solution.trip.days.length === days, detail: `共 ${days} 天` },
    ...daily(solution),
    hours(visits, solution),
    prices(visits),
    legs(solution),
    ...mornings(solution),
    shortened(visits),
    { rule: 'once', pass: new Set(once).size === once.length, detail: known ? '景点和餐馆都不重复' : '地点太少' },
    { rule: 'cost', pass: true, detail: `共 ${yuan(cost)}，${party} 人，人均 ${yuan(cost / party)}${fares > 0 ? `；往返交通另计 ${yuan(fares)}` : ''}` },
  ];
}
