import { z } from 'zod';
import { moderate } from '../../cloud/src/engine/moderate';
import { plan } from '../../cloud/src/engine/plan';
import { recap } from '../../cloud/src/engine/recap';
import { search } from '../../cloud/src/engine/search';
import { speak } from '../../cloud/src/engine/speak';
import { threads } from '../../cloud/src/engine/threads';
import { isMoment, isZone, time } from '../../cloud/src/engine/time';
import { ledger } from '../../shared/domain/checkin/ledger';
import { settle } from '../../shared/domain/settle/settle';
import { LedgerLine } from './ledgerLine';
import { SettleLine } from './settleLine';
import { wishes } from '../../cloud/src/engine/wishes';
import { PlanLine } from './planLine';

/** Checks a parsed line (throws ZodError) and answers it. */
export type Verb = (input: unknown) => unknown;

const MOST_MESSAGES = 100_000;

const uniqueIds = (messages: readonly { id: string }[]): boolean => new Set(messages.map(({ id }) => id)).size === messages.length;
const messagesOf = <T extends z.ZodType<{ id: string }>>(message: T) => z.array(message).max(MOST_MESSAGES).refine(uniqueIds, 'ids must differ');

/** A message as the chat verbs read it; without times the order is all there is. */
const ChatMessage = z.object({ id: z.string(), author: z.string().default(''), at: z.number().default(0), text: z.string(), replyTo: z.string().nullish() });

const RecapLine = z.object({ messages: messagesOf(ChatMessage), budget: z.number().int().min(1).max(20_000) });
const ThreadsLine = z.object({ messages: messagesOf(ChatMessage) });
const SpeakLine = z.object({
  self: z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()).default([]) }),
  mode: z.enum(['off', 'called', 'helpful', 'every-ask', 'host']),
  people: z.array(z.object({ id: z.string(), name: z.string(), isAi: z.boolean().optional() })).optional(),
  messages: messagesOf(ChatMessage.extend({ mentions: z.array(z.string()).optional() })),
});
const ModerateLine = z.object({ text: z.string(), context: z.union([z.string(), z.array(z.string())]).nullish().transform((context) => context ?? undefined) });
const SearchLine = z.object({ messages: messagesOf(z.object({ id: z.string(), text: z.string() })), query: z.string(), limit: z.number().int().min(1).max(1000) });
const TimeLine = z.object({ text: z.string(), now: z.string().refine(isMoment, 'must be ISO 8601 with an offset'), zone: z.string().refine(isZone, 'must be an IANA time zone') });

const Words = z.array(z.string().max(200)).max(20_000);
const WishesLine = z.object({
  text: z.string().max(20_000),
  now: z.string().refine(isMoment, 'must be ISO 8601 with an offset'),
  kinds: z.object({ attraction: Words.optional(), restaurant: Words.optional(), hotel: Words.optional() }).optional(),
  names: Words.optional(),
});

const verb =
  <S extends z.ZodType>(schema: S, answer: (input: z.output<S>) => unknown): Verb =>
  (input) =>
    answer(schema.parse(input));

/** One entry for each verb of the engine command. */
export const VERBS = {
  ledger: verb(LedgerLine, (line) => ledger(line)),
  moderate: verb(ModerateLine, (line) => moderate(line)),
  plan: verb(PlanLine, plan),
  recap: verb(RecapLine, recap),
  search: verb(SearchLine, search),
  settle: verb(SettleLine, settle),
  speak: verb(SpeakLine, speak),
  threads: verb(ThreadsLine, threads),
  time: verb(TimeLine, time),
  wishes: verb(WishesLine, wishes),
} satisfies Record<string, Verb>;

export const isVerb = (name: string): name is keyof typeof VERBS => Object.hasOwn(VERBS, name);
