import mongoose, { Schema } from 'mongoose';
import type { CardDoc, PartDoc } from '../message';
import type { RunKind, RunState } from '@shared/wire/run';

export type { RunState };

export interface AskDoc {
  userId: string;
  name: string;
  seq: number;
  /** Where the words of the ask are, when the message at `seq` is only a call after them. */
  aboutSeq?: number;
}

/** A message of a turn beside its first. */
export interface FurtherDoc {
  parts: PartDoc[];
  askers: string[];
  /** The asks (seq) it answers. */
  asks: number[];
  card: CardDoc;
}

/** One AI work order: stored before anything is done, so that no ask is lost and none answered twice. */
export interface RunDoc {
  /** `paiId-seq` of its first ask. */
  _id: string;
  paiId: string;
  assistantId: string;
  assistantName: string;
  kind: RunKind;
  state: RunState;
  /** Why it speaks, or why it kept silent. */
  reason: string;
  asks: AskDoc[];
  createdAt: Date;
  /** Some ask called it, or went on from its answer: then neither the cap nor quiet hours hold it back [A1]. */
  called?: boolean;
  /** Further asks may join [A2]. One such run for each role of a pai. */
  open?: boolean;
  /** It does not start before: what comes until then joins it. */
  dueAt?: Date;
  /** What it says beside its first message, kept while it speaks: who takes it over then says what is missing. */
  further?: FurtherDoc[];
  /** It is writing to the log; after this instant it does not any more. */
  speakUntil?: Date | null;
  /** Who is at it, until when unless renewed, and how often somebody has been. */
  lease?: { by: string; until: Date } | null;
  attempts: number;
  read?: { fromSeq: number; toSeq: number; count: number; leftOut: number };
  model?: string;
  fallback?: boolean;
  tokens?: { input: number; output: number };
  dropped?: number;
  tookMs?: number;
  endedAt?: Date;
  answerSeq?: number;
  stoppedBy?: { userId: string; name: string };
  /** Of a recap: what it tells of, and how far it is. `private`: it is for who asked alone, and so is the run. */
  stretch?: { fromSeq: number; toSeq: number; topic?: string };
  progress?: { done: number; total: number };
  private?: boolean;
  /** Of a topic: the messages it takes up. */
  about?: number[];
  /** Of what is said of challenges: each line with the entries it rests on. `what`: the kind of thing it says; `checkin`: what it was ordered for. */
  ledger?: { challengeId: string; entryIds: string[]; text?: string; what?: string; checkin?: { userId: string; day: string } }[];
}

const part = (fields: Record<string, unknown>): Schema => new Schema(fields as never, { _id: false });

const runSchema = new Schema<RunDoc>(
  {
    _id: String,
    paiId: { type: String, required: true },
    assistantId: { type: String, required: true },
    assistantName: { type: String, required: true },
    kind: { type: String, required: true },
    state: { type: String, required: true },
    reason: { type: String, required: true },
    asks: [part({ userId: String, name: String, seq: Number, aboutSeq: Number })],
    createdAt: { type: Date, required: true },
    called: Boolean,
    open: Boolean,
    dueAt: Date,
    further: Schema.Types.Mixed,
    speakUntil: Date,
    lease: part({ by: String, until: Date }),
    attempts: { type: Number, default: 0 },
    read: part({ fromSeq: Number, toSeq: Number, count: Number, leftOut: Number }),
    model: String,
    fallback: Boolean,
    tokens: part({ input: Number, output: Number }),
    dropped: Number,
    tookMs: Number,
    endedAt: Date,
    answerSeq: Number,
    stoppedBy: part({ userId: String, name: String }),
    stretch: part({ fromSeq: Number, toSeq: Number, topic: String }),
    progress: part({ done: Number, total: Number }),
    private: Boolean,
    about: { type: [Number], default: undefined },
    ledger: { type: [Schema.Types.Mixed], default: undefined },
  },
  { strict: 'throw', versionKey: false, collection: 'runs' },
);
// An ask belongs to one turn only. A recap asked for at the same position is no turn.
runSchema.index({ paiId: 1, assistantId: 1, 'asks.seq': 1 }, { unique: true, name: 'ask', partialFilterExpression: { kind: 'answer' } });
runSchema.index({ paiId: 1, assistantId: 1, open: 1 }, { unique: true, name: 'open', partialFilterExpression: { open: true } });
runSchema.index({ state: 1, createdAt: 1 }, { partialFilterExpression: { state: { $in: ['queued', 'running'] } } });
runSchema.index({ paiId: 1, createdAt: -1 });

export const RunModel = mongoose.model<RunDoc>('Run', runSchema);

/** The turn to speak in one pai: one run at a time. */
export interface TurnDoc {
  _id: string;
  runId: string;
  by: string;
  until: Date;
}

const turnSchema = new Schema<TurnDoc>({ _id: String, runId: String, by: String, until: Date }, { strict: 'throw', versionKey: false, collection: 'turns' });

export const TurnModel = mongoose.model<TurnDoc>('Turn', turnSchema);
