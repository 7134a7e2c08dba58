import mongoose, { Schema } from 'mongoose';
import type { AccountTodo, AccountTopic } from '../agents';
import type { SegmentRecap } from '../engine/recap';

/** A stretch of a log that is told and done with: appending changes it no more. Its bounds stay, its account may go. */
export interface SegmentDoc {
  /** `paiId/fromSeq`: a stretch begins at one position once. */
  _id: string;
  paiId: string;
  fromSeq: number;
  toSeq: number;
  /** The last message looked at: what follows may agree to or answer what is in it. */
  aheadTo: number;
  /** Null: to be made again, because a message was recalled or edited or an author hid from the AI. */
  account: SegmentRecap | null;
  /** Whose messages were read for it, and whose were left out. */
  authors: string[];
  omitted: string[];
}

export interface SentenceDoc {
  text: string;
  cites: number[];
}

export interface TodoDoc extends Omit<AccountTodo, 'owner'> {
  owner?: { id?: string; name: string };
  dueAt?: Date;
}

/** A recap as it is kept. */
export interface ToldDoc {
  topics: AccountTopic[];
  decisions: SentenceDoc[];
  todos: TodoDoc[];
  questions: SentenceDoc[];
}

export interface RecapDoc {
  /** The id of its run. */
  _id: string;
  paiId: string;
  /** Who asked; nobody did for a digest. */
  by: string | null;
  /** It was written into the log, so everybody may read it. */
  posted: boolean;
  told: ToldDoc;
  /** Every message it cites and who wrote it. */
  cited: { seq: number; by: string }[];
  fromSeq: number;
  toSeq: number;
  messages: number;
  leftOut: number;
  /** Sentences that went since it was made. */
  gone: number;
  model: string;
  fallback: boolean;
  madeAt: Date;
}

const segmentSchema = new Schema<SegmentDoc>(
  {
    _id: String,
    paiId: { type: String, required: true },
    fromSeq: { type: Number, required: true },
    toSeq: { type: Number, required: true },
    aheadTo: { type: Number, required: true },
    account: { type: Schema.Types.Mixed, default: null },
    authors: [String],
    omitted: [String],
  },
  { strict: 'throw', versionKey: false, collection: 'segments', minimize: false },
);
segmentSchema.index({ paiId: 1, fromSeq: 1 });

export const SegmentModel = mongoose.model<SegmentDoc>('Segment', segmentSchema);

const recapSchema = new Schema<RecapDoc>(
  {
    _id: String,
    paiId: { type: String, required: true },
    by: { type: String, default: null },
    posted: { type: Boolean, required: true },
    told: { type: Schema.Types.Mixed, required: true },
    cited: [new Schema({ seq: Number, by: String }, { _id: false })],
    fromSeq: Number,
    toSeq: Number,
    messages: Number,
    leftOut: Number,
    gone: { type: Number, default: 0 },
    model: String,
    fallback: Boolean,
    madeAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false, collection: 'recaps', minimize: false },
);
recapSchema.index({ paiId: 1, 'cited.seq': 1 });
recapSchema.index({ paiId: 1, 'cited.by': 1 });
recapSchema.index({ by: 1 });
// Its run and, if it was posted, its message stay.
recapSchema.index({ madeAt: 1 }, { expireAfterSeconds: 90 * 24 * 3600 });

export const RecapModel = mongoose.model<RecapDoc>('Recap', recapSchema);
