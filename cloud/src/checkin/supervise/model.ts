import mongoose, { Schema } from 'mongoose';

/** What one member wants of one challenge. */
export interface ReminderItem {
  challengeId: string;
  paiId: string;
  /** `HH:MM` of the member's clock; absent: no reminder. */
  at?: string;
  /** Stands in the calendar of the member's phone. */
  calendar: boolean;
  /** Only what comes after this instant is still to be told. */
  after: Date;
  /** The next such time, by the zone known last. */
  dueAt?: Date;
  /** Set by a card that may be undone: what was there before, null: nothing. */
  undo?: { cardId: string; at: string | null };
  /** The member's day it was told for last. */
  toldFor?: string;
}

/** All a person is reminded of: one document, so that who holds it can tell several things in one message. */
export interface ReminderDoc {
  /** The person. */
  _id: string;
  items: ReminderItem[];
  /** The first of the items. */
  dueAt?: Date;
  /** When a worker looks at it: `dueAt`, or the end of the hold of one that is at it. */
  wakeAt?: Date;
  holder?: string;
  rev: number;
}

const loose = { _id: false, strict: false } as const;
const strict = { strict: 'throw', versionKey: false } as const;

const reminderSchema = new Schema<ReminderDoc>(
  {
    _id: String,
    items: [new Schema({ challengeId: String, paiId: String, at: String, calendar: Boolean, after: Date, dueAt: Date, undo: Schema.Types.Mixed, toldFor: String }, loose)],
    dueAt: Date,
    wakeAt: Date,
    holder: String,
    rev: { type: Number, required: true },
  },
  { ...strict, collection: 'reminders' },
);
reminderSchema.index({ wakeAt: 1 }, { name: 'wake', partialFilterExpression: { wakeAt: { $exists: true } } });
reminderSchema.index({ holder: 1 }, { sparse: true });

export const ReminderModel = mongoose.model<ReminderDoc>('Reminder', reminderSchema);

/** One message to one person. Its key is the fence: whoever stores it, and nobody else, sends it [L2]. */
export interface NoticeDoc {
  /** `userId:dueAt`, ms since 1970. */
  _id: string;
  userId: string;
  dueAt: Date;
  /** When it was drawn up. */
  at: Date;
  about: { challengeId: string; paiId: string; day: string }[];
  text: string;
  /** `sending`: what became of it is not known yet; who finds it so later does not send it again. */
  state: 'sending' | 'sent';
  by: 'wechat' | 'app';
  /** Why it did not go through WeChat though there was a credit. */
  why?: string;
  sentAt?: Date;
}

const DAYS_KEPT = 60;
const noticeSchema = new Schema<NoticeDoc>(
  {
    _id: String,
    userId: { type: String, required: true },
    dueAt: { type: Date, required: true },
    at: { type: Date, required: true },
    about: [new Schema({ challengeId: String, paiId: String, day: String }, loose)],
    text: { type: String, required: true },
    state: { type: String, required: true },
    by: { type: String, required: true },
    why: String,
    sentAt: Date,
  },
  { ...strict, collection: 'reminderNotices' },
);
noticeSchema.index({ userId: 1, at: -1 });
noticeSchema.index({ at: 1 }, { expireAfterSeconds: DAYS_KEPT * 24 * 3600 });

export const NoticeModel = mongoose.model<NoticeDoc>('ReminderNotice', noticeSchema);

/** One line of what WeChat messages a person has left: the sum of all is what there is. Never edited. */
export interface CreditDoc {
  /** Says what it is for, so that it counts once. */
  _id: string;
  userId: string;
  change: number;
  why: 'accepted' | 'spent' | 'given-back' | 'gone';
  at: Date;
}

const creditSchema = new Schema<CreditDoc>(
  { _id: String, userId: { type: String, required: true }, change: { type: Number, required: true }, why: { type: String, required: true }, at: { type: Date, required: true } },
  { ...strict, collection: 'reminderCredits' },
);
creditSchema.index({ userId: 1 });

export const CreditModel = mongoose.model<CreditDoc>('ReminderCredit', creditSchema);
