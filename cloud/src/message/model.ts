import mongoose, { Schema } from 'mongoose';
import type { Act, Card, CardRow } from '@shared/wire/card';
import type { SystemNote } from '@shared/wire/message';
import type { FileDoc } from '../file';

/** What a message keeps of its file. */
export type AttachedFile = Pick<FileDoc, '_id' | 'kind' | 'name' | 'size' | 'mime' | 'hasThumb'> & Partial<Pick<FileDoc, 'width' | 'height' | 'placeholder' | 'durationMs'>>;

export interface QuoteDoc {
  seq: number;
  senderId: string;
  senderName: string;
  text: string;
  gone: boolean;
}

/** A sentence of an AI message and the positions it rests on. */
export interface PartDoc {
  text: string;
  cites: number[];
}

/** A proposal, kept in its message so that each step of it is one atomic change of that message [A4]. */
export interface CardDoc {
  id: string;
  act: Act;
  rows: CardRow[];
  state: Card['state'];
  mayConfirm: string[];
  by?: { id: string; name: string };
  undoUntil?: Date;
  expiresAt: Date;
  /** Of a poll: the options each voter chose. */
  ballots?: Record<string, number[]>;
  closed?: boolean;
  nextAt?: Date;
  /** It waits, or something is still to come of it: counted against the limit. */
  live?: true;
  /** When somebody has to look at it again: it expires, closes or speaks. */
  dueAt?: Date;
  /** Somebody is at it until then. */
  heldUntil?: Date;
  /** How often a reminder has spoken. */
  spoken?: number;
}

/** Why people look at a message. */
export interface ConcernDoc {
  what: string;
  by: 'engine' | 'wechat';
  score: number;
  /** They have been asked to. */
  queued?: boolean;
}

/** What a message says. */
export type HeldContent = Partial<Pick<MessageDoc, 'kind' | 'text' | 'file' | 'mentions' | 'replyTo' | 'parts' | 'sources' | 'card' | 'grams' | 'heed'>>;

/** What a message says, kept from all but a few until it has been judged; its place in the log stands empty meanwhile. */
export interface HeldDoc {
  viewers: string[];
  content: HeldContent;
  /** Its file is still to be judged, is being judged under `traceId`, or has been. */
  media?: 'wanted' | 'asked' | 'done';
  traceId?: string;
}

export interface MessageDoc {
  /** `paiId:seq`, seq padded: the key is the fence that gives a position to one message only [L1]. */
  _id: string;
  paiId: string;
  seq: number;
  clientMsgId: string;
  senderId: string;
  senderName: string;
  senderKind: 'user' | 'ai' | 'system';
  kind: 'text' | 'image' | 'voice' | 'file' | 'system';
  text: string;
  sentAt: Date;
  rev: number;
  replyTo?: QuoteDoc | null;
  mentions?: string[];
  file?: AttachedFile | null;
  reactions?: { emoji: string; userIds: string[] }[];
  /** Set by the store's own clock with every change. */
  changedAt?: Date;
  editedAt?: Date;
  recalledAt?: Date;
  recalledBy?: string;
  pinnedAt?: Date | null;
  system?: SystemNote;
  card?: CardDoc;
  runId?: string;
  askers?: string[];
  sources?: { seq: number; label: string }[];
  parts?: PartDoc[];
  fallback?: boolean;
  /** The AI member may have to heed it and has not been told yet. */
  heed?: boolean;
  /** Recalled a moment ago: quotes and AI sentences are gone over once more. */
  unsettled?: boolean;
  /** Sentences went with a recalled source. */
  shortened?: boolean;
  concern?: ConcernDoc;
  held?: HeldDoc;
  /** WeChat could not be asked about its text. */
  askAgain?: boolean;
  /** Something about its safety is still to be done. */
  attend?: boolean;
  /** Pairs of characters, for search. */
  grams?: string[];
}

const loose = { _id: false, strict: false } as const;

