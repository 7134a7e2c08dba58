import type { Challenge } from '@shared/wire/challenge';
import { AppError } from '../../errors';
import { dateAt, now, nowMs } from '../../infra/clock';
import { accessJoined, type ChallengeAccess } from '../access';
import { openBook, zoneAt, type Book } from '../book';
import { moveTo } from '../join';
import type { ChallengeDoc } from '../model';
import { creditsOf } from './credits';
import type { ReminderDoc, ReminderItem } from './model';
import { scheduled, withItems } from './plan';
import { openBooks } from './sweep';
import { findReminders, replaceReminders } from './store';
import { dayToTell, nextAt } from './times';

/** Each try that fails is another change of the same person's. */
const TRIES = 50;

async function change(userId: string, items: (doc: ReminderDoc) => Promise<ReminderItem[]>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const known = await findReminders(userId);
    const doc = known ?? { _id: userId, items: [], rev: 1 };
    if (await replaceReminders(withItems(doc, await items(doc)), known === null)) return;
  }
  throw new AppError('service/unavailable');
}

export interface Wish {
  /** `HH:MM`; null: no reminder. */
  at: string | null;
  zone: string;
  calendar?: boolean | undefined;
}

/** What there was before a card set it; told again, still before the first time. */
const undoOf = (known: ReminderItem | undefined, cardId: string): ReminderItem['undo'] => (known?.undo?.cardId === cardId ? known.undo : { cardId, at: known?.at ?? null });

/** Sets when a member is reminded of a challenge, by their own clock; `cardId`: of the card that says so. Throws `challenge/not-member`, `challenge/zone-unknown`. */
export async function setReminder(userId: string, paiId: string, challengeId: string, { at, zone, calendar }: Wish, cardId?: string): Promise<ChallengeAccess> {
  const access = await moveTo(await accessJoined(userId, paiId, challengeId), userId, zone);
  const book = await openBook(access.doc);
  await change(userId, async ({ items }) => {
    const known = items.find((item) => item.challengeId === challengeId);
    const item = scheduled({ challengeId, paiId, calendar: calendar ?? known?.calendar ?? false, after: now(), ...(at === null ? {} : { at }), ...(cardId === undefined ? {} : { undo: undoOf(known, cardId) }) }, userId, book);
    return [...items.filter((one) => one !== known), item];
  });
  return access;
}

/** Works the times of somebody's reminders out anew: their clock is another one. */
export async function reschedule(userId: string): Promise<void> {
  if (!(await findReminders(userId))) return;
  await change(userId, async (doc) => {
    const books = await openBooks([doc]);
    return doc.items.map((item) => scheduled(item, userId, books.get(item.challengeId)?.book));
  });
}

/** How far ahead the next reminder is looked for. */
const AHEAD = 60;

/** When somebody will be reminded next as things stand; undefined: not within two months. */
function nextOf(book: Book, userId: string, at: string): Date | undefined {
  const sheet = book.sheet(userId);
  if (!sheet) return undefined;
  for (let [instant, days] = [nextAt(at, zoneAt(sheet, nowMs()), nowMs()), 0]; days < AHEAD; days++, instant = nextAt(at, zoneAt(sheet, nowMs()), instant)) {
    if (dayToTell(book, sheet, instant, instant) !== undefined) return dateAt(instant);
  }
  return undefined;
}

/** A member's reminder of a challenge: when, what is left in WeChat, and by which way the next one comes. */
export async function readReminder(doc: ChallengeDoc, userId: string): Promise<Challenge['mine']['reminder']> {
  const [known, credits] = await Promise.all([findReminders(userId), creditsOf(userId)]);
  const item = known?.items.find(({ challengeId }) => challengeId === doc._id);
  const next = item?.at !== undefined && item.dueAt ? nextOf(await openBook(doc), userId, item.at) : undefined;
  return { ...(item?.at === undefined ? {} : { at: item.at }), credits, calendar: item?.calendar ?? false, ...(next ? { next: { at: next.toISOString(), by: credits > 0 ? ('wechat' as const) : ('app' as const) } } : {}) };
}
