import type { Right } from '../../cloud/src/http/route';
import type { Actor, World } from './world';

export type Refusal = readonly [status: number, code: string];

export interface Call {
  /** Fills the :params; those of the world (`paiId`, `seq`, `userId`, `token` …) are there already. */
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  form?: FormData;
}

/** One valid way to call a route. */
export interface Sample {
  /** What a caller must be, as the product says: held against what the route declares. */
  right: Right;
  /** Tells samples of one route apart. */
  when?: string;
  call?: (world: World) => Call | Promise<Call>;
  /** Where an actor's answer differs from what the right alone gives. `ok`: it is let through. */
  except?: Partial<Record<Actor, Refusal | 'ok'>>;
}
