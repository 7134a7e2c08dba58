import type { Locale } from '@shared/wire/errors';
import type { Itinerary } from '@shared/wire/itinerary';
import { SECOND } from '../../infra/clock';
import { inThread } from '../../infra/thread';
import { chineseFont } from './fonts';
import type { PdfWork } from './pdf';

const MOST_MS = 30 * SECOND;

/* The bundle has the thread beside it. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './itinerary/export/thread.js', import.meta.url);

/** The plan as PDF, made in a thread of its own. Throws `export/no-font`. */
export async function toPdf(itinerary: Itinerary, locale: Locale): Promise<Buffer> {
  const work: PdfWork = { itinerary, locale, font: await chineseFont() };
  return Buffer.from((await inThread(THREAD, work, { mostMs: MOST_MS })) as Uint8Array);
}
