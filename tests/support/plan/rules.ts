import type { Place, Plan, PlanItem } from '@shared/domain/itinerary/types';
import type { PlanInput } from '../../../cloud/src/engine/plan';

/* What every plan must hold, written anew from the metrics: no code of the planner's. */

const KMH = { walk: 5, taxi: 40, metro: 30 };
const MEAL_HOURS = { breakfast: [360, 540], lunch: [660, 840], dinner: [1020, 1200] } as const;

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function km(a: Place, b: Place): number {
  const x = ((b.lon - a.lon) * Math.PI * Math.cos(((a.lat + b.lat) * Math.PI) / 360)) / 180;
  const y = ((b.lat - a.lat) * Math.PI) / 180;
  return 6371 * Math.hypot(x, y);
}

/** Party, places and what is wrong so far. */
class Inspection {
  readonly faults: string[] = [];
  readonly places: ReadonlyMap<string, Place>;

  constructor(
    readonly input: PlanInput,
    readonly party = input.members.flatMap(({ constraints }) => constraints).find(({ type }) => type === 'people')?.value ?? Math.max(1, input.members.length),
  ) {
    this.places = new Map(input.pois.map((poi) => [poi.id, poi]));
  }

  must(holds: boolean, fault: string): void {
    if (!holds) this.faults.push(fault);
  }
}

function inspectStay(seen: Inspection, item: PlanItem, place: Place): void {
  const from = minutes(item.from);
  const to = minutes(item.to);
  seen.must(from < to && to <= 1440, `${item.from}-${item.to} is no span`);
  const open = minutes(place.open ?? '00:00');
  const close = minutes(place.close ?? '24:00');
  seen.must(from >= open && to <= (close <= open ? close + 1440 : close), `${place.name} is not open ${item.from}-${item.to}`);
  if (item.kind === 'attraction') seen.must(to - from >= 30, `${place.name} is too short`);
  const hours = item.kind in MEAL_HOURS ? MEAL_HOURS[item.kind as keyof typeof MEAL_HOURS] : undefined;
  seen.must((place.type === 'restaurant') === (hours !== undefined), `${place.name} is no ${item.kind}`);
  if (hours) seen.must(from >= hours[0] && from <= hours[1], `${item.kind} at ${item.from}`);
}

function inspectWay(seen: Inspection, item: PlanItem, place: Place, before: { item: PlanItem; place: Place } | undefined): number {
  if (!before) return 0;
  const far = km(before.place, place);
  const gap = minutes(item.from) - minutes(before.item.to);
  seen.must(gap >= 0, `${item.from} before ${before.item.to}`);
  if (far <= 0.1) return 0;
  if (!item.by) {
    seen.must(false, `no means to ${place.name}`);
    return 0;
  }
  seen.must(gap + 1 >= (far / KMH[item.by]) * 60, `${far.toFixed(1)} km in ${gap} minutes by ${item.by}`);
  const party = Number(seen.party);
  return item.by === 'walk' ? 0 : item.by === 'metro' ? 10 * party : (20 + 5 * far * 1.001) * Math.ceil(party / 4);
}

function inspectDay(seen: Inspection, items: readonly PlanItem[], isLast: boolean): void {
  let before: { item: PlanItem; place: Place } | undefined;
  for (const item of items) {
    const place = seen.places.get(item.poi);
    seen.must(place !== undefined, `${item.poi} is no place`);
    if (!place) continue;
    inspectStay(seen, item, place);
    const fare = inspectWay(seen, item, place, before);
    const party = Number(seen.party);
    const price = (place.price ?? 0) * (place.type === 'hotel' ? Math.ceil(party / 2) : party);
    seen.must(item.cost >= price - 0.01 && item.cost <= price + fare + 0.01, `${place.name} costs ${item.cost}, not ${price} and ${fare}`);
    before = { item, place };
  }
  const kinds = items.map(({ kind }) => kind);
  for (const kind of ['attraction', 'lunch', 'dinner'] as const) seen.must(kinds.includes(kind), `no ${kind}`);
  for (const meal of ['breakfast', 'lunch', 'dinner'] as const) seen.must(kinds.filter((kind) => kind === meal).length <= 1, `${meal} twice`);
  if (!isLast) seen.must(kinds.at(-1) === 'hotel', 'no hotel at night');
}

/** What is wrong with a plan, by the rules that hold for all of them; empty: nothing. */
export function faultsOf(input: PlanInput, plan: Plan): string[] {
  const seen = new Inspection(input);
  seen.must(plan.days.length === input.days, `${plan.days.length} days`);
  for (const [d, { items }] of plan.days.entries()) inspectDay(seen, items, d === input.days - 1);
  const items = plan.days.flatMap((day) => day.items);
  const once = items.filter(({ kind }) => kind !== 'hotel').map(({ poi }) => poi);
  seen.must(new Set(once).size === once.length, 'a place twice');
  seen.must(Math.abs(items.reduce((sum, { cost }) => sum + cost, 0) - plan.cost) < 0.05, 'the cost is not the sum');
  return seen.faults;
}
