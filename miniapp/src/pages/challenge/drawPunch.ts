import type { Challenge } from '@shared/wire/challenge';
import type { Here } from '@/features/challenge/local';
import { punchT } from '@/features/challenge/words';
import { disc, drawLogo } from '@/features/share/draw';
import { cutTo, sizeToFit } from '@/features/share/fit';
import { INK, measurer, write } from '@/features/share/pen';
import { openSurface } from '@/features/share/surface';
import { t } from '@/i18n';
import { goalShare } from './BigPunch';

const WIDTH = 500;
const HEIGHT = 400;
const SIDE = 32;
const TRACK = '#FFE3BD';

/** Draws what I have done as a 5:4 picture, at twice its size: the day, the row, the pai. Nothing is promised to whoever opens it. Returns a file. */
export async function drawPunch(challenge: Challenge, here: Here, who: { name: string; pai: string }): Promise<string> {
  const surface = await openSurface(WIDTH * 2, HEIGHT * 2);
  const pen = surface.ctx;
  const [x, y, radius] = [WIDTH - SIDE - 96, 146, 88];
  pen.scale(2, 2);
  pen.fillStyle = INK.paper;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  drawLogo(pen, SIDE, 28, 34);
  write(pen, t('common.app'), SIDE + 42, 55, { size: 26, weight: 600 });
  disc(pen, x, y, radius + 5, TRACK);
  pen.beginPath();
  pen.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * goalShare(challenge, here));
  pen.lineWidth = 10;
  pen.lineCap = 'round';
  pen.strokeStyle = INK.orange;
  pen.stroke();
  disc(pen, x, y, radius - 9, INK.paper);
  const plain = measurer(pen, 600);
  const day = punchT('share.day', { n: here.total });
  const size = sizeToFit(day, 36, radius * 1.6, plain);
  write(pen, day, x, y + size * 0.36, { size, weight: 600, align: 'center' });
  write(pen, cutTo(challenge.rules.title, 36, WIDTH - 2 * SIDE, plain), SIDE, 296, { size: 36, weight: 600 });
  write(pen, cutTo(punchT('share.line', { streak: here.streak, total: here.total }), 26, WIDTH - 2 * SIDE, measurer(pen)), SIDE, 336, { size: 26 });
  write(pen, cutTo(punchT('share.by', who), 22, WIDTH - 2 * SIDE, measurer(pen)), SIDE, 372, { size: 22, colour: INK.sun });
  return surface.file();
}
