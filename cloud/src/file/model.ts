import mongoose, { Schema } from 'mongoose';

export interface FileDoc {
  _id: string;
  ownerId: string;
  kind: 'image' | 'voice' | 'file';
  name: string;
  size: number;
  mime: string;
  width?: number;
  height?: number;
  placeholder?: string;
  durationMs?: number;
  /** By its camera's clock, with the offset where it told one: `2026-11-20T08:12:03+08:00`. All that is kept of what a camera writes; shown to nobody as it is. */
  takenAt?: string;
  hasThumb: boolean;
  createdAt: Date;
  /** What it belongs to: a message `paiId:seq`, `avatar:userId`, `cover:paiId`, `role:paiId:roleId`. Unused files are removed after a day. */
  usedBy?: string;
}

const fileSchema = new Schema<FileDoc>(
  {
    _id: String,
    ownerId: { type: String, required: true },
    kind: { type: String, enum: ['image', 'voice', 'file'], required: true },
    name: { type: String, required: true },
    size: { type: Number, required: true },
    mime: { type: String, required: true },
    width: Number,
    height: Number,
    placeholder: String,
    durationMs: Number,
    takenAt: String,
    hasThumb: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    usedBy: String,
  },
  { strict: 'throw', versionKey: false, collection: 'files' },
);
fileSchema.index({ ownerId: 1 });
fileSchema.index({ usedBy: 1, createdAt: 1 });

export const FileModel = mongoose.model<FileDoc>('File', fileSchema);
