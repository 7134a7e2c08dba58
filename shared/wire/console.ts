import { z } from 'zod';
import { Instant } from './base';

const Count = z.number().int().nonnegative();

/** How long something took, in milliseconds, read off a histogram: an estimate, and null while nothing was measured. */
export const Spread = z.object({ count: Count, p50: z.number().nullable(), p95: z.number().nullable() });

export const ConsoleDoor = z.object({ open: z.boolean().meta({ description: 'false: CONSOLE_KEY is not set' }) });
export const ConsoleLoginBody = z.object({ key: z.string().max(256) });
export const ConsoleLoginReply = z.object({ token: z.string() });

/** Bars of `aiShares`: below 1 %, 1–2 %, … and the last for all above. */
export const SHARE_BARS = 12;

/** Figures for the operators: numbers only, nothing anybody said. */
export const Overview = z.object({
  users: Count,
  pais: Count,
  messagesToday: Count.meta({ description: 'people and AI, last 24 hours' }),
  messagesPerHour: z.array(z.object({ hour: Instant, people: Count, ai: Count })).meta({ description: 'the last 24 hours, oldest first' }),
  talkingPais: Count.meta({ description: 'pais where a person spoke in the last hour' }),
  aiShares: z.array(Count).meta({ description: 'pais by the AI share of their messages of the last 24 hours: below 1 %, 1–2 %, …, 11 % and more' }),
  sockets: Count.meta({ description: 'on this node' }),
  runs: z.object({
    waiting: Count,
    oldestWaitSeconds: Count,
    done: Count,
    fallback: Count.meta({ description: 'done by the local engine because the model did not answer' }),
    failed: Count,
    withheld: Count,
    tookMs: z.number().nullable().meta({ description: 'mean of those done in the last 24 hours' }),
  }),
  reports: Count,
  reportsToday: Count,
  stores: z.object({ mongodb: z.boolean(), redis: z.boolean() }),
  node: z.object({
    upSeconds: Count,
    memoryMb: Count,
    append: Spread.meta({ description: 'from send to durable, since this node started' }),
    requests: Spread.meta({ description: 'HTTP, since this node started' }),
    deliveries: Count,
    frames: Count,
    dropped: Count,
    healed: Count,
  }),
  at: Instant,
});

export type Overview = z.infer<typeof Overview>;
export type Spread = z.infer<typeof Spread>;
