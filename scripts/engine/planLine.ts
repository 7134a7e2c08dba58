import { z } from 'zod';
import { CONSTRAINT_OPS, CONSTRAINT_TYPES, PLACE_TYPES } from '../../shared/domain/itinerary/types';

/* What nobody knows may be absent or null. */
const maybe = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);

const Hours = z.object({ days: z.array(z.number().int().min(1).max(7)), open: z.string(), close: z.string() });

const PlacePoint = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string().nullish().transform((kind) => kind ?? ''),
  type: z.enum(PLACE_TYPES),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  open: maybe(z.string()),
  close: maybe(z.string()),
  hours: maybe(z.array(Hours)),
  price: maybe(z.number().min(0)),
  minHours: maybe(z.number().min(0)),
  maxHours: maybe(z.number().min(0)),
  tags: maybe(z.array(z.string())),
});

/* Kept whole: an unmet wish is handed back as it was given. */
const Wish = z.looseObject({ type: z.enum(CONSTRAINT_TYPES), op: z.enum(CONSTRAINT_OPS), value: z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]) });

const Intercity = z.object({ direction: z.enum(['out', 'back']), by: z.enum(['train', 'airplane']), from: z.string(), to: z.string(), price: maybe(z.number().min(0)) });

/** A line of the `plan` verb. Trains and flights in another shape than ours are no error: the plan is made without them. */
export const PlanLine = z.object({
  city: z.string(),
  days: z.number().int().min(1).max(30),
  start: maybe(z.iso.date()),
  members: z.array(z.object({ id: z.string(), constraints: z.array(Wish).default([]), budget: maybe(z.number().min(0)) })).max(100),
  pois: z.array(PlacePoint).max(20_000),
  intercity: maybe(z.array(z.unknown()).transform((legs) => legs.flatMap((leg) => Intercity.safeParse(leg).data ?? []))),
});
