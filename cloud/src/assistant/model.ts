import mongoose, { Schema } from 'mongoose';
import type { RunState } from '@shared/wire/run';

export type { RunState };

export interface AskDoc {
  userId: string;
  name: string;
  seq: number;
}

/** One AI work order: stored before anything is done, so that no ask is lost and none answered twice. */
export interface RunDoc {
  /** `paiId-seq` of its first ask. */
  _id: string;
  paiId: string;
  assistantId: string;
  assistantName: string;
  kind: 'answer' | 'recap' | 'digest';
  state: RunState;
  /** Why it speaks, or why it kept silent. */
  reason: string;
  asks: AskDoc[];
  createdAt: Date;
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
    asks: [part({ userId: String, name: String, seq: Number })],
    createdAt: { type: Date, required: true },
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
  },
  { strict: 'throw', versionKey: false, collection: 'runs' },
);
// An ask belongs to one turn only. A recap asked for at the same position is no turn.
runSchema.index({ paiId: 1, assistantId: 1, 'asks.seq': 1 }, { unique: true, name: 'ask', partialFilterExpression: { kind: 'answer' } });
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
