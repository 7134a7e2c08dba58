import mongoose, { Schema } from 'mongoose';
import type { TripDay } from '@shared/domain/itinerary/trip';
import type { Constraint, Itinerary, Place } from '@shared/wire/itinerary';
import type { Reason } from '../engine/plan';
import type { Meaning } from '../engine/wishes';

/** Who did something; of the AI the id of its role. */
export interface ByDoc {
  id: string;
  name: string;
  kind: 'user' | 'ai';
}

/** Why is put into words for whoever reads it. */
export type UnmetDoc = Omit<Itinerary['unmet'][number], 'why'> & { reason: Reason };

/** One state of the plan. It is never changed: an edit makes the next one. */
export interface VersionDoc {
  /** 1, 2, 3 … without holes. */
  n: number;
  at: Date;
  by: ByDoc;
  /** What was done, as a code and its words: `planned`, `edited`, `late`, `undone`, `voted`. */
  what: VersionDeed;
  days: readonly TripDay[];
  cost: number;
  /** Heads it was counted for. */
  party: string[];
  aiMade: boolean;
  /** The places it goes to, as they were known then. */
  places: Place[];
  unmet: UnmetDoc[];
  /** The card it was confirmed by: it is made once. */
  cardId?: string;
  /** Checks that failed then. */
  failing: number;
}
export interface VersionDeed {
  code: 'planned' | 'edited' | 'late' | 'undone' | 'voted';
  /** Names or numbers that go with it. */
  with?: string[];
}

/** A poll about a stop: its options are places, in order. */
export interface StopVoteDoc {
  seq: number;
  itemId: string;
  placeIds: string[];
}

/** Somebody wants a plan made: the work order, until it is done, cancelled or given up. */
export interface OrderDoc {
  id: string;
  by: ByDoc;
  at: Date;
  attempts: number;
  worker?: string;
  leaseUntil?: Date;
}

/** A plan is there that nobody has been told of, until somebody has. */
export interface UntoldDoc {
  version: number;
  by: ByDoc;
  at: Date;
  attempts: number;
  leaseUntil?: Date;
}

export interface QuestionDoc {
  /** The same lack or the same clash has the same key: it is asked once. */
  key: string;
  about: 'days' | 'city' | 'date' | 'budget' | 'clash';
  wishIds: string[];
}

export interface ItineraryDoc {
  /** That of its card, where it was started in talk. */
  _id: string;
  paiId: string;
  clientMsgId: string;
  byId: string;
  title: string;
  city?: string | null;
  zone: string;
  startOn?: string | null;
  days?: number | null;
  /** Absent: everybody in the pai. */
  party?: string[];
  /** The newest version; those before it are kept apart. */
  head?: VersionDoc;
  order?: OrderDoc;
  untold?: UntoldDoc;
  /** Why the last order came to nothing: an error code. */
  failed?: string;
  decided?: { version: number; at: Date; by: ByDoc };
  question?: QuestionDoc;
  votes: StopVoteDoc[];
  /** The message in the log that told of the plan. */
  toldSeq?: number;
  /** Keys of questions the AI member has asked in the log. */
  asked: string[];
  /** The talk is read from here, and has been up to there, with the places of this city in mind. */
  fromSeq: number;
  readTo: number;
  readCity?: string;
  /** Up to where, and for the kinds of which city, a model was asked what clauses mean that leave the kind open. */
  meantTo?: number;
  meantCity?: string;
  /** The end of the log when it was begun. */
  beganSeq: number;
  /** Another one whenever the talk was read. */
  readRev: number;
  /** Which of the places for itineraries of its pai it holds; no two hold the same. */
  slot: number;
  rev: number;
  createdAt: Date;
  updatedAt: Date;
}

const strict = { strict: 'throw', versionKey: false } as const;
const Mixed = Schema.Types.Mixed;

