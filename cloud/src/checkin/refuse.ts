import type { Refusal } from '@shared/domain/checkin/types';
import { dayNumber } from '@shared/domain/checkin/plan';
import { AppError } from '../errors';
import type { Book } from './book';
import type { EntryDoc } from './model';

/** The input field a refusal is about. */
const FIELDS: Partial<Record<Refusal, string>> = { future: 'doneAt', 'late-sync': 'doneAt', 'not-missed': 'day', 'too-old': 'day', 'no-cards': 'day', 'bad-day': 'until', 'nothing-to-judge': 'day' };

function paramsOf(book: Book, line: EntryDoc): Record<string, string | number> {
  const { plan } = book.ledger;
  const { rules } = plan.on(line.day === '' ? plan.start : dayNumber(line.day));
  const { window, makeup, start, end } = rules;
  return { start, end: end ?? '', from: window?.from ?? '00:00', to: window?.to ?? '24:00', max: makeup?.maxAgeDays ?? 0, cards: makeup?.cards ?? 0 };
}

/** What the ledger answered, as an error that says why and what to do. */
export function refuse(code: Refusal, book: Book, line: EntryDoc): AppError {
  const field = FIELDS[code];
  return new AppError(`challenge/${code}`, { params: paramsOf(book, line), ...(field ? { field } : {}) });
}
