import { Hook } from '../infra/hooks';
import type { ChallengeDoc, EntryDoc } from './model';

/** An entry stands in the ledger. */
export const entryWritten = new Hook<{ doc: ChallengeDoc; entry: EntryDoc }>();
