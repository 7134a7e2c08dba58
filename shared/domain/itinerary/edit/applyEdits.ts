import { clockOf, MIDNIGHT, minutesOf } from '../clock';
import type { Party, Stop, TripDay, TripPlan } from '../trip';
import type { Means, Place } from '../types';
import { canBe } from '../kinds';

/** One step of editing by hand, as it goes over the wire. */
export type TripEdit =
  | { do: 'move'; itemId: string; day: number; place: number }
  | { do: 'time'; itemId: string; from: string; to: string }
  | { do: 'replace'; itemId: string; placeId: string }
  | { do: 'remove'; itemId: string }
  | { do: 'add'; day: number; place: number; placeId: string; kind: Stop['kind'] }
  | { do: 'who'; itemId: string; who: readonly string[] }
  | { do: 'note'; itemId: string; note: string }
  | { do: 'means'; itemId: string; by: Means };

export type EditFault = 'no-such-item' | 'no-such-day' | 'no-such-place' | 'wrong-place' | 'bad-time' | 'nobody';

export interface EditContext {
  places: readonly Place[];
  party: Party;
  /** A fresh id for an added stop. */
  newId: () => string;
}

type Field = 'itemId' | 'day' | 'placeId' | 'to' | 'who';
type Step = { days: TripDay[]; pinned?: string } | { error: EditFault; field: Field };

/** When an empty day begins. */
const MORNING = '09:00';
/** Minutes one stays where nobody says how long. */
const STAY: Record<Stop['kind'], number> = { attraction: 90, breakfast: 40, lunch: 60, dinner: 75, hotel: 0, rest: 60 };
const EARLIEST: Partial<Record<Stop['kind'], number>> = { breakfast: 7 * 60, lunch: 11 * 60 + 30, dinner: 17 * 60 + 30 };

function spotOf(days: readonly TripDay[], itemId: string): [day: number, place: number, stop: Stop] | null {
  for (const [day, { items }] of days.entries()) {
    const place = items.findIndex(({ id }) => id === itemId);
    if (place >= 0) return [day, place, items[place] as Stop];
  }
  return null;
}

const withItems = (days: readonly TripDay[], day: number, change: (items: Stop[]) => Stop[]): TripDay[] => days.map((one, i) => (i === day ? { ...one, items: change([...one.items]) } : one));
const insert = (items: readonly Stop[], place: number, stop: Stop): Stop[] => [...items.slice(0, place), stop, ...items.slice(place)];

/** Puts a stop into a day, right after the one before it; the first of a day begins when the first did. */
function placed(days: readonly TripDay[], day: number, place: number, stop: Stop, minutes: number): TripDay[] {
  const items = days[day]?.items ?? [];
  const before = items[Math.min(place, items.length) - 1];
  const soonest = before ? minutesOf(before.to) : minutesOf(items[0]?.from ?? MORNING);
  const from = Math.max(soonest, EARLIEST[stop.kind] ?? 0);
  const to = stop.kind === 'hotel' ? MIDNIGHT : from + minutes;
  return withItems(days, day, (all) => insert(all, place, { ...stop, from: clockOf(from), to: clockOf(to) }));
}

function move(days: TripDay[], { itemId, day, place }: Extract<TripEdit, { do: 'move' }>): Step {
  const spot = spotOf(days, itemId);
  if (!spot) return { error: 'no-such-item', field: 'itemId' };
  if (!days[day]) return { error: 'no-such-day', field: 'day' };
  const [from, at, stop] = spot;
  if (from === day && at === place) return { days };
  // how one came is how one came from there, not from the new place
  const { leg: _, ...bare } = stop;
  const without = withItems(days, from, (items) => items.filter(({ id }) => id !== itemId));
  return { days: placed(without, day, place, bare, minutesOf(stop.to) - minutesOf(stop.from)) };
}

function add(days: TripDay[], { day, place, placeId, kind }: Extract<TripEdit, { do: 'add' }>, { places, newId }: EditContext): Step {
  const found = places.find(({ id }) => id === placeId);
  if (!days[day]) return { error: 'no-such-day', field: 'day' };
  if (!found) return { error: 'no-such-place', field: 'placeId' };
  if (!canBe(kind, found.type)) return { error: 'wrong-place', field: 'placeId' };
  const asked = kind === 'attraction' ? Math.max(STAY.attraction, (found.minHours ?? 0) * 60) : STAY[kind];
  const minutes = Math.min(asked, found.maxHours ? found.maxHours * 60 : asked);
  return { days: placed(days, day, place, { id: newId(), kind, placeId, from: '', to: '', cost: 0 }, minutes) };
}

/** Edits of one stop where it stands. */
function change(stop: Stop, edit: Exclude<TripEdit, { do: 'move' | 'add' | 'remove' }>, { places, party }: EditContext): Stop | { error: EditFault; field: Field } {
  switch (edit.do) {
    case 'time':
      return minutesOf(edit.from) < minutesOf(edit.to) ? { ...stop, from: edit.from, to: edit.to } : { error: 'bad-time', field: 'to' };
    case 'replace': {
      const place = places.find(({ id }) => id === edit.placeId);
      if (!place) return { error: 'no-such-place', field: 'placeId' };
      return canBe(stop.kind, place.type) ? { ...stop, placeId: edit.placeId } : { error: 'wrong-place', field: 'placeId' };
    }
    case 'who': {
      const who = party.ids.filter((id) => edit.who.includes(id));
      if (who.length === 0 || who.length < new Set(edit.who).size) return { error: 'nobody', field: 'who' };
      return { ...stop, who: who.length === party.ids.length ? undefined : who };
    }
    case 'note':
      return { ...stop, note: edit.note === '' ? undefined : edit.note };
    case 'means':
      return { ...stop, leg: { ...(stop.leg ?? { km: 0, minutes: 0, cost: 0 }), by: edit.by } };
  }
}

function step(days: TripDay[], edit: TripEdit, context: EditContext): Step {
  if (edit.do === 'move') return move(days, edit);
  if (edit.do === 'add') return add(days, edit, context);
  const spot = spotOf(days, edit.itemId);
  if (!spot) return { error: 'no-such-item', field: 'itemId' };
  const [day, place, stop] = spot;
  if (edit.do === 'remove') return { days: withItems(days, day, (items) => items.filter((_, i) => i !== place)) };
  const changed = change(stop, edit, context);
  if ('error' in changed) return changed;
  return { days: withItems(days, day, (items) => items.map((one, i) => (i === place ? changed : one))), ...(edit.do === 'time' ? { pinned: stop.id } : {}) };
}

/**
 * Applies steps of editing in order; the first that cannot be applied is named by its field, and nothing is.
 * Times, legs and costs are not made anew here: `recount` does, with `pinned` left alone.
 */
export function applyEdits(plan: TripPlan, edits: readonly TripEdit[], context: EditContext): { plan: TripPlan; pinned: string[] } | { error: EditFault; field: string } {
  let days = [...plan.days];
  const pinned: string[] = [];
  for (const [i, edit] of edits.entries()) {
    const next = step(days, edit, context);
    if ('error' in next) return { error: next.error, field: `edits.${i}.${next.field}` };
    days = next.days;
    if (next.pinned !== undefined) pinned.push(next.pinned);
  }
  return { plan: { ...plan, days }, pinned };
}