const itinerarySchema = new Schema<ItineraryDoc>(
  {
    _id: String,
    paiId: { type: String, required: true },
    clientMsgId: { type: String, required: true },
    byId: { type: String, required: true },
    title: { type: String, required: true },
    city: String,
    zone: { type: String, required: true },
    startOn: String,
    days: Number,
    party: { type: [String], default: undefined },
    head: Mixed,
    order: Mixed,
    untold: Mixed,
    failed: String,
    decided: Mixed,
    question: Mixed,
    votes: { type: [Mixed], default: [] },
    toldSeq: Number,
    asked: [String],
    fromSeq: { type: Number, required: true },
    readTo: { type: Number, required: true },
    readCity: String,
    meantTo: Number,
    meantCity: String,
    beganSeq: { type: Number, required: true },
    readRev: { type: Number, required: true },
    slot: { type: Number, required: true },
    rev: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  } as never,
  { ...strict, collection: 'itineraries', minimize: false },
);
itinerarySchema.index({ paiId: 1, slot: 1 }, { unique: true, name: 'slot' });
itinerarySchema.index({ paiId: 1, byId: 1, clientMsgId: 1 }, { unique: true, name: 'once' });
itinerarySchema.index({ 'order.at': 1 }, { sparse: true });
itinerarySchema.index({ 'untold.at': 1 }, { sparse: true });
itinerarySchema.index({ updatedAt: -1 });

export const ItineraryModel = mongoose.model<ItineraryDoc>('Itinerary', itinerarySchema);

export interface KeptVersionDoc extends VersionDoc {
  /** `itineraryId-n`. */
  _id: string;
  itineraryId: string;
  paiId: string;
}

const versionSchema = new Schema<KeptVersionDoc>(
  { _id: String, itineraryId: String, paiId: String, n: Number, at: Date, by: Mixed, what: Mixed, days: [Mixed], cost: Number, party: [String], aiMade: Boolean, places: [Mixed], unmet: [Mixed], cardId: String, failing: Number } as never,
  { ...strict, collection: 'itineraryVersions', minimize: false },
);
versionSchema.index({ itineraryId: 1, n: 1 });
versionSchema.index({ paiId: 1 });

export const KeptVersionModel = mongoose.model<KeptVersionDoc>('ItineraryVersion', versionSchema);

/** One clause somebody wished something with, or something written on the board. */
export interface WishDoc {
  /** From talk: `itineraryId-seq-start of the clause`, so that however often it is read there is one of it. */
  _id: string;
  itineraryId: string;
  paiId: string;
  userId: string;
  text: string;
  constraints: Constraint[];
  /** The message it was read from. */
  seq?: number;
  /** Earlier wishes of the same person that it ends. */
  withdraws?: string[];
  /** What of it rests on a model's reading of the words. */
  meanings?: Meaning[];
  /** Somebody put it right by hand: what is read again leaves it alone. */
  corrected?: boolean;
  removed?: { by: string; at: Date } | null;
  hearts: string[];
  clientMsgId?: string;
  at: Date;
}

const wishSchema = new Schema<WishDoc>(
  {
    _id: String,
    itineraryId: { type: String, required: true },
    paiId: { type: String, required: true },
    userId: { type: String, required: true },
    text: { type: String, required: true },
    constraints: [Mixed],
    seq: Number,
    withdraws: { type: [String], default: undefined },
    meanings: { type: [Mixed], default: undefined },
    corrected: Boolean,
    removed: Mixed,
    hearts: [String],
    clientMsgId: String,
    at: { type: Date, required: true },
  } as never,
  { ...strict, collection: 'wishes' },
);
wishSchema.index({ itineraryId: 1, at: 1 });
wishSchema.index({ itineraryId: 1, userId: 1, clientMsgId: 1 }, { unique: true, name: 'once', partialFilterExpression: { clientMsgId: { $exists: true } } });
wishSchema.index({ paiId: 1, seq: 1 });
wishSchema.index({ paiId: 1, userId: 1 });
wishSchema.index({ userId: 1 });

export const WishModel = mongoose.model<WishDoc>('Wish', wishSchema);
