import { z } from 'zod';
import { ClientMsgId, Id, Instant, Seq } from './base';
import { Message, SendBody } from './message';
import { Member } from './pai';
import { RUN_KINDS, RUN_STATES } from './run';
import { CLOSE_REASONS } from './version';

/** [R2] How far a client has a pai's log: `seq` without a gap, `since` the server time of its last sync. */
export const Cursor = z.object({ seq: z.number().int().nonnegative(), epoch: z.string().max(64), since: Instant.optional() });

/** Frames a client sends. */
export const ClientFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), v: z.number().int(), token: z.string().max(4096), cursors: z.record(Id, Cursor).default({}) }),
  z.object({ type: z.literal('send'), paiId: Id, ...SendBody.shape }),
  z.object({ type: z.literal('sync'), paiId: Id, cursor: Cursor }),
  z.object({ type: z.literal('read'), paiId: Id, seq: z.number().int().nonnegative() }),
  z.object({ type: z.literal('open'), paiId: Id }),
  z.object({ type: z.literal('close'), paiId: Id }),
  z.object({ type: z.literal('typing'), paiId: Id }),
  z.object({ type: z.literal('token'), token: z.string().max(4096) }),
  z.object({ type: z.literal('ping'), id: z.number().int() }),
]);

/** What happened, pushed to sockets. A client ignores types it does not know [R5]. */
export const ServerEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message.created'), message: Message }),
  z.object({ type: z.literal('message.changed'), message: Message }),
  z.object({ type: z.literal('member.joined'), paiId: Id, member: Member, memberCount: z.number().int() }),
  z.object({ type: z.literal('member.left'), paiId: Id, userId: Id, memberCount: z.number().int() }),
  z.object({ type: z.literal('member.changed'), paiId: Id, member: Member }),
  z.object({ type: z.literal('pai.changed'), paiId: Id }),
  z.object({ type: z.literal('pai.joined'), paiId: Id }),
  z.object({ type: z.literal('pai.left'), paiId: Id, reason: z.enum(['left', 'removed', 'dissolved']) }),
  z.object({ type: z.literal('read.changed'), paiId: Id, readSeq: z.number().int() }),
  z.object({ type: z.literal('typing.changed'), paiId: Id, userIds: z.array(Id) }),
  z.object({ type: z.literal('presence.changed'), paiId: Id, userIds: z.array(Id) }),
  z.object({ type: z.literal('run.changed'), paiId: Id, runId: Id, roleId: Id, kind: z.enum(RUN_KINDS), state: z.enum(RUN_STATES), askers: z.array(Id) }),
  z.object({ type: z.literal('itinerary.changed'), paiId: Id, itineraryId: Id, version: z.number().int() }),
  z.object({ type: z.literal('challenge.changed'), paiId: Id, challengeId: Id }),
  /** [A6] What an AI turn has written so far: from character `from` (UTF-16) on, the text is `text`. Only to those who have the pai open; may be lost. */
  z.object({ type: z.literal('run.delta'), paiId: Id, runId: Id, roleId: Id, askers: z.array(Id), from: z.number().int(), text: z.string() }),
]);

/** One pai's catch-up [R2]. `reset`: throw away what you hold and start from this page. `changed`: earlier messages recalled, edited or reacted to since. */
export const SyncFrame = z.object({
  type: z.literal('sync'),
  paiId: Id,
  epoch: z.string(),
  messages: z.array(Message),
  changed: z.array(Message),
  head: z.number().int(),
  from: z.number().int(),
  reset: z.boolean(),
  at: Instant,
});

export const Ack = z.object({ clientMsgId: ClientMsgId, paiId: Id, seq: Seq.optional(), sentAt: Instant.optional(), error: z.object({ code: z.string(), message: z.string() }).optional() });

export const ServerFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), v: z.number().int(), userId: Id, at: Instant, heads: z.record(Id, z.object({ head: z.number().int(), epoch: z.string() })) }),
  SyncFrame,
  z.object({ type: z.literal('events'), paiId: Id.optional(), at: Instant, events: z.array(ServerEvent) }),
  z.object({ type: z.literal('acks'), acks: z.array(Ack) }),
  z.object({ type: z.literal('lag'), paiIds: z.array(Id) }),
  z.object({ type: z.literal('pong'), id: z.number().int(), at: Instant }),
  z.object({ type: z.literal('refused'), of: z.string(), paiId: Id.optional(), code: z.string(), message: z.string() }),
  z.object({ type: z.literal('bye'), reason: z.enum(CLOSE_REASONS), retryAfterMs: z.number().int() }),
]);

export type Cursor = z.infer<typeof Cursor>;
export type ClientFrame = z.input<typeof ClientFrame>;
export type ServerEvent = z.infer<typeof ServerEvent>;
export type SyncFrame = z.infer<typeof SyncFrame>;
export type Ack = z.infer<typeof Ack>;
export type ServerFrame = z.infer<typeof ServerFrame>;
