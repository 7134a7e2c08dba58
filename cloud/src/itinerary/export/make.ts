import { toGpx } from '@shared/domain/itinerary/export/gpx';
import { toIcs } from '@shared/domain/itinerary/export/ics';
import type { Locale } from '@shared/wire/errors';
import type { EXPORT_FORMATS, Itinerary } from '@shared/wire/itinerary';
import { AppError } from '../../errors';
import { accessItinerary, type ItineraryAccess } from '../access';
import { bookOf } from '../expenses/expenses';
import { namesOf, presentItinerary } from '../present';
import { expensesCsv, planCsv } from './csv';
import { toPdf } from './paper';
import { toPng } from './picture';

export type Format = (typeof EXPORT_FORMATS)[number];

export interface Export {
  body: Buffer | string;
  type: string;
  /** Name to save it under. */
  name: string;
  aiMade: boolean;
}

type Make = (itinerary: Itinerary, locale: Locale) => Buffer | string | Promise<Buffer | string>;

function calendar(itinerary: Itinerary, locale: Locale): string {
  const text = toIcs(itinerary, itinerary.zone, locale);
  if (text === null) throw new AppError('export/no-date', { field: 'startOn' });
  return text;
}

const PLANS: Record<Exclude<Format, 'expenses'>, { type: string; make: Make }> = {
  ics: { type: 'text/calendar; charset=utf-8', make: calendar },
  gpx: { type: 'application/gpx+xml; charset=utf-8', make: toGpx },
  csv: { type: 'text/csv; charset=utf-8', make: planCsv },
  png: { type: 'image/png', make: toPng },
  pdf: { type: 'application/pdf', make: toPdf },
};

async function expenses(access: ItineraryAccess, locale: Locale): Promise<Export> {
  const book = await bookOf(access);
  const names = await namesOf(book.expenses.flatMap(({ payer, for: shared }) => [payer, ...shared]));
  return { body: expensesCsv(book, names, locale), type: 'text/csv; charset=utf-8', name: `${access.doc.title} ${locale === 'zh' ? '账单' : 'expenses'}.csv`, aiMade: false };
}

/** An itinerary as a file, for somebody in its pai. Throws `pai/…`, `itinerary/not-found`, `itinerary/no-plan`, `export/…`. */
export async function makeExport(userId: string, paiId: string, id: string, format: Format, locale: Locale): Promise<Export> {
  const access = await accessItinerary(userId, paiId, id);
  if (format === 'expenses') return expenses(access, locale);
  const itinerary = await presentItinerary({ ...access, locale }, access.doc);
  if (!itinerary.plan) throw new AppError('itinerary/no-plan');
  const { type, make } = PLANS[format];
  return { body: await make(itinerary, locale), type, name: `${itinerary.title}.${format}`, aiMade: itinerary.plan.aiMade };
}
