import mongoose, { Schema } from 'mongoose';
import type { LedgerEvent } from '@shared/domain/checkin/types';
import type { Entry } from '@shared/wire/challenge';
import type { Rules } from '@shared/wire/challengeRules';
import type { FileDoc } from '../file';

/** Somebody who takes part. Who has left keeps the place: a return goes on where it was. */
export interface PartakerDoc {
  userId: string;
  /** In force until the first entry of another [C1]. */
  zone: string;
  joinedAt: Date;
  leftAt?: Date | null;
}

/** Rules that take the place of those before on a day. */
export interface ChangeDoc {
  from: string;
  rules: Rules;
  by: string;
  at: Date;
}

export interface ChallengeDoc {
  /** That of its card, where it was started in talk. */
  _id: string;
  paiId: string;
  clientMsgId: string;
  byId: string;
  zone: string;
  rules: Rules;
  changes: ChangeDoc[];
  members: PartakerDoc[];
  /** Which of the places for running challenges of its pai it holds; no two hold the same. */
  slot?: number;
  closedAt?: Date;
  /** Taken back before anybody had checked in: nothing of it is shown. */
  undoneAt?: Date;
  /** Another one with every change of what stands here. */
  rev: number;
  createdAt: Date;
  updatedAt: Date;
}

const loose = { _id: false, strict: false } as const;
const strict = { strict: 'throw', versionKey: false } as const;

const challengeSchema = new Schema<ChallengeDoc>(
  {
    _id: String,
    paiId: { type: String, required: true },
    clientMsgId: { type: String, required: true },
    byId: { type: String, required: true },
    zone: { type: String, required: true },
    rules: { type: Schema.Types.Mixed, required: true },
    changes: [new Schema({ from: String, rules: Schema.Types.Mixed, by: String, at: Date }, loose)],
    members: [new Schema({ userId: String, zone: String, joinedAt: Date, leftAt: Date }, loose)],
    slot: Number,
    closedAt: Date,
    undoneAt: Date,
    rev: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { ...strict, collection: 'challenges' },
);
challengeSchema.index({ paiId: 1, slot: 1 }, { unique: true, name: 'slot', partialFilterExpression: { slot: { $exists: true } } });
challengeSchema.index({ slot: 1 }, { name: 'running', partialFilterExpression: { slot: { $exists: true } } });
challengeSchema.index({ closedAt: 1 }, { sparse: true });
challengeSchema.index({ paiId: 1, byId: 1, clientMsgId: 1 }, { unique: true, name: 'once' });
challengeSchema.index({ 'members.userId': 1 });

export const ChallengeModel = mongoose.model<ChallengeDoc>('Challenge', challengeSchema);

export type EntryKind = LedgerEvent['kind'] | 'close';
export type AttachedFile = Pick<FileDoc, '_id' | 'kind' | 'name' | 'size' | 'mime' | 'hasThumb'> & Partial<Pick<FileDoc, 'width' | 'height' | 'placeholder' | 'durationMs' | 'takenAt'>>;
export interface ProofDoc {
  text?: string;
  amount?: number;
  place?: { name: string; lat: number; lon: number };
  file?: AttachedFile;
}

/** One line of the ledger. The first part is never changed; beside it stands what people and programs add. */
export interface EntryDoc extends ProofDoc {
  /** `challengeId-n`, n padded: the key is the fence that gives a place in the ledger to one entry only. */
  _id: string;
  challengeId: string;
  paiId: string;
  /** 1, 2, 3 … without holes: the only order. */
  n: number;
  kind: EntryKind;
  /** Whose day it is about. */
  userId: string;
  /** Who wrote it: somebody else only of a verdict or a close. */
  by: string;
  clientMsgId: string;
  at: Date;
  doneAt?: Date;
  /** The member's own at that moment [C1]. */
  day: string;
  zone: string;
  until?: string;
  ok?: boolean;
  reason?: string;
  /** Of what counts: the how many-eth day done it was. */
  nth?: number;
  /** How much it was, to compare with the member's others. */
  measure?: number;

  added?: (ProofDoc & { at: Date })[];
  advice?: NonNullable<Entry['advice']>;
  /** What its picture looks like: 64 bits, hexadecimal. */
  look?: string;
  /** `n`: the last place in the ledger then; a later verdict has heard it. */
  appeal?: { at: Date; text: string; n: number };
  reactions?: { emoji: string; userId: string }[];
}

const entrySchema = new Schema<EntryDoc>(
  {
    _id: String,
    challengeId: { type: String, required: true },
    paiId: { type: String, required: true },
    n: { type: Number, required: true },
    kind: { type: String, required: true },
    userId: { type: String, required: true },
    by: { type: String, required: true },
    clientMsgId: { type: String, required: true },
    at: { type: Date, required: true },
    doneAt: Date,
    day: { type: String, required: true },
    zone: { type: String, required: true },
    until: String,
    ok: Boolean,
    reason: String,
    nth: Number,
    measure: Number,
    text: String,
    amount: Number,
    place: new Schema({ name: String, lat: Number, lon: Number }, loose),
    file: Schema.Types.Mixed,
    added: { type: [Schema.Types.Mixed], default: undefined },
    advice: { type: [Schema.Types.Mixed], default: undefined },
    look: String,
    appeal: new Schema({ at: Date, text: String, n: Number }, loose),
    reactions: { type: [Schema.Types.Mixed], default: undefined },
  } as never,
  { ...strict, collection: 'challengeEntries' },
);
entrySchema.index({ challengeId: 1, by: 1, clientMsgId: 1 }, { unique: true, name: 'once' });
entrySchema.index({ challengeId: 1, n: 1 });
entrySchema.index({ challengeId: 1, userId: 1, n: 1 });
entrySchema.index({ challengeId: 1, 'appeal.at': 1 }, { name: 'appeals', partialFilterExpression: { 'appeal.at': { $exists: true } } });
entrySchema.index({ userId: 1 });
entrySchema.index({ by: 1 });
entrySchema.index({ paiId: 1 });

export const EntryModel = mongoose.model<EntryDoc>('ChallengeEntry', entrySchema);

const DIGITS = 7;
/** Keys sort as places do. */
export const entryKey = (challengeId: string, n: number): string => `${challengeId}-${String(n).padStart(DIGITS, '0')}`;
