import type { Recap } from '@shared/wire/recap';
import { savePicture as save } from '../share/send';
import { INK, measurer, panel, write, type Pen } from '../share/pen';
import { openSurface } from '../share/surface';
import { toast } from '@/ui/toast';
import { heads } from './act';
import { blocksOf, type Block } from './pieces';
import { recapT } from './words';

const WIDTH = 375;
const SCALE = 3;
const MARGIN = 20;
const LINE = 24;
const SIZE = 14;
/* The visible label is not smaller than a twentieth of the short side. */
const LABEL = 19;
const HIGHEST = 4000;

/** A text in lines no wider than the card. */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines = [''];
  for (const sign of Array.from(text)) {
    const line = lines[lines.length - 1] as string;
    if (line !== '' && measure(line + sign) > width) lines.push(sign.trimStart());
    else lines[lines.length - 1] = line + sign;
  }
  return lines;
}

interface Laid {
  title: string;
  lines: string[];
}

const layOut = (pen: Pen, blocks: readonly Block[]): Laid[] => {
  const measure = measurer(pen);
  return blocks.map(({ title, lines }) => ({ title, lines: lines.flatMap((line) => wrapped(line, WIDTH - 4 * MARGIN, (text) => measure(text, SIZE))) }));
};

const heightOf = ({ lines }: Laid): number => 48 + lines.length * LINE;

function draw(pen: Pen, title: string, laid: readonly Laid[], height: number): void {
  pen.fillStyle = INK.paper;
  pen.fillRect(0, 0, WIDTH, height);
  write(pen, heads().label, MARGIN, 40, { size: LABEL, weight: 600, colour: INK.sun });
  write(pen, title, MARGIN, 70, { size: 18, weight: 600 });
  let y = 88;
  for (const block of laid) {
    panel(pen, MARGIN, y, WIDTH - 2 * MARGIN, heightOf(block), 12, INK.plate);
    write(pen, block.title, 2 * MARGIN, y + 28, { size: 16, weight: 600 });
    block.lines.forEach((line, i) => write(pen, line, 2 * MARGIN, y + 54 + i * LINE, { size: SIZE }));
    y += heightOf(block) + 12;
  }
}

/* The fields of GB 45438-2025; 1: made by AI. */
const metadata = (id: string): string => JSON.stringify({ Label: '1', ContentProducer: '', ProduceID: id, ReservedCode1: '', ContentPropagator: '', PropagateID: '', ReservedCode2: '' });

async function pictureOf(recap: Recap, title: string): Promise<string> {
  const blocks = blocksOf(recap, heads());
  const laid = layOut((await openSurface(WIDTH, 1)).ctx, blocks);
  const height = Math.min(HIGHEST, 88 + laid.reduce((sum, block) => sum + heightOf(block) + 12, 0) + 8);
  const surface = await openSurface(WIDTH * SCALE, height * SCALE);
  surface.ctx.scale(SCALE, SCALE);
  draw(surface.ctx, title, laid, height);
  return surface.file({ keyword: 'AIGC', text: metadata(recap.madeAt) });
}

/** Draws a recap and keeps it as a picture, with the label people see and the one programs read. */
export async function savePicture(recap: Recap, title: string): Promise<void> {
  try {
    await save(await pictureOf(recap, title), 'recap.png');
  } catch {
    toast(recapT('recap.failed'));
  }
}
