import type { z } from 'zod';
import { editTrip } from '@shared/domain/itinerary/edit';
import type { Edit, EditBody, Place, UndoBody } from '@shared/wire/itinerary';
import { AppError } from '../../errors';
import { newId } from '../../infra/ids';
import { requireVoice } from '../../message';
import { requireHarmless } from '../../safety';
import { accessItinerary, byOf, type ItineraryAccess } from '../access';
import { typedOf } from '../board/standing';
import { listWishes } from '../board/store';
import { frameOf } from '../frame';
import { placesIn } from '../ground';
import type { ItineraryDoc, VersionDoc, WishDoc } from '../model';
import { tellChanged } from '../news';
import { findItineraryById } from '../store';
import { tripOf } from './input';
import { countFails, findingsOf } from './measure';
import { accessOpenPlan, changedMeanwhile, follow, headOf, versionAt, type NextVersion } from './versions';

type PlanAccess = ItineraryAccess & { head: VersionDoc };

/** Makes a version the newest, where none has come meanwhile, and lets the pai know. Throws `itinerary/changed-meanwhile`. */
export async function put<A extends Pick<ItineraryAccess, 'pai' | 'doc'>>(access: A, next: NextVersion, change: Parameters<typeof follow>[2] = {}): Promise<A> {
  const doc = await follow(access.doc, next, change, { order: { $exists: false } });
  if (!doc) throw changedMeanwhile((await findItineraryById(access.doc._id))?.head?.n ?? 0);
  tellChanged(access.pai, doc);
  return { ...access, doc };
}

/** Places the plan goes to, and those the edits bring in. Facts of those that were in it stay as they were then. */
async function groundOf({ pai, doc, head }: PlanAccess, edits: readonly Edit[], wishes: readonly WishDoc[]): Promise<Place[]> {
  const known = new Set(head.places.map(({ id }) => id));
  const wanted = edits.flatMap((edit) => ('placeId' in edit && !known.has(edit.placeId) ? [edit.placeId] : []));
  if (wanted.length === 0) return head.places;
  const found = await placesIn(pai._id, frameOf(doc, typedOf(wishes)).city ?? '');
  return [...head.places, ...found.filter(({ id }) => wanted.includes(id))];
}

/** Names of the stops that were touched. */
function touched(edits: readonly Edit[], { days }: Pick<VersionDoc, 'days'>, places: readonly Place[]): string[] {
  const stops = days.flatMap(({ items }) => items);
  const ids = edits.map((edit) => ('placeId' in edit ? edit.placeId : stops.find(({ id }) => id === edit.itemId)?.placeId));
  return [...new Set(ids.flatMap((id) => places.find((place) => place.id === id)?.name ?? []))].slice(0, 3);
}

/** The version a plan is after some edits. Throws `itinerary/stop-unknown`, `itinerary/place-unknown`, `itinerary/edit-impossible`, naming the edit. */
export async function edited(access: PlanAccess, edits: readonly Edit[]): Promise<Omit<NextVersion, 'by' | 'what'> & { names: string[] }> {
  const { pai, doc, head } = access;
  const wishes = await listWishes(doc._id);
  const places = await groundOf(access, edits, wishes);
  const result = editTrip(tripOf(pai, doc, wishes, { ...head, places }), edits, newId);
  if ('error' in result) {
    const code = { 'no-such-item': 'itinerary/stop-unknown', 'no-such-place': 'itinerary/place-unknown' } as const;
    throw new AppError(result.error in code ? code[result.error as keyof typeof code] : 'itinerary/edit-impossible', { field: result.field });
  }
  const { plan } = result.trip;
  const used = new Set(plan.days.flatMap(({ items }) => items.map(({ placeId }) => placeId)));
  return { days: plan.days, cost: plan.cost, party: head.party, aiMade: head.aiMade, places: places.filter(({ id }) => used.has(id)), unmet: head.unmet, failing: countFails(result.findings), names: touched(edits, head, places) };
}

/** Notes are words for others. Throws `member/…`, `text/unsafe`. */
async function acceptNotes(access: ItineraryAccess, edits: readonly Edit[]): Promise<void> {
  requireVoice(access);
  for (const [i, edit] of edits.entries()) if (edit.do === 'note') await requireHarmless(edit.note, `edits.${i}.note`);
}

/** Changes the plan by hand; it is counted anew and checked at once. Throws `itinerary/…`. */
export async function editPlan(userId: string, paiId: string, id: string, { version, edits }: z.infer<typeof EditBody>): Promise<ItineraryAccess> {
  const access = await accessOpenPlan(userId, paiId, id, version);
  if (edits.some((edit) => edit.do === 'note')) await acceptNotes(access, edits);
  const { names, ...next } = await edited(access, edits);
  return put(access, { ...next, by: await byOf(userId), what: { code: 'edited', with: names } });
}

async function failsOf({ pai, doc }: ItineraryAccess, version: VersionDoc): Promise<number> {
  return countFails(findingsOf(pai, doc, await listWishes(doc._id), version));
}

const openFor = (doc: ItineraryDoc): ItineraryDoc => {
  if (doc.order) throw new AppError('itinerary/being-planned');
  if (doc.decided) throw new AppError('itinerary/decided');
  return doc;
};

/** Goes back: a new version that is as an old one was. Throws `itinerary/version-unknown`. */
export async function undoTo(userId: string, paiId: string, id: string, { to }: z.infer<typeof UndoBody>): Promise<ItineraryAccess> {
  const access = await accessItinerary(userId, paiId, id);
  headOf(openFor(access.doc));
  const old = await versionAt(access.doc, to);
  const { days, cost, party, aiMade, places, unmet } = old;
  return put(access, { days, cost, party, aiMade, places, unmet, failing: await failsOf(access, old), by: await byOf(userId), what: { code: 'undone', with: [String(to)] } });
}
