import type { MineBody } from '@shared/wire/pai';
import type { z } from 'zod';
import { now } from '../infra/clock';
import { accessPai } from './access';
import { readingChanged } from './hooks';
import type { PaiDoc, PlaceDoc } from './model';
import { setPlace } from './store';

/** Changes what is mine alone in a pai. Who decides whether the AI may read them has been told what that means. */
export async function setMine(userId: string, paiId: string, { consent, ...wanted }: z.output<typeof MineBody>): Promise<PaiDoc> {
  const { pai } = await accessPai(userId, paiId);
  const change: Partial<PlaceDoc> = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  if (consent || wanted.aiMayRead !== undefined) change.consentAt = now();
  await setPlace(paiId, userId, change);
  if (wanted.aiMayRead !== undefined) await readingChanged.tell({ paiId, userId, mayRead: wanted.aiMayRead });
  return pai;
}
