import { DAY, MINUTE, dayText } from '@shared/domain/civil';
import { dateAt } from '../../infra/clock';
import { partakerOf } from '../access';
import { zoneAt, type Book } from '../book';
import { isOver } from '../create';
import type { ReminderDoc, ReminderItem } from './model';
import { dayToTell, lastAt, nextAt } from './times';
import type { Due } from './words';

/** What falls due within this after the first is said with it. */
const TOGETHER = 15 * MINUTE;

/** Books by challenge. `isStill`: its pai is dissolved, and as long as it is nothing is said. */
export type Books = ReadonlyMap<string, { book: Book; isStill: boolean }>;

/** What is to be said to one person, and how their reminders are left then. */
export interface Plan {
  doc: ReminderDoc;
  dues: Due[];
  after: ReminderItem[];
}

/** The same reminders with the times that follow from their items; who holds them goes on holding them. */
export function withItems({ dueAt: _due, wakeAt, ...doc }: ReminderDoc, items: ReminderItem[]): ReminderDoc {
  const dueAt = items.flatMap((item) => item.dueAt ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
  const wake = doc.holder === undefined ? dueAt : wakeAt;
  return { ...doc, items, ...(dueAt ? { dueAt } : {}), ...(wake ? { wakeAt: wake } : {}) };
}

/** An item with its next time after `after` by the zone the member is in; with none where there is nothing to come. */
export function scheduled({ dueAt: _due, ...item }: ReminderItem, userId: string, book: Book | undefined): ReminderItem {
  const sheet = book?.sheet(userId);
  const isEnded = !book || book.doc.closedAt || isOver(book.doc, item.after.getTime());
  if (item.at === undefined || !sheet || isEnded) return item;
  const after = item.after.getTime();
  return { ...item, dueAt: dateAt(nextAt(item.at, zoneAt(sheet, after), after)) };
}

function rulesOn({ doc }: Book, day: string): { title: string; window?: unknown } {
  return doc.changes.findLast(({ from }) => from <= day)?.rules ?? doc.rules;
}

/** What one item has to say up to `until`: at most one thing, the latest, and nothing twice about one day. */
function dueOf(item: ReminderItem, userId: string, book: Book, until: number, now: number): Due | undefined {
  const sheet = partakerOf(book.doc, userId) && book.sheet(userId);
  if (!sheet || item.at === undefined || book.closed) return undefined;
  const dueAt = lastAt(item.at, zoneAt(sheet, now), until);
  if (dueAt <= item.after.getTime()) return undefined;
  const day = dayToTell(book, sheet, dueAt, now);
  if (day === undefined || dayText(day) === item.toldFor) return undefined;
  const { title, window } = rulesOn(book, dayText(day));
  const closes = window ? { closesWall: day * DAY + book.ledger.plan.on(day).span.to } : {};
  return { challengeId: item.challengeId, paiId: item.paiId, title, day, dueAt, dueWall: book.wall(sheet, dueAt), ...closes };
}

/** Works out what a person is told now: all that is due, and what would be within a quarter of an hour, in one. */
export function planOf(doc: ReminderDoc, books: Books, now: number): Plan {
  const dueBy = (item: ReminderItem, until: number): Due | undefined => {
    const known = books.get(item.challengeId);
    return known && !known.isStill ? dueOf(item, doc._id, known.book, until, now) : undefined;
  };
  const isAnyDue = doc.items.some((item) => dueBy(item, now));
  const until = isAnyDue ? Math.max(now, (doc.dueAt?.getTime() ?? now) + TOGETHER - 1) : now;
  const dues: Due[] = [];
  const after = doc.items.flatMap((item): ReminderItem[] => {
    const known = books.get(item.challengeId);
    if (!known) return [];
    const due = dueBy(item, until);
    if (due) dues.push(due);
    const passed = Math.max(now, due?.dueAt ?? 0, item.after.getTime());
    return [scheduled({ ...item, after: dateAt(passed), ...(due ? { toldFor: dayText(due.day) } : {}) }, doc._id, known.book)];
  });
  return { doc, dues: dues.sort((a, b) => a.dueAt - b.dueAt), after };
}
