import type { Constraint, Place, PlaceType, Plan } from '@shared/domain/itinerary/types';
import type { PlanInput } from '../../../cloud/src/engine/plan';

/* Whether a plan meets a wish, read from its items alone: no code of the planner's. */

const KINDS: Partial<Record<Constraint['type'], PlaceType>> = { attraction_kind: 'attraction', attraction_name: 'attraction', restaurant_kind: 'restaurant', restaurant_name: 'restaurant', hotel_kind: 'hotel', hotel_name: 'hotel', meal_price: 'restaurant', hotel_price: 'hotel' };

function isSuch({ type, value }: Constraint, place: Place): boolean {
  const values = [value].flat();
  return type.endsWith('_name') ? values.includes(place.name) : [place.kind, ...(place.tags ?? [])].some((kind) => values.includes(kind));
}

function holds<T>({ op }: Constraint, things: readonly T[], such: (thing: T) => boolean): boolean {
  return op === 'ne' ? !things.some(such) : op === 'has' ? things.some(such) : things.every(such);
}

/** Wishes for places, prices up to a sum, means and budgets. */
export function meets(input: PlanInput, plan: Plan, constraint: Constraint): boolean {
  const places = new Map(input.pois.map((poi) => [poi.id, poi]));
  const items = plan.days.flatMap((day) => day.items);
  if (constraint.type === 'budget') return plan.cost <= Number(constraint.value);
  if (constraint.type === 'budget_per_person') return plan.cost / input.members.length <= Number(constraint.value);
  if (constraint.type === 'transport_city') return holds(constraint, items.flatMap(({ by }) => by ?? []), (by) => [constraint.value].flat().includes(by));
  const visited = items.flatMap(({ poi }) => places.get(poi) ?? []).filter(({ type }) => type === KINDS[constraint.type]);
  if (constraint.type.endsWith('_price')) return visited.every(({ price = 0 }) => price <= Number(constraint.value));
  return holds(constraint, visited, (place) => isSuch(constraint, place));
}
