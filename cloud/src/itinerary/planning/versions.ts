import type { QueryFilter, UpdateQuery } from 'mongoose';
import { AppError } from '../../errors';
import { now } from '../../infra/clock';
import { accessItinerary, type ItineraryAccess } from '../access';
import type { ItineraryDoc, VersionDoc } from '../model';
import { changeItinerary, findVersion, keepVersion, listVersions } from '../store';

export type NextVersion = Omit<VersionDoc, 'n' | 'at'>;

/** The store would keep what is undefined as null. */
const bare = (days: VersionDoc['days']): VersionDoc['days'] => JSON.parse(JSON.stringify(days)) as VersionDoc['days'];

/**
 * Puts a new version in the place of the one that is there, if that is still the one it was made from; null where it is
 * not. The old one is kept first: who dies in between leaves nothing half done.
 */
export async function follow(doc: ItineraryDoc, next: NextVersion, change: UpdateQuery<ItineraryDoc> = {}, condition: QueryFilter<ItineraryDoc> = {}): Promise<ItineraryDoc | null> {
  const { head } = doc;
  if (head) await keepVersion(doc, head);
  const version: VersionDoc = { ...next, days: bare(next.days), n: (head?.n ?? 0) + 1, at: now() };
  return changeItinerary(doc._id, { ...change, $set: { ...change.$set, head: version }, $unset: { ...change.$unset, failed: 1 } }, now(), { ...condition, ...(head ? { 'head.n': head.n } : { head: { $exists: false } }) });
}

/** The newest version. Throws `itinerary/no-plan`. */
export function headOf({ head }: ItineraryDoc): VersionDoc {
  if (!head) throw new AppError('itinerary/no-plan');
  return head;
}

/** One of the versions there have been. Throws `itinerary/version-unknown`. */
export async function versionAt(doc: ItineraryDoc, n: number): Promise<VersionDoc> {
  if (doc.head?.n === n) return doc.head;
  const version = await findVersion(doc._id, n);
  if (!version || n > (doc.head?.n ?? 0)) throw new AppError('itinerary/version-unknown', { params: { version: n } });
  return version;
}

/** Every version, the newest first. */
export async function listHistory(userId: string, paiId: string, id: string): Promise<VersionDoc[]> {
  const { doc } = await accessItinerary(userId, paiId, id);
  return doc.head ? [doc.head, ...(await listVersions(id)).filter(({ n }) => n < (doc.head?.n ?? 0))] : [];
}

export const changedMeanwhile = (n: number): AppError => new AppError('itinerary/changed-meanwhile', { field: 'version', params: { version: n } });

/** An itinerary whose plan may be changed now, as of the version somebody looked at. Throws `itinerary/no-plan`, `itinerary/being-planned`, `itinerary/changed-meanwhile`. */
export async function accessPlan(userId: string, paiId: string, id: string, seen: number): Promise<ItineraryAccess & { head: VersionDoc }> {
  const access = await accessItinerary(userId, paiId, id);
  const head = headOf(access.doc);
  if (access.doc.order) throw new AppError('itinerary/being-planned');
  if (head.n !== seen) throw changedMeanwhile(head.n);
  return { ...access, head };
}

/** The same where it has not been decided. Throws `itinerary/decided` too. */
export async function accessOpenPlan(userId: string, paiId: string, id: string, seen: number): Promise<ItineraryAccess & { head: VersionDoc }> {
  const access = await accessPlan(userId, paiId, id, seen);
  if (access.doc.decided) throw new AppError('itinerary/decided');
  return access;
}
