import type { Recap } from '@shared/wire/recap';
import type { Access } from '../../pai';
import { findRecap, presentRecap } from '../../recap';
import type { RunDoc } from '../model';

/** What a finished recap or digest says to a reader now; undefined for other runs and while it is being made. */
export async function readRecap(run: RunDoc, access: Access): Promise<Recap | undefined> {
  if (run.kind === 'answer' || run.state !== 'done') return undefined;
  const recap = await findRecap(run._id);
  return recap ? presentRecap(recap, access) : undefined;
}
