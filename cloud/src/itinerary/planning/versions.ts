import type { QueryFilter, UpdateQuery } from 'mongoose';
import { AppError } from '../../errors';
import { now } from '../../infra/clock';
import type { ItineraryDoc, VersionDoc } from '../model';
import { changeItinerary, findVersion, keepVersion } from '../store';

export type NextVersion = Omit<VersionDoc, 'n' | 'at'>;

/**
 * Puts a new version in the place of the one that is there, if that is still the one it was made from; null where it is
 * not. The old one is kept first: who dies in between leaves nothing half done.
 */
export async function follow(doc: ItineraryDoc, next: NextVersion, change: UpdateQuery<ItineraryDoc> = {}, condition: QueryFilter<ItineraryDoc> = {}): Promise<ItineraryDoc | null> {
  const { head } = doc;
  if (head) await keepVersion(doc, head);
  const version: VersionDoc = { ...next, n: (head?.n ?? 0) + 1, at: now() };
  return changeItinerary(doc._id, { ...change, $set: { ...change.$set, head: version }, $unset: { ...change.$unset, decided: 1, failed: 1 } }, now(), { ...condition, ...(head ? { 'head.n': head.n } : { head: { $exists: false } }) });
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
  if (!version) throw new AppError('itinerary/version-unknown', { params: { version: n } });
  return version;
}

/** Throws `itinerary/changed-meanwhile` where somebody looked at another version than there is. */
export function requireVersion(doc: ItineraryDoc, seen: number): VersionDoc {
  const head = headOf(doc);
  if (head.n !== seen) throw new AppError('itinerary/changed-meanwhile', { field: 'version', params: { version: head.n } });
  return head;
}
