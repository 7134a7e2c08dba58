import mongoose, { Schema } from 'mongoose';
import type { AssistantDoc } from '../model';

/** How an AI role was set at one version, and who set it so. */
export interface RoleVersionDoc {
  /** `roleId/version`. */
  _id: string;
  paiId: string;
  roleId: string;
  version: number;
  by: string;
  at: Date;
  changed: string[];
  role: AssistantDoc;
}

const versionSchema = new Schema<RoleVersionDoc>(
  { _id: String, paiId: { type: String, required: true }, roleId: { type: String, required: true }, version: { type: Number, required: true }, by: { type: String, required: true }, at: { type: Date, required: true }, changed: [String], role: Object },
  { strict: 'throw', versionKey: false, collection: 'roleVersions', minimize: false },
);
versionSchema.index({ roleId: 1, version: -1 });
versionSchema.index({ paiId: 1 });

export const RoleVersionModel = mongoose.model<RoleVersionDoc>('RoleVersion', versionSchema);
