import PDFDocument from 'pdfkit';
import { AI_LABEL, aigcOf, datesOf } from '@shared/domain/itinerary/export/sheet';
import type { Locale } from '@shared/wire/errors';
import type { Itinerary, PlanItem } from '@shared/wire/itinerary';
import type { Font } from './fonts';
import { WORDS, costText, dayTitle, findings, legText, sources, summary, whoText } from './words';

/** What the thread is given. */
export interface PdfWork {
  itinerary: Itinerary;
  locale: Locale;
  font: Font;
}

const MARGIN = 48;
const TEXT = '#1a1a1a';
const SOFT = '#6b6b6b';
const INDENT = 96;

/** A text font has none of these: they would be empty boxes. */
const plain = (text: string): string => text.replace(/\p{Extended_Pictographic}\uFE0F?(\u200D\p{Extended_Pictographic}\uFE0F?)*|[\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}]/gu, '').trim();

type Doc = InstanceType<typeof PDFDocument>;

const write = (doc: Doc, text: string, size: number, color: string, x = MARGIN): void => void doc.fontSize(size).fillColor(color).text(plain(text), x, doc.y, { width: doc.page.width - MARGIN - x });

function writeStop(doc: Doc, item: PlanItem, itinerary: Itinerary, locale: Locale): void {
  const place = itinerary.places.find(({ id }) => id === item.placeId);
  const height = 44;
  if (doc.y + height > doc.page.height - MARGIN) doc.addPage();
  const top = doc.y;
  doc.fontSize(11).fillColor(TEXT).text(`${item.from}–${item.to}`, MARGIN, top, { width: INDENT - 8 });
  doc.y = top;
  write(doc, [WORDS[locale].kinds[item.kind], place?.name ?? item.placeId, costText(item, place, locale)].join('  '), 11, TEXT, MARGIN + INDENT);
  const more = [legText(item, locale), place?.address, whoText(item, itinerary), item.note].filter(Boolean).join(' · ');
  if (more !== '') write(doc, more, 9, SOFT, MARGIN + INDENT);
  doc.moveDown(0.5);
}

function writeFoot(doc: Doc, { plan }: Itinerary, locale: Locale): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    // below the margin, where a text would otherwise begin a page of its own
    doc.page.margins.bottom = 0;
    const label = [plan?.aiMade ? AI_LABEL[locale] : '', `${page + 1} / ${count}`].filter(Boolean).join('  ');
    doc.fontSize(9).fillColor(SOFT).text(label, MARGIN, doc.page.height - MARGIN + 14, { width: doc.page.width - 2 * MARGIN, align: 'right', lineBreak: false });
  }
}

function writeAll(doc: Doc, itinerary: Itinerary, locale: Locale): void {
  write(doc, itinerary.title, 20, TEXT);
  write(doc, [summary(itinerary, locale), itinerary.plan?.aiMade ? AI_LABEL[locale] : ''].filter(Boolean).join(' · '), 11, SOFT);
  const dates = datesOf(itinerary);
  itinerary.plan?.days.forEach(({ items }, day) => {
    doc.moveDown();
    write(doc, dayTitle(day, dates[day] ?? null, locale), 14, TEXT);
    doc.moveDown(0.4);
    for (const item of items) writeStop(doc, item, itinerary, locale);
  });
  doc.moveDown();
  for (const line of findings(itinerary)) write(doc, line, 9, SOFT);
  for (const line of sources(itinerary, locale)) write(doc, line, 9, SOFT);
  writeFoot(doc, itinerary, locale);
}

/**
 * The plan as PDF, A4, with the part of the font it needs inside. Labelled on each page and, for programs, in its
 * information where an AI made it.
 */
export async function writePdf({ itinerary, locale, font }: PdfWork): Promise<Buffer> {
  const info = { Title: itinerary.title, Producer: 'Pai', Creator: 'Pai', ...(itinerary.plan?.aiMade ? { Keywords: aigcOf(itinerary) } : {}) };
  const doc = new PDFDocument({ size: 'A4', margin: MARGIN, bufferPages: true, font: '', info, lang: locale === 'zh' ? 'zh-CN' : 'en', displayTitle: true });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const ended = new Promise((resolve, reject) => doc.once('end', resolve).once('error', reject));
  if (font.face) doc.font(font.file, font.face);
  else doc.font(font.file);
  writeAll(doc, itinerary, locale);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
