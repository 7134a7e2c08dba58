import { z } from 'zod';
import { Id, Instant, QueryInt, Seq } from './base';
import { WireFile } from './message';

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

/** A message people have to look at. */
export const Review = z.object({
  id: Id,
  paiId: Id,
  paiName: z.string(),
  seq: Seq,
  sender: z.object({ id: z.string(), name: z.string(), kind: z.enum(['user', 'ai']) }),
  kind: z.string().meta({ description: 'text, image, voice or file' }),
  concern: z.string().meta({ description: 'what is wrong with it, or why it was reported' }),
  by: z.enum(['engine', 'wechat', 'report']),
  score: z.number(),
  text: z.string().meta({ description: 'as it was when it was put here' }),
  withheld: z.boolean().meta({ description: 'others do not see it until this is decided' }),
  at: Instant,
  state: z.enum(['open', 'allowed', 'removed']),
  decidedAt: Instant.optional(),
  note: z.string().optional(),
});
export const ReviewsQuery = z.object({ state: z.enum(['open', 'decided']).default('open'), limit: QueryInt(1, 200).default(50) });
export const ReviewsReply = z.object({ reviews: z.array(Review), open: Count });
/** One review with what stands around it, for whoever decides. */
export const ReviewReply = z.object({
  review: Review,
  around: z.array(z.object({ seq: Seq, name: z.string(), ai: z.boolean(), face: z.object({ emoji: z.string(), avatar: z.string().optional() }).optional().meta({ description: 'of an AI role' }), text: z.string(), at: Instant, recalled: z.boolean(), file: WireFile.optional() })),
  members: Count,
  sender: z.object({ open: Count, allowed: Count, removed: Count }).meta({ description: 'how earlier reviews of this sender ended' }),
});
export const DecideBody = z.object({ action: z.enum(['allow', 'remove']), note: z.string().max(500).default('') });
export const DecideReply = z.object({ review: Review, open: Count });
/** What operators did, latest first. Entries are only ever added. */
export const AuditEntry = z.object({ id: Id, at: Instant, act: z.enum(['review.allow', 'review.remove']), reviewId: Id, paiId: Id, seq: Seq, concern: z.string(), note: z.string() });
export const AuditReply = z.object({ entries: z.array(AuditEntry) });

export type Review = z.infer<typeof Review>;
export type ReviewReply = z.infer<typeof ReviewReply>;
export type ReviewsReply = z.infer<typeof ReviewsReply>;
export type DecideReply = z.infer<typeof DecideReply>;
export type AuditEntry = z.infer<typeof AuditEntry>;
export type Overview = z.infer<typeof Overview>;
export type Spread = z.infer<typeof Spread>;
