import { config } from '../../config';
import { MINUTE, nowMs } from '../../infra/clock';
import { mac, sameText } from '../../infra/secret';
import { AppError } from '../../errors';
import type { Locale } from '@shared/wire/errors';
import type { Format } from './make';

/** Long enough to open it in another program. */
const LIFE = 30 * MINUTE;

/** What a link lets its holder fetch: on behalf of somebody, who must still have the right when it is opened. */
export interface Ticket {
  paiId: string;
  itineraryId: string;
  format: Format;
  userId: string;
  locale: Locale;
}

const signed = ({ paiId, itineraryId, format, userId, locale }: Ticket, expires: number): string => mac(config().DATA_KEY, 'export-link', [paiId, itineraryId, format, userId, locale, expires].join('/')).slice(0, 22);

/** A link that is good for 30 minutes. Give it only to whom it names. */
export function linkFor(ticket: Ticket): string {
  const expires = Math.floor((nowMs() + LIFE) / 1000);
  const query = new URLSearchParams({ u: ticket.userId, l: ticket.locale, e: String(expires), s: signed(ticket, expires) });
  return `/api/pais/${ticket.paiId}/itineraries/${ticket.itineraryId}/exports/${ticket.format}?${query.toString()}`;
}

/** Throws `export/link` for a link that is wrong or too old. */
export function requireLink(ticket: Ticket, expires: number, signature: string): void {
  if (expires * 1000 <= nowMs() || !sameText(signature, signed(ticket, expires))) throw new AppError('export/link');
}
