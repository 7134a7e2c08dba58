import { Hook } from '../infra/hooks';
import type { ChallengeDoc, EntryDoc, ProofDoc } from './model';

/** An entry stands in the ledger. */
export const entryWritten = new Hook<{ doc: ChallengeDoc; entry: EntryDoc }>();

/** Something was added to an entry: the entry with it, and what it is. */
export const proofAdded = new Hook<{ entry: EntryDoc; added: ProofDoc }>();
