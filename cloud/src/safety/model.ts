import mongoose, { Schema } from 'mongoose';

/** A message people have to look at. */
export interface ReviewDoc {
  _id: string;
  paiId: string;
  seq: number;
  senderId: string;
  senderName: string;
  senderKind: 'user' | 'ai';
  kind: string;
  /** What is wrong with it, or why somebody reported it. */
  concern: string;
  by: 'engine' | 'wechat' | 'report';
  score: number;
  /** As it was: a recall must not destroy the evidence. */
  text: string;
  fileId?: string;
  /** Others do not see it until this is decided. */
  withheld: boolean;
  at: Date;
  state: 'open' | 'allowed' | 'removed';
  decidedAt?: Date;
  note?: string;
}

const reviewSchema = new Schema<ReviewDoc>(
  {
    _id: String,
    paiId: { type: String, required: true },
    seq: { type: Number, required: true },
    senderId: { type: String, required: true },
    senderName: { type: String, default: '' },
    senderKind: { type: String, required: true },
    kind: { type: String, required: true },
    concern: { type: String, required: true },
    by: { type: String, required: true },
    score: { type: Number, required: true },
    text: { type: String, default: '' },
    fileId: String,
    withheld: { type: Boolean, required: true },
    at: { type: Date, required: true },
    state: { type: String, enum: ['open', 'allowed', 'removed'], required: true },
    decidedAt: Date,
    note: String,
  },
  { strict: 'throw', versionKey: false, collection: 'reviews' },
);
reviewSchema.index({ paiId: 1, seq: 1 }, { unique: true });
reviewSchema.index({ state: 1, at: 1 });
reviewSchema.index({ senderId: 1 });

/** A face, a cover or the picture of an AI role WeChat has been asked about. */
export interface PictureDoc {
  /** WeChat's id of the check. */
  _id: string;
  fileId: string;
  /** As in files: `avatar:userId`, `cover:paiId`, `role:paiId:roleId`. */
  usedBy: string;
  at: Date;
}

const pictureSchema = new Schema<PictureDoc>({ _id: String, fileId: { type: String, required: true }, usedBy: { type: String, required: true }, at: { type: Date, required: true } }, { strict: 'throw', versionKey: false, collection: 'picturechecks' });
pictureSchema.index({ at: 1 }, { expireAfterSeconds: 86_400 });

export const PictureModel = mongoose.model<PictureDoc>('PictureCheck', pictureSchema);

export const ReviewModel = mongoose.model<ReviewDoc>('Review', reviewSchema);
