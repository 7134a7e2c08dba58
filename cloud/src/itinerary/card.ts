import { cleanLine, ellipsize } from '@shared/domain/text';
import { parseDay } from '@shared/domain/civil';
import { LIMITS } from '@shared/domain/limits';
import type { CardRow, ItineraryContent, ItineraryEditContent } from '@shared/wire/card';
import { listUsers } from '../account';
import { AppError } from '../errors';
import { accessPai, findPai, memberOf, type PaiDoc } from '../pai';
import { byOf } from './access';
import { readTalk } from './board/read';
import { standingOf } from './board/standing';
import { listWishes, removeWishes } from './board/store';
import { startItinerary } from './create';
import { frameOf } from './frame';
import { tellChanged } from './news';
import { edited, put } from './planning/change';
import { placeOrder } from './planning/order';
import { accessOpenPlan, changedMeanwhile, versionAt } from './planning/versions';
import { findItinerary, isCardOfVersion, removeItinerary } from './store';

/** What a card would begin, as it is kept. Throws `itinerary/…`. */
export function acceptTrip(pai: PaiDoc, { title, city, party, startOn, ...rest }: ItineraryContent): ItineraryContent {
  if (startOn !== undefined && parseDay(startOn) === null) throw new AppError('itinerary/day-unknown', { field: 'startOn' });
  const named = cleanLine(title);
  if (named === '') throw new AppError('itinerary/empty', { field: 'title' });
  const members = party?.filter((id) => memberOf(pai, id)) ?? [];
  return { ...rest, title: ellipsize(named, LIMITS.itineraryTitleGraphemes), ...(city === undefined ? {} : { city: cleanLine(city) }), ...(startOn ? { startOn } : {}), ...(members.length > 0 ? { party: members } : {}) };
}

/** What a card shows of a trip. */
export async function rowsOfTrip({ title, city, days, startOn, party }: ItineraryContent): Promise<[CardRow['field'], string][]> {
  const names = party ? (await listUsers(party)).map(({ nickname }) => nickname).join('、') : '';
  const rows: [CardRow['field'], string][] = [['trip', title], ['city', city ?? ''], ['length', days === undefined ? '' : String(days)], ['start', startOn ?? ''], ['party', names]];
  return rows.filter(([, value]) => value !== '');
}

/** Begins the trip of a card and, where enough is known, orders its plan; once however often. Throws `itinerary/too-many`. */
export async function confirmTrip(userId: string, paiId: string, id: string, { id: known, ...frame }: ItineraryContent): Promise<void> {
  if (known !== undefined) return;
  const { pai } = await accessPai(userId, paiId);
  const { doc } = await startItinerary({ id, pai, userId, clientMsgId: `card:${id}`, frame, goesOn: true });
  // not by whether it was there: whoever began it may have gone before its plan was ordered
  if (doc.order || doc.head || doc.failed) return;
  tellChanged(pai, doc);
  const read = (await readTalk(id)) ?? doc;
  const { city, days } = frameOf(read, standingOf(await listWishes(id)));
  if (city !== undefined && days !== undefined) await placeOrder({ pai, doc: read }, await byOf(userId), { head: { $exists: false } });
}

/** Takes the trip of a card away again; what people have made something of is theirs by now. Throws `itinerary/in-use`. */
export async function undoTrip(paiId: string, id: string): Promise<void> {
  const doc = await findItinerary(paiId, id);
  if (!doc) return;
  const isTouched = doc.decided || (doc.head?.n ?? 0) > 1 || (await listWishes(id)).some(({ seq, corrected, removed }) => seq === undefined || corrected || removed);
  if (isTouched) throw new AppError('itinerary/in-use');
  await removeItinerary(id);
  await removeWishes(id);
  const pai = await findPai(paiId);
  if (pai) tellChanged(pai, doc);
}

/** Makes the change of a card, once however often. Throws `itinerary/changed-meanwhile` where the plan is another one by now. */
export async function confirmEdit(userId: string, paiId: string, cardId: string, { id, version, edits }: ItineraryEditContent): Promise<void> {
  const doc = await findItinerary(paiId, id);
  if (doc?.head?.cardId === cardId) return;
  const access = await accessOpenPlan(userId, paiId, id, version);
  const { names, ...next } = await edited(access, edits);
  await put(access, { ...next, by: await byOf(userId), what: { code: 'edited', with: names }, cardId });
}

/** Puts the plan back as it was before the card. Throws `itinerary/changed-meanwhile` where somebody has changed it since. */
export async function undoEdit(paiId: string, cardId: string, { id, version }: ItineraryEditContent): Promise<void> {
  const [doc, pai] = await Promise.all([findItinerary(paiId, id), findPai(paiId)]);
  if (!doc?.head || !pai) return;
  if (doc.head.cardId !== cardId) {
    const isBack = doc.head.what.code === 'undone' && doc.head.what.with?.[0] === String(version);
    if (!isBack && (await isCardOfVersion(id, cardId))) throw changedMeanwhile(doc.head.n);
    return;
  }
  const { n: _n, at: _at, cardId: _card, ...old } = await versionAt(doc, version);
  await put({ pai, doc }, { ...old, by: doc.head.by, what: { code: 'undone', with: [String(version)] } });
}
