import type { Kinds, Meaning } from '../../engine/wishes';
import type { ChosenModel } from '../chosenModel';

export interface MeaningsInput {
  /** Never the engine, which has said what it knows. */
  model: ChosenModel;
  signal: AbortSignal;
  /** Clauses of one person, as said: whoever wrote them can mislead the model about nobody else's. */
  phrases: readonly string[];
  /** The kinds of place there are. */
  kinds: Kinds;
}

export interface MeaningsRead {
  /** For each phrase what the model took it for; to be held against the words and the kinds. */
  meanings: Meaning[][];
  usage: { input: number; output: number };
}
