import { z } from 'zod';
import { LIMITS } from '../domain/limits';
import { graphemeCount } from '../domain/text';
import { Card } from './card';
import { ClientMsgId, Id, Instant, QueryInt, Seq } from './base';

export const Sender = z.object({ id: Id, name: z.string(), kind: z.enum(['user', 'ai', 'system']) });

/** What a message shows of a file. URLs are signed and expire; ask again for the message to get fresh ones. */
export const WireFile = z
  .object({
    id: Id,
    kind: z.enum(['image', 'voice', 'file']),
    name: z.string(),
    size: z.number().int().meta({ description: 'bytes' }),
    mime: z.string(),
    url: z.string(),
    thumbUrl: z.string().optional(),
    width: z.number().int().optional(),
    height: z.number().int().optional(),
    placeholder: z.string().optional().meta({ description: 'data URL of a tiny blurred picture' }),
    durationMs: z.number().int().optional(),
  })
  .meta({ id: 'File' });

/** A system line, so that each client can say it in its reader's language; `text` is the Chinese sentence. */
export const SystemNote = z.object({
  code: z.enum(['pai.created', 'member.joined', 'member.left', 'member.removed', 'owner.changed', 'name.changed', 'announcement.changed', 'mute.on', 'mute.off', 'dissolve.undone', 'reminder.due', 'ai.off', 'ai.called', 'ai.helpful', 'ai.host', 'ai.added', 'ai.removed']),
  names: z.array(z.string()),
});

/** The metadata label of AI-made content (GB 45438-2025 keys). */
export const AiLabel = z.object({ visible: z.string(), metadata: z.object({ AIGC: z.record(z.string(), z.string()) }) });

export const Message = z
  .object({
    paiId: Id,
    seq: Seq,
    clientMsgId: z.string(),
    kind: z.enum(['text', 'image', 'voice', 'file', 'system']),
    sender: Sender,
    text: z.string(),
    sentAt: Instant,
    rev: z.number().int().meta({ description: 'grows with every change of this message; an older rev never replaces a newer one' }),
    replyTo: z.object({ seq: Seq, senderId: Id, senderName: z.string(), text: z.string(), gone: z.boolean() }).optional(),
    mentions: z.array(z.string()).optional(),
    file: WireFile.optional(),
    reactions: z.array(z.object({ emoji: z.string(), userIds: z.array(Id) })).optional(),
    editedAt: Instant.optional(),
    recalledAt: Instant.optional(),
    recalledBy: Id.optional(),
    pinnedAt: Instant.optional(),
    system: SystemNote.optional(),
    card: Card.optional().meta({ description: 'a proposal, and what became of it' }),
    runId: Id.optional(),
    askers: z.array(Id).optional(),
    sources: z.array(z.object({ seq: Seq, label: z.string() })).optional(),
    parts: z
      .array(z.object({ text: z.string(), cites: z.array(Seq) }))
      .optional()
      .meta({ description: 'the sentences of an AI message with the messages each rests on; `text` is their join' }),
    shortened: z.boolean().optional().meta({ description: 'sentences went when a message they rested on was recalled' }),
    held: z.literal(true).optional().meta({ description: 'it is being looked at; until then only its sender, of an AI message its askers, get its words' }),
    care: z.literal(true).optional().meta({ description: 'its sender alone gets this: they may need help, so tell them where it is' }),
    label: AiLabel.optional(),
    fallback: z.boolean().optional().meta({ description: 'the model did not answer and the local engine did' }),
  })
  .meta({ id: 'Message' });

export const SendBody = z.object({
  clientMsgId: ClientMsgId,
  text: z.string().max(LIMITS.messageGraphemes * 16).default(''),
  replyTo: Seq.optional(),
  mentions: z.array(z.string().max(64)).max(LIMITS.mentions).optional(),
  fileId: Id.optional(),
});
export const MessageReply = z.object({ message: Message });
export const EditBody = z.object({ text: z.string().max(LIMITS.messageGraphemes * 16), mentions: z.array(z.string().max(64)).max(LIMITS.mentions).optional() });
export const PageQuery = z.object({
  after: QueryInt(0, Number.MAX_SAFE_INTEGER).optional(),
  before: QueryInt(1, Number.MAX_SAFE_INTEGER).optional(),
  around: QueryInt(1, Number.MAX_SAFE_INTEGER).optional(),
  limit: QueryInt(1, LIMITS.pageMessages).default(50),
});
export const PageReply = z.object({ messages: z.array(Message), head: z.number().int(), from: z.number().int().meta({ description: 'first position this member may read' }) });
export const ReadBody = z.object({ seq: z.number().int().nonnegative() });
export const ReadReply = z.object({ readSeq: z.number().int(), unread: z.number().int() });
export const MentionsReply = z.object({ seqs: z.array(Seq) });
export const SearchQuery = z.object({ q: z.string().min(1).max(100), paiId: Id.optional(), before: Instant.optional(), limit: QueryInt(1, 50).default(20) });
export const SearchHit = z.object({ message: Message, paiName: z.string(), paiEmoji: z.string(), spans: z.array(z.tuple([z.number().int(), z.number().int()])) });
export const SearchReply = z.object({ hits: z.array(SearchHit) });
export const ReportBody = z.object({ reason: z.enum(['abuse', 'sexual', 'fraud', 'illegal', 'minor', 'infringement', 'other']), note: z.string().max(500).optional() });
/* `Emoji_Component` holds the plain digits too, so what stands there has to show as a picture: alone, as a flag or as a keycap. */
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3/u;
export const Emoji = z
  .string()
  .min(1)
  .max(32)
  .regex(/^[\p{Extended_Pictographic}\p{Emoji_Component}\u200d\ufe0f]+$/u, 'emoji')
  .refine((text) => PICTURE.test(text) && graphemeCount(text) === 1, 'one emoji');
export const FileReply = z.object({ file: WireFile });

export type Sender = z.infer<typeof Sender>;
export type WireFile = z.infer<typeof WireFile>;
export type SystemNote = z.infer<typeof SystemNote>;
export type Message = z.infer<typeof Message>;
export type SendBody = z.input<typeof SendBody>;
export type PageReply = z.infer<typeof PageReply>;
export type SearchHit = z.infer<typeof SearchHit>;
export type ReportBody = z.infer<typeof ReportBody>;
