import mongoose, { Schema } from 'mongoose';

/** What an operator did. Entries are only ever added. */
export interface AuditDoc {
  _id: string;
  at: Date;
  act: 'review.allow' | 'review.remove';
  reviewId: string;
  paiId: string;
  seq: number;
  concern: string;
  note: string;
}

const auditSchema = new Schema<AuditDoc>(
  { _id: String, at: { type: Date, required: true }, act: { type: String, required: true }, reviewId: String, paiId: String, seq: Number, concern: String, note: String },
  { strict: 'throw', versionKey: false, collection: 'audit' },
);
auditSchema.index({ at: -1 });

export const AuditModel = mongoose.model<AuditDoc>('Audit', auditSchema);
