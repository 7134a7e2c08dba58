import { AI_LABEL, datesOf } from '@shared/domain/itinerary/export/sheet';
import type { Locale } from '@shared/wire/errors';
import type { ExpensesReply, Itinerary } from '@shared/wire/itinerary';
import type { z } from 'zod';
import { GONE } from '../expenses/expenses';
import { WORDS, whoText } from './words';

type Cell = string | number | undefined;

/** Programs that open sheets take these for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, with the mark by which Excel knows UTF-8. */
const sheet = (rows: readonly (readonly Cell[])[]): string => `\uFEFF${rows.map((row) => row.map(written).join(',')).join('\r\n')}\r\n`;

/** The plan, a row a stop; each row says so where an AI made it. */
export function planCsv(itinerary: Itinerary, locale: Locale): string {
  const { plan, places } = itinerary;
  const words = WORDS[locale];
  const dates = datesOf(itinerary);
  const rows = (plan?.days ?? []).flatMap(({ items }, day) =>
    items.map((item): Cell[] => {
      const place = places.find(({ id }) => id === item.placeId);
      const about = place ? [place.lat, place.lon, place.source.name, place.source.on, place.source.verified ? '✓' : words.unverified] : ['', '', '', '', ''];
      return [day + 1, dates[day] ?? '', item.from, item.to, words.kinds[item.kind], place?.name ?? item.placeId, place?.address, item.cost, item.leg && words.means[item.leg.by], item.leg?.minutes, whoText(item, itinerary), item.note, ...about, plan?.aiMade ? AI_LABEL[locale] : ''];
    }),
  );
  return sheet([words.heads, ...rows]);
}

/** Every expense, the removed ones marked, and below them who pays whom to be even. */
export function expensesCsv({ expenses, balances, transfers }: z.infer<typeof ExpensesReply>, names: ReadonlyMap<string, string>, locale: Locale): string {
  const name = (id: string): string => names.get(id) ?? balances.find((one) => one.id === id)?.name ?? GONE;
  const rows = expenses.map((one): Cell[] => [one.title, one.cents / 100, name(one.payer), one.for.map(name).join('、'), one.weights?.join('、'), one.by.name, one.at, one.removedAt]);
  const pays = transfers.map(({ from, to, cents }): Cell[] => [locale === 'zh' ? `${name(from)} 付给 ${name(to)}` : `${name(from)} pays ${name(to)}`, cents / 100]);
  return sheet([WORDS[locale].expenseHeads, ...rows, ...(pays.length > 0 ? [[], ...pays] : [])]);
}
