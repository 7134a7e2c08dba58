import { t } from '@/i18n';
import { loadFaces, type ShareContent } from './content';
import { drawLogo, drawTable } from './draw';
import { cutTo, spacedNumber } from './fit';
import { INK, measurer, panel, write } from './pen';
import { qrRows, RIM } from './qr';
import { openSurface, type Surface } from './surface';

const WIDTH = 375;
const HEIGHT = 520;
const SCALE = 3;

export interface PosterCode {
  /** A mini-program code as a picture. */
  picture?: string | undefined;
  /** The address for a QR code, when there is no picture. */
  url: string;
}

function drawQr(pen: Surface['ctx'], url: string, x: number, y: number, side: number): void {
  const rows = qrRows(url);
  const unit = side / (rows.length + 2 * RIM);
  pen.fillStyle = '#000';
  rows.forEach((row, j) => row.forEach((dark, i) => dark && pen.fillRect(x + (i + RIM) * unit, y + (j + RIM) * unit, unit + 0.2, unit + 0.2)));
}

/** Draws the poster of an invitation, to be saved. Returns a file. */
export async function drawPoster(content: ShareContent, number: string, code: PosterCode): Promise<string> {
  const surface = await openSurface(WIDTH * SCALE, HEIGHT * SCALE);
  const pen = surface.ctx;
  const faces = await loadFaces(surface, content.people);
  const picture = code.picture === undefined ? undefined : await surface.image(code.picture);
  pen.scale(SCALE, SCALE);
  pen.fillStyle = INK.paper;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  drawLogo(pen, 24, 22, 26);
  write(pen, t('common.app'), 56, 42, { size: 18, weight: 600 });
  drawTable(pen, (WIDTH - 216) / 2, 50, 216, { people: content.people, total: content.total, seat: t('invite.come'), faces });
  write(pen, cutTo(content.name, 24, WIDTH - 48, measurer(pen, 600)), WIDTH / 2, 304, { size: 24, weight: 600, align: 'center' });
  const line = t('share.posterLine', { n: content.total, rule: content.rule });
  write(pen, cutTo(line, 14, WIDTH - 48, measurer(pen)), WIDTH / 2, 330, { size: 14, colour: INK.sun, align: 'center' });
  panel(pen, 24, 352, WIDTH - 48, 144, 16, '#FFFFFF');
  if (picture) pen.drawImage(picture, 38, 366, 116, 116);
  else drawQr(pen, code.url, 38, 366, 116);
  write(pen, t('invite.number'), 172, 402, { size: 13, colour: INK.soft });
  write(pen, spacedNumber(number), 172, 432, { size: 24, weight: 600 });
  write(pen, cutTo(picture ? t('invite.scanWechat') : t('invite.scan'), 12, WIDTH - 24 - 172 - 8, measurer(pen)), 172, 456, { size: 12, colour: INK.soft });
  return surface.file();
}
