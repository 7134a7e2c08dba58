import { z } from 'zod';
import { Id, Instant, Seq } from './base';

export const RECAP_RANGES = ['unread', 'today', 'two-days', 'week', 'all'] as const;

/** A sentence and the messages it rests on. `stale`: one of them was edited after it was written. */
const Sentence = z.object({ text: z.string(), cites: z.array(Seq).min(1), stale: z.boolean().optional() });

/** What a recap says, as its reader may see it now: sentences whose messages are gone are gone too. */
export const Recap = z
  .object({
    topics: z.array(z.object({ title: z.string(), from: Seq, to: Seq, count: z.number().int(), sentences: z.array(Sentence) })),
    decisions: z.array(Sentence),
    todos: z.array(Sentence.extend({ owner: z.object({ id: Id.optional(), name: z.string() }).optional(), due: z.string().optional().meta({ description: 'as it was said' }), dueAt: Instant.optional() })),
    questions: z.array(Sentence),
    fromSeq: Seq,
    toSeq: Seq,
    messages: z.number().int().meta({ description: 'how many were read' }),
    leftOut: z.number().int().meta({ description: 'how many were not, because their authors do not let the AI read them' }),
    gone: z.number().int().meta({ description: 'sentences that went because a message they rested on was recalled' }),
    model: z.string(),
    fallback: z.boolean(),
    madeAt: Instant,
  })
  .meta({ id: 'Recap' });

export const RecapBody = z.object({
  range: z.enum(RECAP_RANGES).optional(),
  from: Seq.optional().meta({ description: 'first message, e.g. of the unread line' }),
  topic: z.string().min(1).max(100).optional(),
  visibility: z.enum(['private', 'pai']).default('private'),
  roleId: Id.optional(),
});
export const RecapProgress = z.object({ done: z.number().int(), total: z.number().int() });

export type Recap = z.infer<typeof Recap>;
export type RecapBody = z.input<typeof RecapBody>;
