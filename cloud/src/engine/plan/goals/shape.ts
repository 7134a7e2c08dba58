import type { Constraint } from '@shared/domain/itinerary/types';
import { minutesOf } from '../clock';
import { numbersOf, textsOf } from '../match';
import type { Day, Tally } from '../trip';
import { compare, every } from './compare';
import type { Goal } from './types';

type Part = Omit<Goal, 'member' | 'constraint'>;

const SLOW = /慢|轻松|悠闲|休闲|松|少|slow|relax|easy|calm/i;
const FAST = /快|特种兵|紧凑|充实|满|多|fast|packed|full|busy/i;
const WHEELS = /轮椅|婴儿车|推车|wheel|stroller|pram/i;
const NAP = /午睡|午休|nap|siesta/i;
const LATE = /早|懒觉|睡|晚|late|sleep/i;
const CLIMB = /爬山|登山|山岳|徒步|攀岩|长城|台阶|hiking|climb/i;

const LATE_START = 570;
const NAP_MINUTES = 60;
const TO_TOWN = 30;
const TO_STATION = 60;

const sightsOf = ({ visits }: Day): number => visits.filter(({ stop }) => stop.kind === 'attraction' && stop.spot).length;
const walkedKm = ({ visits }: Day): number => visits.reduce((km, { leg }) => km + (leg?.by === 'walk' ? leg.km : 0), 0);

/** Sights a day: a number, or slow (at most two) or packed (at least three). */
function paceGoal(given: Constraint): Part | undefined {
  const text = textsOf(given).join(' ');
  const constraint: Constraint = numbersOf(given).length > 0 ? given : { ...given, op: FAST.test(text) && !SLOW.test(text) ? 'ge' : 'le', value: FAST.test(text) && !SLOW.test(text) ? 3 : 2 };
  if (numbersOf(given).length === 0 && !SLOW.test(text) && !FAST.test(text)) return undefined;
  const n = Math.max(...numbersOf(constraint));
  const judge = ({ trip }: Tally): boolean | null => every(trip.days, (day) => compare(constraint, sightsOf(day)));
  return { pace: { ...(constraint.op !== 'ge' && { atMost: n }), ...(constraint.op !== 'le' && constraint.op !== 'ne' && { atLeast: n }) }, judge };
}

/** Kilometres on foot a day; in words: wheels or weak legs, short ways and nothing to climb. */
function mobilityGoal(constraint: Constraint): Part {
  const [km] = numbersOf(constraint);
  const isWheels = WHEELS.test(textsOf(constraint).join(' '));
  const [aLeg, aDay] = km !== undefined ? [km / 3, km] : isWheels ? [0.4, 1.5] : [0.8, 3];
  const climbs = (words: readonly string[]): boolean => km === undefined && words.some((word) => CLIMB.test(word));
  const walks = ({ trip }: Tally): boolean => trip.days.every((day) => walkedKm(day) <= aDay);
  return {
    maxWalkKm: aLeg,
    bars: { type: 'attraction', allows: ({ labels }) => !climbs([...labels.kinds, ...labels.tags]) },
    judge: (tally) => (walks(tally) && !tally.sights.some(({ stop }) => climbs([...(stop.spot?.labels.kinds ?? []), ...(stop.spot?.labels.tags ?? [])])) ? !isWheels || null : false),
  };
}

/** A beginning not before a time, or a nap: an hour free after lunch. */
function restGoal(constraint: Constraint): Part | undefined {
  const text = textsOf(constraint).join(' ');
  if (NAP.test(text)) {
    const isFree = ({ visits }: Day): boolean => visits.every(({ stop, to }, i) => stop.kind !== 'lunch' || (visits[i + 1]?.from ?? Infinity) - to >= NAP_MINUTES);
    return { frame: (frame) => ({ ...frame, pause: NAP_MINUTES }), judge: ({ trip }) => trip.days.every(isFree) };
  }
  const earliest = minutesOf(text) ?? (LATE.test(text) ? LATE_START : undefined);
  if (earliest === undefined) return undefined;
  return { frame: (frame) => ({ ...frame, earliest: Math.max(frame.earliest, earliest) }), judge: ({ trip }) => trip.days.every(({ visits }) => (visits[0]?.from ?? DAY_END) >= earliest) };
}
const DAY_END = 1440;

/** The first day begins after people arrive, the last ends before they leave. */
function edgeGoal(constraint: Constraint, days: number): Part | undefined {
  const at = minutesOf(textsOf(constraint)[0]);
  if (at === undefined) return undefined;
  if (constraint.type === 'arrive') {
    return { frame: (frame, day) => (day === 0 ? { ...frame, earliest: Math.max(frame.earliest, at + TO_TOWN) } : frame), judge: ({ trip }) => (trip.days[0]?.visits[0]?.from ?? DAY_END) >= at };
  }
  return { frame: (frame, day) => (day === days - 1 ? { ...frame, latest: Math.min(frame.latest, at - TO_STATION) } : frame), judge: ({ trip }) => (trip.days.at(-1)?.visits.at(-1)?.to ?? 0) <= at };
}

/** Wishes about what a day is like. */
export function shapeGoal(constraint: Constraint, days: number): Part | undefined {
  switch (constraint.type) {
    case 'pace':
      return paceGoal(constraint);
    case 'mobility':
      return mobilityGoal(constraint);
    case 'rest':
      return restGoal(constraint);
    case 'arrive':
    case 'leave':
      return edgeGoal(constraint, days);
    default:
      return undefined;
  }
}
