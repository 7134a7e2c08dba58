import type { Measure } from './fit';
import type { Surface } from './surface';

/* Cards and posters are always light: they are seen in other people's chats. */
export const INK = { paper: '#FFF1DC', text: '#221F1B', soft: '#645E57', sun: '#8A4B08', primary: '#3450B8', plate: '#FFFFFF', plateLine: '#EFE6D8', orange: '#F2A541' } as const;
const FONT = '-apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

export type Pen = Surface['ctx'];
export const fontOf = (size: number, weight: 400 | 600 = 400): string => `${weight} ${size}px ${FONT}`;

export const measurer =
  (pen: Pen, weight: 400 | 600 = 400): Measure =>
  (text, size) => {
    pen.font = fontOf(size, weight);
    return pen.measureText(text).width;
  };

interface TextLook {
  size: number;
  weight?: 400 | 600;
  colour?: string;
  align?: CanvasTextAlign;
}

/** Writes one line; `y` is its baseline. */
export function write(pen: Pen, text: string, x: number, y: number, { size, weight = 400, colour = INK.text, align = 'left' }: TextLook): void {
  pen.font = fontOf(size, weight);
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.textBaseline = 'alphabetic';
  pen.fillText(text, x, y);
}

/** A rectangle with round corners, filled. */
export function panel(pen: Pen, x: number, y: number, width: number, height: number, radius: number, colour: string): void {
  pen.beginPath();
  pen.moveTo(x + radius, y);
  pen.arcTo(x + width, y, x + width, y + height, radius);
  pen.arcTo(x + width, y + height, x, y + height, radius);
  pen.arcTo(x, y + height, x, y, radius);
  pen.arcTo(x, y, x + width, y, radius);
  pen.closePath();
  pen.fillStyle = colour;
  pen.fill();
}
