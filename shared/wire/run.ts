import { z } from 'zod';
import { Id, Instant, Seq } from './base';

/** One AI work order and, once it has ended, its receipt. */
export const Run = z
  .object({
    id: Id,
    paiId: Id,
    state: z.enum(['queued', 'running', 'done', 'withheld', 'refused', 'failed']),
    reason: z.string().meta({ description: 'why it speaks: mentioned, quoted' }),
    askers: z.array(z.object({ id: Id, name: z.string(), seq: Seq })),
    read: z.object({ fromSeq: Seq, toSeq: Seq, count: z.number().int(), leftOut: z.number().int().meta({ description: 'messages of members who do not let the AI read them' }) }).optional(),
    model: z.string().optional(),
    fallback: z.boolean().optional(),
    tokens: z.object({ input: z.number().int(), output: z.number().int() }).optional(),
    dropped: z.number().int().optional().meta({ description: 'sentences the checker took out because their sources did not hold them' }),
    tookMs: z.number().int().optional(),
    createdAt: Instant,
    endedAt: Instant.optional(),
    answerSeq: Seq.optional(),
  })
  .meta({ id: 'Run' });
export const RunReply = z.object({ run: Run });
export type Run = z.infer<typeof Run>;
