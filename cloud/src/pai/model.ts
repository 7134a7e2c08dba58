import mongoose, { Schema } from 'mongoose';
import { PAI_KINDS, type PaiKind } from '@shared/domain/kind';
import { ROLES, type Role } from '@shared/domain/role';
import type { Digest, Hours, RolePictureCheck, RoleSettings, RoleTemplate } from '@shared/wire/aiRole';

export interface MemberDoc {
  userId: string;
  role: Exclude<Role, 'ai'>;
  joinedAt: Date;
  /** First position this member may read. */
  fromSeq: number;
  mutedUntil?: Date | null;
}

/** An AI role: what its owner sets, and a version that grows with every change. */
export interface AssistantDoc extends RoleSettings {
  id: string;
  template: RoleTemplate;
  version: number;
  /** Its picture; without one its emoji is its face. */
  avatarFileId?: string | null;
  /** WeChat has been asked about the picture, or refused it. */
  avatarCheck?: { state: RolePictureCheck; at: Date } | null;
}

export interface RequestDoc {
  userId: string;
  via: 'invite' | 'number';
  inviterId?: string;
  at: Date;
}

/** Members live inside the pai, so that the cap, the owner and a removal are each one atomic update. */
export interface PaiDoc {
  _id: string;
  number: string;
  name: string;
  emoji: string;
  coverFileId?: string | null;
  kind: PaiKind;
  intro: string;
  announcement?: { text: string; by: string; at: Date } | null;
  ownerId: string;
  members: MemberDoc[];
  memberCount: number;
  /** Grows with every change of who may read [P1]. */
  membership: number;
  joinRule: 'link' | 'approval' | 'closed';
  history: 'join' | 'week' | 'all';
  cap: number;
  muteAll: boolean;
  assistants: AssistantDoc[];
  requests: RequestDoc[];
  blocked: string[];
  createdAt: Date;
  /** When an AI role last answered: only then a short ask may go on from its answer. */
  aiSpokeAt?: Date;
  /** Dissolved; erased at this time unless the owner takes it back. */
  dissolveAt?: Date | null;
}

const sub = <T>(fields: Record<string, unknown>): Schema<T> => new Schema<T>(fields as never, { _id: false, strict: 'throw' });

const paiSchema = new Schema<PaiDoc>(
  {
    _id: String,
    number: { type: String, required: true },
    name: { type: String, required: true },
    emoji: { type: String, required: true },
    coverFileId: String,
    kind: { type: String, enum: PAI_KINDS, required: true },
    intro: { type: String, default: '' },
    announcement: sub({ text: String, by: String, at: Date }),
    ownerId: { type: String, required: true },
    members: [sub<MemberDoc>({ userId: String, role: { type: String, enum: ROLES }, joinedAt: Date, fromSeq: Number, mutedUntil: Date })],
    memberCount: { type: Number, required: true },
    membership: { type: Number, required: true },
    joinRule: { type: String, enum: ['link', 'approval', 'closed'], required: true },
    history: { type: String, enum: ['join', 'week', 'all'], required: true },
    cap: { type: Number, required: true },
    muteAll: { type: Boolean, default: false },
    assistants: [
      sub<AssistantDoc>({
        id: String,
        template: String,
        version: Number,
        name: String,
        emoji: String,
        manner: String,
        skills: [String],
        mode: String,
        quiet: sub<Hours>({ from: String, to: String }),
        capPercent: Number,
        dailyTokens: Number,
        language: String,
        digest: sub<Digest>({ every: String, at: String, weekday: Number }),
        avatarFileId: String,
        avatarCheck: sub({ state: String, at: Date }),
      }),
    ],
    requests: [sub<RequestDoc>({ userId: String, via: String, inviterId: String, at: Date })],
    blocked: [String],
    createdAt: { type: Date, required: true },
    aiSpokeAt: Date,
    dissolveAt: Date,
  },
  { strict: 'throw', versionKey: false, collection: 'pais' },
);
paiSchema.index({ number: 1 }, { unique: true });
paiSchema.index({ 'members.userId': 1 });
paiSchema.index({ 'requests.userId': 1 }, { sparse: true });
paiSchema.index({ dissolveAt: 1 }, { sparse: true });
paiSchema.index({ 'assistants.digest.every': 1 }, { sparse: true });
paiSchema.index({ 'assistants.mode': 1 }, { partialFilterExpression: { 'assistants.mode': 'host' } });

export const PaiModel = mongoose.model<PaiDoc>('Pai', paiSchema);

/** What one member keeps of a pai for itself. */
export interface PlaceDoc {
  _id: string;
  paiId: string;
  userId: string;
  readSeq: number;
  muted: boolean;
  pinned: boolean;
  hideAi: boolean;
  aiMayRead: boolean;
  /** When this member was told who processes what the AI reads, and chose. */
  consentAt?: Date;
}

const placeSchema = new Schema<PlaceDoc>(
  {
    _id: String,
    paiId: { type: String, required: true },
    userId: { type: String, required: true },
    readSeq: { type: Number, default: 0 },
    muted: { type: Boolean, default: false },
    pinned: { type: Boolean, default: false },
    hideAi: { type: Boolean, default: false },
    aiMayRead: { type: Boolean, default: true },
    consentAt: Date,
  },
  { strict: 'throw', versionKey: false, collection: 'places' },
);
placeSchema.index({ userId: 1 });
placeSchema.index({ paiId: 1 });

export const PlaceModel = mongoose.model<PlaceDoc>('Place', placeSchema);

export interface InviteDoc {
  _id: string;
  paiId: string;
  tokenHash: string;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  maxUses?: number;
  uses: number;
  /** Who used it: the same person coming again takes no second use. */
  usedBy: string[];
  revokedAt?: Date;
}

const inviteSchema = new Schema<InviteDoc>(
  {
    _id: String,
    paiId: { type: String, required: true },
    tokenHash: { type: String, required: true },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    maxUses: Number,
    uses: { type: Number, default: 0 },
    usedBy: [String],
    revokedAt: Date,
  },
  { strict: 'throw', versionKey: false, collection: 'invites' },
);
inviteSchema.index({ tokenHash: 1 }, { unique: true });
inviteSchema.index({ paiId: 1, createdAt: -1 });
// Kept for a while after their end, so that an old card still says what became of it.
inviteSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 90 * 24 * 3600 });

export const InviteModel = mongoose.model<InviteDoc>('Invite', inviteSchema);
