import { MEANS, PLACE_TYPES, type Means, type PlaceType } from '@shared/domain/itinerary/types';
import { costAt, type City, type Spot } from './city';
import { cover } from './cover';
import { beginnings, type Frame } from './frame';
import type { Goal } from './goals';
import type { Travel } from './legs';
import type { Ground } from './timetable';
import type { Crowd, StopKind } from './types';

/** How far a plan is built to be cheap: at the utmost with one sight a day, to which others are added as money allows. */
export type Thrift = 'none' | 'some' | 'utmost';

/** The wishes pursued together, and what they leave to choose from. */
export interface Agreement {
  goals: readonly Goal[];
  pools: Record<PlaceType, readonly Spot[]>;
  /** Rather not visited. */
  shunned: ReadonlySet<Spot>;
  ceiling: number;
  ground: Ground;
  once: readonly Means[];
  /** Sights a day begins with. */
  usualSights: number;
  pace: { atLeast: number; atMost: number };
}

const ORDINARY_THRIFT = 0.4;
const SAVING_THRIFT = 4;
const ORDINARY_WALK_KM = 2.5;
const MEALS_A_DAY = 3;
const USUAL_SIGHTS = 3;
const MOST_SIGHTS = 4;

/** What any plan needs of a type, by the number of days. */
const needOf = (type: PlaceType, { days }: City): number => (type === 'attraction' ? days : type === 'restaurant' ? days * 2 : days > 1 ? 1 : 0);

export const wantsOf = (goals: readonly Goal[], type: PlaceType): ReadonlySet<Spot>[] => goals.flatMap(({ wants }) => (wants?.type === type ? wants.each : []));

function poolsOf(goals: readonly Goal[], city: City): Record<PlaceType, readonly Spot[]> {
  const poolOf = (type: PlaceType): readonly Spot[] => {
    const bars = goals.flatMap(({ bars }) => (bars?.types.includes(type) ? bars : []));
    return bars.length === 0 ? city.spots[type] : city.spots[type].filter((spot) => bars.every(({ allows }) => allows(spot)));
  };
  return { attraction: poolOf('attraction'), restaurant: poolOf('restaurant'), hotel: poolOf('hotel') };
}

function travelOf(goals: readonly Goal[], party: number, thrift: Thrift): Travel {
  const means = goals.flatMap(({ means }) => means ?? []);
  const allowed = new Set(MEANS.filter((one) => means.every(({ only, never }) => (only?.has(one) ?? true) && !never?.has(one))));
  const walks = goals.flatMap(({ maxWalkKm }) => maxWalkKm ?? []);
  const canWalk = means.every(({ never }) => !never?.has('walk'));
  return { party, allowed, maxWalkKm: canWalk ? Math.min(ORDINARY_WALK_KM, ...walks) : 0, thrift: thrift === 'none' ? ORDINARY_THRIFT : SAVING_THRIFT };
}

/** Everything that follows from pursuing some wishes; `thrift` takes cheap ways rather than quick ones. */
export function agreementOn(goals: readonly Goal[], city: City, frames: readonly Frame[], thrift: Thrift): Agreement {
  const paces = goals.flatMap(({ pace }) => pace ?? []);
  const pace = { atLeast: Math.max(1, ...paces.map(({ atLeast = 1 }) => atLeast)), atMost: Math.min(MOST_SIGHTS, ...paces.map(({ atMost = MOST_SIGHTS }) => atMost)) };
  return {
    goals,
    pools: poolsOf(goals, city),
    shunned: new Set(goals.flatMap(({ shuns }) => [...(shuns ?? [])])),
    ceiling: Math.min(...goals.map(({ ceiling = Infinity }) => ceiling)),
    ground: { city, travel: travelOf(goals, city.party, thrift), frames: frames.map((frame, day) => goals.reduce((now, goal) => goal.frame?.(now, day) ?? now, frame)) },
    once: goals.flatMap(({ means }) => means?.once ?? []),
    usualSights: thrift === 'utmost' ? 1 : Math.max(pace.atLeast, Math.min(USUAL_SIGHTS, pace.atMost)),
    pace,
  };
}

const SHORTEST = 30;
const KINDS: Record<PlaceType, readonly StopKind[]> = { attraction: ['attraction'], restaurant: ['lunch', 'dinner', 'breakfast'], hotel: ['hotel'] };

/** Whether a place is open on some day while those who travel are out. */
const canVisit = (spot: Spot, frames: readonly Frame[]): boolean =>
  frames.some((frame, day) => KINDS[spot.place.type].some((kind) => beginnings(kind, spot, day, SHORTEST, frame).length > 0));

