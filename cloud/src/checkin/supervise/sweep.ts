import { SECOND, dateAt, now, nowMs } from '../../infra/clock';
import { newId } from '../../infra/ids';
import { listPaisById } from '../../pai';
import { openBook } from '../book';
import { deliver } from './deliver';
import type { ReminderDoc, ReminderItem } from './model';
import { planOf, scheduled, withItems, type Books, type Plan } from './plan';
import { holdReminders, listChallengesById, listHeld, listWaking, releaseReminders } from './store';

/** People a worker takes at a time. */
const BATCH = 50;
/** People it chooses from, so that several workers seldom reach for the same ones. */
const CHOICE = 1000;
/** How long a worker may take for its people before another one looks after them. */
const HOLD = 20 * SECOND;
/** After this it sends nothing more: another one may have begun. */
const SENDING = 12 * SECOND;
const TRIES = 5;

/** The books of the challenges some people are reminded of. */
export async function openBooks(docs: readonly ReminderDoc[]): Promise<Books> {
  const ids = [...new Set(docs.flatMap(({ items }) => items.map(({ challengeId }) => challengeId)))];
  const challenges = await listChallengesById(ids);
  const pais = await listPaisById([...new Set(challenges.map(({ paiId }) => paiId))]);
  const still = new Set(pais.filter(({ dissolveAt }) => dissolveAt).map(({ _id }) => _id));
  const books = await Promise.all(challenges.map(openBook));
  return new Map(books.map((book) => [book.doc._id, { book, isStill: still.has(book.doc.paiId) }]));
}

const isSame = (a: ReminderItem, b: ReminderItem): boolean => a.challengeId === b.challengeId && a.at === b.at && a.after.getTime() === b.after.getTime();

/** What a person's reminders are after a plan was carried out: what has been set anew in the meantime stays as it was set. */
function leftOf(held: ReminderDoc, { doc, after }: Plan, books: Books): ReminderDoc {
  const items = held.items.flatMap((item): ReminderItem[] => {
    const was = doc.items.find((one) => isSame(one, item));
    if (!was) return [scheduled(item, held._id, books.get(item.challengeId)?.book)];
    return after.filter(({ challengeId }) => challengeId === item.challengeId);
  });
  const { holder: _holder, ...rest } = held;
  return withItems(rest, items);
}

async function release(holder: string, plans: readonly Plan[], books: Books): Promise<void> {
  const planned = new Map(plans.map((plan) => [plan.doc._id, plan]));
  for (let tries = 0, held = plans.map(({ doc }) => doc); held.length > 0 && tries < TRIES; tries++) {
    await releaseReminders(holder, held.flatMap((doc) => {
      const plan = planned.get(doc._id);
      return plan ? [leftOf(doc, plan, books)] : [];
    }));
    held = await listHeld(holder);
  }
}

/** Any of them, as many as a worker takes. */
function choose(ids: readonly string[]): string[] {
  const from = Math.floor(Math.random() * Math.max(1, ids.length - BATCH + 1));
  return ids.slice(from, from + BATCH);
}

/**
 * Reminds everybody who is to be reminded by now. What fell due while nothing ran is said by the first sweep, merged and
 * with its time, where its day still asks for it. Any number of workers may do it at once.
 */
export async function sweepReminders(): Promise<void> {
  for (;;) {
    const waking = await listWaking(now(), CHOICE);
    if (waking.length === 0) return;
    const until = nowMs();
    const holder = newId();
    const held = await holdReminders(choose(waking), now(), holder, dateAt(until + HOLD));
    const books = await openBooks(held);
    const plans = held.map((doc) => planOf(doc, books, nowMs()));
    await deliver(plans, until + SENDING);
    await release(holder, plans, books);
  }
}
