import type { OpenToday } from '@shared/wire/challenge';
import { nowMs } from '../infra/clock';
import { listPaisOf } from '../pai';
import { partakerOf } from './access';
import { openBook } from './book';
import type { ChallengeDoc } from './model';
import { remindedAt } from './reminderPort';
import { listChallengesOf } from './store';
import { buttonOf } from './today';

type Open = OpenToday['open'][number];

async function openOf(userId: string, doc: ChallengeDoc, at: number): Promise<Open[]> {
  const book = await openBook(doc);
  const sheet = partakerOf(doc, userId) && book.sheet(userId);
  if (!sheet) return [];
  const { button, today, closesAt } = buttonOf(book, sheet, at);
  if (button !== 'ready' && button !== 'rejected') return [];
  const { rules } = doc.changes.findLast(({ from }) => from <= today) ?? doc;
  const told = await remindedAt(userId, doc._id, today);
  return [{ paiId: doc.paiId, challengeId: doc._id, title: rules.title, ...(closesAt === undefined ? {} : { closesAt }), ...(told ? { remindedAt: told.toISOString() } : {}) }];
}

/** What somebody can still check in to today, in all their pais, what closes first before the rest. */
export async function listOpenToday(userId: string): Promise<Open[]> {
  const pais = new Set((await listPaisOf(userId)).filter(({ dissolveAt }) => !dissolveAt).map(({ _id }) => _id));
  const docs = (await listChallengesOf(userId)).filter((doc) => doc.slot !== undefined && pais.has(doc.paiId));
  const open = await Promise.all(docs.map((doc) => openOf(userId, doc, nowMs())));
  return open.flat().sort((a, b) => ((a.closesAt ?? '~') < (b.closesAt ?? '~') ? -1 : 1));
}
