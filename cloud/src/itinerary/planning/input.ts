import type { Place } from '@shared/wire/itinerary';
import { ALLERGY } from '@shared/domain/itinerary/types';
import type { Trip, TripWish } from '@shared/domain/itinerary/trip';
import { partyOf as countParty } from '@shared/domain/itinerary/trip';
import type { PlanInput } from '../../engine/plan';
import type { PaiDoc } from '../../pai';
import { partyOf } from '../access';
import { typedOf } from '../board/standing';
import { frameOf } from '../frame';
import type { ItineraryDoc, VersionDoc, WishDoc } from '../model';

const ALLERGIC = /过敏|allerg/i;

/** What somebody cannot bear is held against a plan as that: there, silence about it is no word that there is none. */
const heldOf = ({ text, constraints }: WishDoc): WishDoc['constraints'] =>
  ALLERGIC.test(text) ? constraints.map((one) => (one.type === 'diet' && one.op === 'ne' && typeof one.value === 'string' ? { ...one, value: `${one.value}${ALLERGY}` } : one)) : constraints;

/** The wishes of those who travel that can be held against a plan. */
export function wishesOf(pai: PaiDoc, doc: ItineraryDoc, wishes: readonly WishDoc[]): TripWish[] {
  const party = new Set(partyOf(pai, doc));
  return typedOf(wishes)
    .filter(({ userId }) => party.has(userId))
    .map((wish) => ({ id: wish._id, member: wish.userId, constraints: heldOf(wish) }));
}

/** What the planner is given. What was set by hand stands above what was wished. */
export function inputOf(pai: PaiDoc, doc: ItineraryDoc, wishes: readonly WishDoc[], pois: readonly Place[]): PlanInput {
  const { city = '', days = 1, startOn } = frameOf(doc, typedOf(wishes));
  const typed = wishesOf(pai, doc, wishes);
  const members = partyOf(pai, doc).map((id) => ({ id, constraints: typed.filter(({ member }) => member === id).flatMap(({ constraints }) => constraints) }));
  return { city, days, ...(startOn ? { start: startOn } : {}), members, pois };
}

/** What a plan is checked as. */
export function tripOf(pai: PaiDoc, doc: ItineraryDoc, wishes: readonly WishDoc[], { days: plan, cost, places }: Pick<VersionDoc, 'days' | 'cost' | 'places'>): Trip {
  const { city, days, startOn } = frameOf(doc, typedOf(wishes));
  const typed = wishesOf(pai, doc, wishes);
  return { plan: { days: plan, cost }, places, party: countParty(partyOf(pai, doc), typed), wishes: typed, ...(days ? { days } : {}), ...(startOn ? { start: startOn } : {}), ...(city ? { city } : {}) };
}
