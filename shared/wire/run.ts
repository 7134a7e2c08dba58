import { z } from 'zod';
import { Id, Instant, Seq } from './base';
import { Recap, RecapProgress } from './recap';

/** An answer to asks, a recap somebody ordered, one that is due, a topic a host takes up, and what is said of a trip or of challenges. */
export const RUN_KINDS = ['answer', 'recap', 'digest', 'topic', 'trip', 'challenge'] as const;
export const RUN_STATES = ['queued', 'running', 'done', 'withheld', 'refused', 'failed'] as const;

/** One AI work order and, once it has ended, its receipt. */
export const Run = z
  .object({
    id: Id,
    paiId: Id,
    kind: z.enum(RUN_KINDS),
    role: z.object({ id: Id, name: z.string() }),
    state: z.enum(RUN_STATES),
    reason: z.string().meta({ description: 'why it speaks or why it kept silent: one of the reasons of the speaking rules' }),
    askers: z.array(z.object({ id: Id, name: z.string(), seq: Seq })),
    read: z.object({ fromSeq: Seq, toSeq: Seq, count: z.number().int(), leftOut: z.number().int().meta({ description: 'messages of members who do not let the AI read them' }) }).optional(),
    model: z.string().optional(),
    fallback: z.boolean().optional(),
    tokens: z.object({ input: z.number().int(), output: z.number().int() }).optional(),
    cost: z.object({ amount: z.number(), currency: z.string() }).optional().meta({ description: 'by the price of the configuration; absent where none is set' }),
    dropped: z.number().int().optional().meta({ description: 'sentences the checker took out because their sources did not hold them' }),
    tookMs: z.number().int().optional(),
    createdAt: Instant,
    endedAt: Instant.optional(),
    answerSeq: Seq.optional(),
    stoppedBy: z.object({ id: Id, name: z.string() }).optional(),
    mayStop: z.boolean().meta({ description: 'the caller asked or is an admin, and it has not ended' }),
    progress: RecapProgress.optional(),
    recap: Recap.optional(),
    ledger: z.array(z.object({ challengeId: Id, text: z.string().optional(), entryIds: z.array(z.string()) })).optional().meta({ description: 'of what is said of challenges: each line with the entries of the ledger it rests on' }),
  })
  .meta({ id: 'Run' });
export const RunReply = z.object({ run: Run });
export type Run = z.infer<typeof Run>;
export type RunKind = (typeof RUN_KINDS)[number];
export type RunState = (typeof RUN_STATES)[number];
