import sharp from 'sharp';
import { AI_LABEL, aigcOf, datesOf } from '@shared/domain/itinerary/export/sheet';
import { xml } from '@shared/domain/itinerary/export/lines';
import { graphemes } from '@shared/domain/text';
import type { Locale } from '@shared/wire/errors';
import type { Itinerary, PlanItem } from '@shared/wire/itinerary';
import { chineseFont } from './fonts';
import { WORDS, costText, dayTitle, findings, legText, sources, summary, whoText } from './words';

/** Pixels. */
const WIDTH = 750;
const MARGIN = 40;
const NAME_AT = 200;
const COST_WIDTH = 110;
const LABEL_WIDTH = 140;
const TEXT = '#1a1a1a';
const SOFT = '#6b6b6b';
const FAMILIES = "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif";
/** Notes below the plan; more of them are told by their number. */
const MOST_NOTES = 12;

/** Roughly how wide a character is, in parts of its size: full for Chinese and emoji, rather more than half for Latin. */
const widthOf = (cluster: string): number => ((cluster.codePointAt(0) ?? 0) < 0x2e80 ? 0.6 : 1);

/** A text as what fits and the rest. */
function cut(text: string, width: number, size: number): [fits: string, rest: string] {
  const clusters = graphemes(text);
  let used = 0;
  const end = clusters.findIndex((cluster) => (used += widthOf(cluster) * size) > width);
  return end < 0 ? [text, ''] : [clusters.slice(0, end).join(''), clusters.slice(end).join('')];
}

/** As much of a text as fits, with an ellipsis where it was cut. */
function fit(text: string, width: number, size: number): string {
  return cut(text, width, size)[1] === '' ? text : `${cut(text, width - size, size)[0]}…`;
}

/** Texts placed one under the other. */
class Sheet {
  private readonly marks: string[] = [];
  y = MARGIN;

  text(text: string, x: number, size: number, color: string, { width = WIDTH - MARGIN - x, end = false } = {}): void {
    if (text === '') return;
    this.marks.push(`<text x="${x}" y="${this.y + size}" font-size="${size}" fill="${color}"${end ? ' text-anchor="end"' : ''}>${xml(fit(text, width, size))}</text>`);
  }

  line(): void {
    this.marks.push(`<path d="M${MARGIN} ${this.y}H${WIDTH - MARGIN}" stroke="#e5e5e5"/>`);
  }

  svg(): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${this.y + MARGIN}" font-family="${FAMILIES}"><rect width="100%" height="100%" fill="#fff"/>${this.marks.join('')}</svg>`;
  }
}

function drawStop(sheet: Sheet, item: PlanItem, itinerary: Itinerary, locale: Locale): void {
  const place = itinerary.places.find(({ id }) => id === item.placeId);
  sheet.text(`${item.from}–${item.to}`, MARGIN, 24, TEXT);
  sheet.text(place?.name ?? item.placeId, NAME_AT, 26, TEXT, { width: WIDTH - NAME_AT - MARGIN - COST_WIDTH });
  sheet.text(costText(item, place, locale), WIDTH - MARGIN, 24, TEXT, { width: COST_WIDTH, end: true });
  sheet.y += 36;
  sheet.text([WORDS[locale].kinds[item.kind], legText(item, locale), whoText(item, itinerary), item.note].filter(Boolean).join(' · '), NAME_AT, 20, SOFT);
  sheet.y += 44;
}

function drawNotes(sheet: Sheet, itinerary: Itinerary, locale: Locale): void {
  const found = findings(itinerary);
  const over = found.length - MOST_NOTES;
  const notes = [...found.slice(0, MOST_NOTES), ...(over > 0 ? [WORDS[locale].open(over)] : []), ...sources(itinerary, locale)];
  sheet.y += 12;
  sheet.line();
  sheet.y += 16;
  for (const note of notes) {
    sheet.text(note, MARGIN, 18, SOFT);
    sheet.y += 28;
  }
}

/** The drawing the picture is made of. */
export function draw(itinerary: Itinerary, locale: Locale): string {
  const sheet = new Sheet();
  const label = itinerary.plan?.aiMade ? AI_LABEL[locale] : '';
  sheet.text(label, WIDTH - MARGIN, 22, SOFT, { width: LABEL_WIDTH, end: true });
  const [first, rest] = cut(itinerary.title, WIDTH - 2 * MARGIN - LABEL_WIDTH, 40);
  for (const line of [first, rest].filter(Boolean)) {
    sheet.text(line, MARGIN, 40, TEXT);
    sheet.y += 56;
  }
  sheet.text(summary(itinerary, locale), MARGIN, 24, SOFT);
  sheet.y += 56;
  const dates = datesOf(itinerary);
  itinerary.plan?.days.forEach(({ items }, day) => {
    sheet.text(dayTitle(day, dates[day] ?? null, locale), MARGIN, 30, TEXT);
    sheet.y += 56;
    for (const item of items) drawStop(sheet, item, itinerary, locale);
    sheet.y += 12;
  });
  drawNotes(sheet, itinerary, locale);
  return sheet.svg();
}

/** The plan as PNG. Labelled in sight and, for programs, in its EXIF description where an AI made it. Throws `export/no-font`. */
export async function toPng(itinerary: Itinerary, locale: Locale): Promise<Buffer> {
  await chineseFont();
  const picture = sharp(Buffer.from(draw(itinerary, locale)));
  const labelled = itinerary.plan?.aiMade ? picture.withExif({ IFD0: { ImageDescription: aigcOf(itinerary) } }) : picture;
  return labelled.png().toBuffer();
}
