import mongoose, { Schema } from 'mongoose';

export interface UserDoc {
  _id: string;
  nickname: string;
  avatarFileId?: string | null;
  showOnInvites: boolean;
  locale: 'zh' | 'en';
  /** Hash of the guest's device key. */
  device?: string;
  wechat?: { openid: string; unionid?: string; sessionKey: string; seenAt: Date };
  createdAt: Date;
  deleteAt?: Date;
}

const userSchema = new Schema<UserDoc>(
  {
    _id: String,
    nickname: { type: String, required: true },
    avatarFileId: String,
    showOnInvites: { type: Boolean, default: false },
    locale: { type: String, enum: ['zh', 'en'], default: 'zh' },
    device: String,
    wechat: { type: new Schema({ openid: String, unionid: String, sessionKey: String, seenAt: Date }, { _id: false }) },
    createdAt: { type: Date, required: true },
    deleteAt: Date,
  },
  { strict: 'throw', versionKey: false, collection: 'users' },
);
userSchema.index({ device: 1 }, { unique: true, sparse: true });
userSchema.index({ 'wechat.openid': 1 }, { unique: true, sparse: true });
userSchema.index({ deleteAt: 1 }, { sparse: true });

export const UserModel = mongoose.model<UserDoc>('User', userSchema);

/** One sign-in on one device: a family of refresh tokens, of which only the newest is good. */
export interface SessionDoc {
  _id: string;
  userId: string;
  /** Hash of the current refresh token. */
  current: string;
  createdAt: Date;
  expiresAt: Date;
  endedAt?: Date;
}

const sessionSchema = new Schema<SessionDoc>(
  {
    _id: String,
    userId: { type: String, required: true },
    current: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    endedAt: Date,
  },
  { strict: 'throw', versionKey: false, collection: 'sessions' },
);
sessionSchema.index({ userId: 1 });
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const SessionModel = mongoose.model<SessionDoc>('Session', sessionSchema);
