import type { Constraint, Place, PlaceType, Plan } from '@shared/domain/itinerary/types';

export interface PlanMember {
  id: string;
  constraints: readonly Constraint[];
  /** Yuan per head for the whole trip. */
  budget?: number | undefined;
}

/** A train or a flight that is already chosen: it bounds the first or the last day. Its fare counts towards budgets, not into `cost`. */
export interface IntercityLeg {
  direction: 'out' | 'back';
  by: 'train' | 'airplane';
  /** Wall clock `HH:MM`: an `out` leg ends on the first day, a `back` leg begins on the last. */
  from: string;
  to: string;
  /** Yuan per head. */
  price?: number | undefined;
}

export interface PlanInput {
  city: string;
  days: number;
  /** First day, `YYYY-MM-DD`: without it nobody knows the weekdays. */
  start?: string | undefined;
  members: readonly PlanMember[];
  /** In order of preference where nothing else tells them apart. */
  pois: readonly Place[];
  intercity?: readonly IntercityLeg[] | undefined;
}

/** More of a type are wished for than a trip has room for; `room` counts lunches and dinners, sights or nights. */
export interface Crowd {
  type: PlaceType;
  wanted: number;
  room: number;
}

/**
 * Why a wish could not be met, for programs and to be put in words (`sayReason`). `clash`: with a wish of a member, `byMoney`
 * where only both together break his budget. Sums in yuan.
 */
export type Reason =
  | { cause: 'no-such-place'; type: PlaceType }
  | { cause: 'closed'; place: string }
  | { cause: 'no-night' }
  | { cause: 'too-few' }
  | { cause: 'over'; cost: number; excess: number }
  | { cause: 'clash'; against: string; wish: Constraint; isOwn: boolean; byMoney: boolean }
  | { cause: 'no-time'; days: number; crowd?: Crowd }
  | { cause: 'not-so'; days: number; party: number };

/** `why`: the reason in Chinese. */
export type Unmet = { member: string; constraint: Constraint; why: string } & Reason;

/** One rule of the plan or one wish; null: nobody can tell. */
export interface PlanCheck {
  rule: string;
  pass: boolean | null;
  detail: string;
  member?: string;
  constraint?: Constraint;
}

export interface PlanAnswer extends Plan {
  unmet: Unmet[];
  checks: PlanCheck[];
}

export const isMeal = (kind: string): kind is Meal => kind === 'breakfast' || kind === 'lunch' || kind === 'dinner';
export type Meal = 'breakfast' | 'lunch' | 'dinner';
export type StopKind = Meal | 'attraction' | 'hotel';
export const typeOf = (kind: StopKind): PlaceType => (isMeal(kind) ? 'restaurant' : kind);
