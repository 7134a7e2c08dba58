import { z } from 'zod';

/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime().meta({ id: 'Instant', description: 'ISO 8601 instant in UTC' });
/** A calendar day; whose, the field says. */
export const Day = z.iso.date().meta({ id: 'Day', description: 'YYYY-MM-DD' });
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'id');
export const Seq = z.number().int().positive();
export const ClientMsgId = z.string().regex(/^[A-Za-z0-9._:-]{8,64}$/, 'clientMsgId');
export const LocaleName = z.enum(['zh', 'en']);
export const Ok = z.object({ ok: z.literal(true) }).meta({ id: 'Ok' });
export const OK = { ok: true } as const;
/** A query parameter that is a number. */
export const QueryInt = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
