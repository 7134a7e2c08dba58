import type { z } from 'zod';
import type { DecideBody } from '@shared/wire/itinerary';
import type { Locale } from '@shared/wire/errors';
import { AppError } from '../../errors';
import { now } from '../../infra/clock';
import { accessItinerary, byOf, type ItineraryAccess } from '../access';
import { assess } from '../assess';
import { listWishes } from '../board/store';
import { tellChanged } from '../news';
import { namesOf } from '../present';
import { changeItinerary } from '../store';
import { accessPlan, changedMeanwhile } from './versions';

/** Settles on a version. With something failing it is asked once, by name. Throws `itinerary/fails-open`, `itinerary/changed-meanwhile`. */
export async function decide(userId: string, paiId: string, id: string, { version, knowing = [] }: z.infer<typeof DecideBody>, locale: Locale): Promise<ItineraryAccess> {
  const access = await accessPlan(userId, paiId, id, version);
  const { pai, doc } = access;
  const names = await namesOf(pai.members.map(({ userId: one }) => one));
  const { checks } = assess({ pai, doc, wishes: await listWishes(id), names, locale });
  const open = [...new Set(checks.filter(({ state, title }) => state === 'fail' && !knowing.includes(title)).map(({ title }) => title))];
  if (open.length > 0) throw new AppError('itinerary/fails-open', { field: 'knowing', params: { names: open.join(locale === 'zh' ? '、' : ', ') } });
  const decided = await changeItinerary(id, { $set: { decided: { version, at: now(), by: await byOf(userId) } }, $unset: { question: 1 } }, now(), { 'head.n': version, order: { $exists: false } });
  if (!decided) throw changedMeanwhile((await accessItinerary(userId, paiId, id)).doc.head?.n ?? 0);
  tellChanged(pai, decided);
  return { ...access, doc: decided };
}

/** Opens it for changes again. */
export async function undecide(userId: string, paiId: string, id: string): Promise<ItineraryAccess> {
  const access = await accessItinerary(userId, paiId, id);
  const doc = await changeItinerary(id, { $unset: { decided: 1 } }, now(), { decided: { $exists: true } });
  if (doc) tellChanged(access.pai, doc);
  return { ...access, doc: doc ?? access.doc };
}