const messageSchema = new Schema<MessageDoc>(
  {
    _id: String,
    paiId: { type: String, required: true },
    seq: { type: Number, required: true },
    clientMsgId: { type: String, required: true },
    senderId: { type: String, required: true },
    senderName: { type: String, default: '' },
    senderKind: { type: String, required: true },
    kind: { type: String, required: true },
    text: { type: String, default: '' },
    sentAt: { type: Date, required: true },
    rev: { type: Number, required: true },
    replyTo: new Schema({ seq: Number, senderId: String, senderName: String, text: String, gone: Boolean }, loose),
    mentions: { type: [String], default: undefined },
    file: new Schema({ _id: String, kind: String, name: String, size: Number, mime: String, hasThumb: Boolean, width: Number, height: Number, placeholder: String, durationMs: Number }, { strict: 'throw' }),
    reactions: { type: [new Schema({ emoji: String, userIds: [String] }, loose)], default: undefined },
    changedAt: Date,
    editedAt: Date,
    recalledAt: Date,
    recalledBy: String,
    pinnedAt: Date,
    system: new Schema({ code: String, names: [String] }, loose),
    card: Schema.Types.Mixed,
    runId: String,
    askers: { type: [String], default: undefined },
    sources: { type: [new Schema({ seq: Number, label: String }, loose)], default: undefined },
    parts: { type: [new Schema({ text: String, cites: [Number] }, loose)], default: undefined },
    fallback: Boolean,
    heed: Boolean,
    unsettled: Boolean,
    shortened: Boolean,
    concern: new Schema({ what: String, by: String, score: Number, queued: Boolean }, loose),
    held: new Schema({ viewers: [String], content: Schema.Types.Mixed, media: String, traceId: String }, loose),
    askAgain: Boolean,
    attend: Boolean,
    grams: { type: [String], default: undefined },
  },
  { strict: 'throw', versionKey: false, collection: 'messages' },
);
// [L2] The same clientMsgId of the same sender never takes a second position.
messageSchema.index({ paiId: 1, senderId: 1, clientMsgId: 1 }, { unique: true, name: 'once' });
messageSchema.index({ paiId: 1, grams: 1, seq: -1 }, { name: 'grams' });
messageSchema.index({ paiId: 1, changedAt: 1 }, { name: 'changed', partialFilterExpression: { changedAt: { $exists: true } } });
messageSchema.index({ paiId: 1, mentions: 1, seq: 1 }, { name: 'mentions', partialFilterExpression: { mentions: { $exists: true } } });
messageSchema.index({ paiId: 1, pinnedAt: -1 }, { name: 'pins', partialFilterExpression: { pinnedAt: { $type: 'date' } } });
messageSchema.index({ paiId: 1, sentAt: 1 }, { name: 'sent' });
messageSchema.index({ unsettled: 1 }, { name: 'unsettled', partialFilterExpression: { unsettled: true } });
messageSchema.index({ paiId: 1, 'replyTo.seq': 1 }, { name: 'quotes', partialFilterExpression: { 'replyTo.seq': { $exists: true } } });
messageSchema.index({ paiId: 1, 'sources.seq': 1 }, { name: 'cites', partialFilterExpression: { 'sources.seq': { $exists: true } } });
messageSchema.index({ paiId: 1, 'card.live': 1 }, { name: 'cards', partialFilterExpression: { 'card.live': true } });
messageSchema.index({ 'card.dueAt': 1 }, { name: 'cardsDue', partialFilterExpression: { 'card.dueAt': { $exists: true } } });
messageSchema.index({ paiId: 1, 'card.rows.seq': 1 }, { name: 'cardSources', partialFilterExpression: { 'card.rows.seq': { $exists: true } } });
messageSchema.index({ attend: 1, sentAt: 1 }, { name: 'attend', partialFilterExpression: { attend: true } });
messageSchema.index({ 'held.traceId': 1 }, { name: 'trace', partialFilterExpression: { 'held.traceId': { $exists: true } } });
messageSchema.index({ heed: 1, sentAt: 1 }, { name: 'heed', partialFilterExpression: { heed: true } });

export const MessageModel = mongoose.model<MessageDoc>('Message', messageSchema);

const SEQ_DIGITS = 12;

/** Keys sort as positions do. */
export const messageKey = (paiId: string, seq: number): string => `${paiId}:${String(seq).padStart(SEQ_DIGITS, '0')}`;

/** A report of a message, for the operators. */
export interface ReportDoc {
  _id: string;
  paiId: string;
  seq: number;
  by: string;
  reason: string;
  note: string;
  /** The text as it was: a recall must not destroy the evidence. */
  text: string;
  senderId: string;
  at: Date;
}

const reportSchema = new Schema<ReportDoc>(
  { _id: String, paiId: String, seq: Number, by: String, reason: String, note: String, text: String, senderId: String, at: Date },
  { strict: 'throw', versionKey: false, collection: 'reports' },
);
reportSchema.index({ at: -1 });
reportSchema.index({ paiId: 1, seq: 1, by: 1 }, { unique: true });

export const ReportModel = mongoose.model<ReportDoc>('Report', reportSchema);