/** What each wish for a place of a type may choose from, under the other wishes. */
export function choicesOf(type: PlaceType, { goals, pools, ground: { frames } }: Agreement): Spot[][] {
  const wants = wantsOf(goals, type);
  if (wants.length === 0) return [];
  const open = pools[type].filter((spot) => wants.some((some) => some.has(spot)) && canVisit(spot, frames));
  return wants.map((some) => open.filter((spot) => some.has(spot)));
}

/** Nights of a trip; a single day has one where somebody wishes for a hotel. */
export const nightsOf = (agreement: Agreement): number => (agreement.ground.city.days > 1 ? agreement.ground.city.days - 1 : Math.min(1, wantsOf(agreement.goals, 'hotel').length));

/** Places of a type that wishes need, as cheap as may be. */
const neededOf = (type: PlaceType, agreement: Agreement): Spot[] => cover(choicesOf(type, agreement), ({ price }) => -price);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function leastCostOf(type: PlaceType, agreement: Agreement, needed: readonly Spot[]): number {
  const { city } = agreement.ground;
  const cheap = agreement.pools[type].map((spot) => costAt(spot, city)).sort((a, b) => a - b);
  const rest = Math.max(0, (type === 'hotel' ? nightsOf(agreement) : needOf(type, city)) - needed.length);
  return sum(needed.map((spot) => costAt(spot, city))) + (type === 'hotel' ? rest * (cheap[0] ?? 0) : sum(cheap.slice(0, rest)));
}

/** Yuan that hardly any plan under these wishes can stay below, ways aside. */
export const leastCost = (agreement: Agreement): number => sum(PLACE_TYPES.map((type) => leastCostOf(type, agreement, neededOf(type, agreement))));

/** Whether a means may be used at all: short walks go beside any other. */
export const canUse = (means: Means, { allowed, maxWalkKm }: Travel): boolean => (means === 'walk' ? maxWalkKm > 0 : allowed.has(means));

const canServe = (goal: Goal, { pools, ground }: Agreement): boolean => {
  const { wants } = goal;
  if (wants && !wants.each.some((each) => pools[wants.type].some((spot) => each.has(spot) && canVisit(spot, ground.frames)))) return false;
  return !goal.means?.once || goal.means.once.some((means) => canUse(means, ground.travel));
};

/** Most places of a type that a trip can hold. */
const roomFor = (type: PlaceType, agreement: Agreement): number => {
  const { days } = agreement.ground.city;
  return type === 'hotel' ? nightsOf(agreement) : type === 'restaurant' ? days * MEALS_A_DAY : days * agreement.pace.atMost;
};

/** The first type of which more places are needed than a trip can hold. */
function crowdIn(needed: readonly { type: PlaceType; spots: readonly Spot[] }[], agreement: Agreement): Crowd | undefined {
  const crowded = needed.find(({ type, spots }) => spots.length > roomFor(type, agreement));
  return crowded && { type: crowded.type, wanted: crowded.spots.length, room: roomFor(crowded.type, agreement) };
}

const neededIn = (agreement: Agreement): { type: PlaceType; spots: Spot[] }[] => PLACE_TYPES.map((type) => ({ type, spots: neededOf(type, agreement) }));

/** Of what wishes for places would have to leave out, were they all taken up. Breakfasts are no room to count on. */
export function crowdOf(agreement: Agreement): Crowd | undefined {
  const meals = agreement.ground.city.days * 2;
  const crowd = crowdIn(neededIn(agreement), agreement);
  const restaurants = neededOf('restaurant', agreement).length;
  return crowd ?? (restaurants > meals ? { type: 'restaurant', wanted: restaurants, room: meals } : undefined);
}

/** Whether nothing speaks against wishes being met together, as far as can be told without a plan. */
export function canAgree(agreement: Agreement): boolean {
  const { goals, pools, pace, ceiling } = agreement;
  const { city, travel, frames } = agreement.ground;
  if (travel.allowed.size === 0 || pace.atLeast > pace.atMost || frames.some(({ earliest, latest }) => earliest >= latest)) return false;
  if (PLACE_TYPES.some((type) => pools[type].length < Math.min(needOf(type, city), city.spots[type].length))) return false;
  if (!goals.every((goal) => canServe(goal, agreement))) return false;
  const needed = neededIn(agreement);
  if (crowdIn(needed, agreement)) return false;
  return ceiling === Infinity || sum(needed.map(({ type, spots }) => leastCostOf(type, agreement, spots))) <= ceiling;
}

/** Takes up wishes in order of their claim, each that goes together with those before it. */
export function agree(ordered: readonly Goal[], city: City, frames: readonly Frame[], thrift: Thrift): Agreement {
  let agreement = agreementOn([], city, frames, thrift);
  for (const goal of ordered) {
    const next = agreementOn([...agreement.goals, goal], city, frames, thrift);
    if (canAgree(next)) agreement = next;
  }
  return agreement;
}
