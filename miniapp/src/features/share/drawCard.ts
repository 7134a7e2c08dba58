import { t } from '@/i18n';
import { loadFaces, type ShareContent } from './content';
import { drawLogo, drawTable } from './draw';
import { INK, measurer, write } from './pen';
import { cutTo, fitName } from './fit';
import { openSurface } from './surface';

const WIDTH = 500;
const HEIGHT = 400;
const LEFT = 32;
const RIGHT = 28;
/* The empty seat begins at 323: the name ends before it. */
const NAME_WIDTH = 288;

/** Draws the 5:4 picture of a share card (look/13), at twice its size. Returns a file. */
export async function drawCard(content: ShareContent): Promise<string> {
  const surface = await openSurface(WIDTH * 2, HEIGHT * 2);
  const pen = surface.ctx;
  const faces = await loadFaces(surface, content.people);
  pen.scale(2, 2);
  pen.fillStyle = INK.paper;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  drawLogo(pen, LEFT, 28, 34);
  write(pen, t('common.app'), LEFT + 42, 55, { size: 26, weight: 600 });
  drawTable(pen, WIDTH - 20 - 256, 10, 256, { people: content.people, total: content.total, seat: t('common.you'), faces });
  const name = fitName(content.name, NAME_WIDTH, measurer(pen, 600));
  write(pen, name.text, LEFT, 290, { size: name.size, weight: 600 });
  const plain = measurer(pen);
  write(pen, cutTo(content.intro, 26, WIDTH - LEFT - RIGHT, plain), LEFT, 332, { size: 26 });
  const room = WIDTH - LEFT - RIGHT - plain(content.rule, 22) - 20;
  write(pen, cutTo(t('share.by', { owner: content.owner, n: content.total }), 22, room, plain), LEFT, 370, { size: 22, colour: INK.sun });
  write(pen, content.rule, WIDTH - RIGHT, 370, { size: 22, colour: INK.sun, align: 'right' });
  return surface.file();
}
