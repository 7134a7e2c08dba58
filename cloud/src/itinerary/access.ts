import { mayDo } from '@shared/domain/role';
import { AppError } from '../errors';
import { findUser } from '../account';
import { accessPai, memberOf, type Access, type PaiDoc } from '../pai';
import type { ByDoc, ItineraryDoc } from './model';
import { findItinerary } from './store';

export interface ItineraryAccess extends Access {
  doc: ItineraryDoc;
}

/** An itinerary of a pai one is in. Throws `pai/…`, `itinerary/not-found`. */
export async function accessItinerary(userId: string, paiId: string, id: string): Promise<ItineraryAccess> {
  const access = await accessPai(userId, paiId);
  const doc = await findItinerary(paiId, id);
  if (!doc) throw new AppError('itinerary/not-found');
  return { ...access, doc };
}

/** The owner and admins look after what others wrote. */
export const isKeeper = ({ me }: Access): boolean => mayDo(me.role, 'recall-others');

/** Who travels: those named who are still in the pai, or everybody. */
export const partyOf = (pai: PaiDoc, { party }: Pick<ItineraryDoc, 'party'>): string[] => (party ? party.filter((id) => memberOf(pai, id)) : pai.members.map(({ userId }) => userId));

export const byOf = async (userId: string): Promise<ByDoc> => ({ id: userId, name: (await findUser(userId))?.nickname ?? '', kind: 'user' });
