import { z } from 'zod';
import { isMoment, isZone } from '../../cloud/src/engine/time';
import type { LedgerInput } from '../../shared/domain/checkin/types';
import { parseDay } from '../../shared/domain/civil';
import { readRule } from '../../shared/domain/recurrence/rule';

const MOST_MEMBERS = 10_000;
const MOST_EVENTS = 1_000_000;

const Moment = z.string().refine(isMoment, 'must be ISO 8601 with an offset');
const Day = z.string().refine((text) => parseDay(text) !== null, 'must be a calendar day, YYYY-MM-DD');
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');
const Zone = z.string().refine(isZone, 'must be an IANA time zone');
const Id = z.string().min(1);

/** Absent and null say the same. */
const maybe = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? undefined);

const Cadence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily') }),
  z.object({ kind: z.literal('weekdays') }),
  z.object({ kind: z.literal('perWeek'), n: z.number().int().min(1).max(7) }),
  z.object({ kind: z.literal('rrule'), rrule: z.string().refine((text) => readRule(text) !== null, 'must be an RRULE of days') }),
]);

const Challenge = z
  .object({
    start: Day,
    end: maybe(Day),
    cadence: Cadence,
    window: maybe(z.object({ from: Clock, to: Clock })),
    goal: maybe(z.object({ kind: z.enum(['total', 'consecutive']), days: z.number().int().min(1) })),
    makeup: maybe(z.object({ cards: z.number().int().min(0), maxAgeDays: z.number().int().min(0) })),
    review: maybe(z.boolean()),
  })
  .refine(({ start, end }) => end === undefined || end >= start, { path: ['end'], message: 'must not be before start' });

const of = { at: Moment, member: z.string() };
const Event = z.discriminatedUnion('kind', [
  z.object({ ...of, kind: z.literal('checkin'), doneAt: maybe(Moment) }),
  z.object({ ...of, kind: z.literal('makeup'), day: Day }),
  z.object({ ...of, kind: z.literal('pause'), until: maybe(Day) }),
  z.object({ ...of, kind: z.literal('resume') }),
  z.object({ ...of, kind: z.literal('zone'), zone: Zone }),
  z.object({ ...of, kind: z.literal('verdict'), day: Day, ok: z.boolean() }),
]);

/** Where an id stands that stood before, -1: nowhere. */
const repeated = (ids: readonly string[]): number => {
  const seen = new Set<string>();
  return ids.findIndex((id) => seen.size === seen.add(id).size);
};

/** One line of the verb `ledger`. An event of somebody who is no member is not malformed: the ledger refuses it. */
export const LedgerLine: z.ZodType<LedgerInput> = z.object({
  challenge: Challenge,
  members: z
    .array(z.object({ id: Id, joined: Moment, zone: Zone }))
    .max(MOST_MEMBERS)
    .superRefine((members, context) => {
      const at = repeated(members.map(({ id }) => id));
      if (at >= 0) context.addIssue({ code: 'custom', path: [at, 'id'], message: 'ids must differ' });
    }),
  events: z.array(Event).max(MOST_EVENTS),
  now: Moment,
});
