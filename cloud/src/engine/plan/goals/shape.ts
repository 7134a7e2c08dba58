import { PLACE_TYPES, type Constraint, type PlaceType } from '@shared/domain/itinerary/types';
import { minutesOf } from '../clock';
import { numbersOf, textsOf } from '../match';
import type { Spot } from '../city';
import type { Day, Tally } from '../trip';
import { compare, every } from './compare';
import type { Goal } from './types';

type Part = Omit<Goal, 'member' | 'constraint'>;

const SLOW = /慢|轻松|悠闲|休闲|松|少|slow|relax|easy|calm/i;
const FAST = /快|特种兵|紧凑|充实|满|多|fast|packed|full|busy/i;
const NAP = /午睡|午休|nap|siesta/i;
const LATE = /早|懒觉|睡|晚|late|not.*early|sleep/i;
const EARLY_NIGHT = /early[- ]night|early to bed|早睡|早点(?:回|休息|睡)/i;
const CLIMB = /爬山|登山|登顶|山岳|徒步|攀|长城|台阶|hiking|climb/i;
const ADULTS = /酒吧|夜店|夜总会|nightclub|\bbars?\b/i;

/* What weak legs, wheels and small children bear: kilometres on foot at once and in a day, and what is no place for them. Children are carried. */
const LEGS: readonly { said: RegExp; aLeg: number; aDay: number; bars?: RegExp }[] = [
  { said: /轮椅|婴儿车|推车|wheel|stroller|pram/i, aLeg: 0.4, aDay: 1.5, bars: CLIMB },
  { said: /child|kid|孩|娃/i, aLeg: 0.8, aDay: Infinity, bars: ADULTS },
  { said: /climb|爬/i, aLeg: 2.5, aDay: 8, bars: CLIMB },
  { said: /little|少走/i, aLeg: 0.8, aDay: 3 },
  { said: /elder|老/i, aLeg: 0.8, aDay: 5, bars: CLIMB },
  { said: /./, aLeg: 0.8, aDay: 3, bars: CLIMB },
];

const LATE_START = 570;
const EARLY_HOME = 1260;
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

/** Kilometres on foot a day; in words: short ways and, for some, nothing to climb or no bars. No place tells whether wheels can pass. */
function mobilityGoal(constraint: Constraint): Part {
  const [km] = numbersOf(constraint);
  const text = textsOf(constraint).join(' ');
  const { aLeg, aDay, bars } = km === undefined ? (LEGS.find(({ said }) => said.test(text)) as (typeof LEGS)[number]) : { aLeg: km / 3, aDay: km };
  const isWheels = km === undefined && LEGS[0]?.said.test(text) === true;
  // a hotel with a bar in it is no bar
  const types: readonly PlaceType[] = bars === ADULTS ? PLACE_TYPES.filter((type) => type !== 'hotel') : PLACE_TYPES;
  const suits = ({ place: { type, name, kind, tags = [] } }: Spot): boolean => !bars || !types.includes(type) || ![name, kind, ...tags].some((word) => bars.test(word));
  const holds = ({ trip, visits }: Tally): boolean => trip.days.every((day) => walkedKm(day) <= aDay) && visits.every(({ stop }) => suits(stop.spot as Spot));
  return { maxWalkKm: aLeg, ...(bars && { bars: { types, allows: suits } }), judge: (tally) => holds(tally) && (!isWheels || null) };
}

const startGoal = (earliest: number): Part => ({
  frame: (frame) => ({ ...frame, earliest: Math.max(frame.earliest, earliest) }),
  judge: ({ trip }) => trip.days.every(({ visits }) => (visits[0]?.from ?? DAY_END) >= earliest),
});

const homeGoal = (home: number): Part => ({
  frame: (frame) => ({ ...frame, latest: Math.min(frame.latest, home), home: Math.min(frame.home, home) }),
  judge: ({ trip }) => trip.days.every(({ visits }) => visits.every(({ stop, from, to }) => (stop.kind === 'hotel' ? from : to) <= home)),
});

function napGoal(): Part {
  const isFree = ({ visits }: Day): boolean => visits.every(({ stop, to }, i) => stop.kind !== 'lunch' || (visits[i + 1]?.from ?? Infinity) - to >= NAP_MINUTES);
  return { frame: (frame) => ({ ...frame, pause: NAP_MINUTES }), judge: ({ trip }) => trip.days.every(isFree) };
}

/** A beginning not before a time, an end not after one, or a nap: an hour free after lunch. */
function restGoal(constraint: Constraint): Part | undefined {
  const text = textsOf(constraint).join(' ');
  const at = minutesOf(text);
  if (at !== undefined) return constraint.op === 'le' ? homeGoal(at) : startGoal(at);
  if (NAP.test(text)) return napGoal();
  if (EARLY_NIGHT.test(text)) return homeGoal(EARLY_HOME);
  return LATE.test(text) ? startGoal(LATE_START) : undefined;
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
