import { mayDo } from '@shared/domain/role';
import { AppError } from '../../../errors';
import { accessPai } from '../../../pai';
import { findOwnPlace, removeOwnPlace } from './store';

/** Takes a place off the pai's own list: who brought it, the owner and admins. Throws `pai/…`, `places/not-found`, `places/not-yours`. */
export async function removePlace(userId: string, paiId: string, placeId: string): Promise<void> {
  const { me } = await accessPai(userId, paiId);
  const id = placeId.replace(/^own-/, '');
  const doc = await findOwnPlace(paiId, id);
  if (!doc) throw new AppError('places/not-found');
  if (doc.by !== userId && !mayDo(me.role, 'recall-others')) throw new AppError('places/not-yours');
  await removeOwnPlace(paiId, id);
}
