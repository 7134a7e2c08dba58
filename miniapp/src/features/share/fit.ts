import { graphemes } from '@shared/domain/text';

/** Width of a text in the units of the drawing, at a font size. */
export type Measure = (text: string, size: number) => number;

/** Cuts a text to a width, the last sign an ellipsis when something was cut. */
export function cutTo(text: string, size: number, width: number, measure: Measure): string {
  if (measure(text, size) <= width) return text;
  const signs = graphemes(text);
  while (signs.length > 0 && measure(signs.join('') + '…', size) > width) signs.pop();
  return signs.join('').trimEnd() + '…';
}

/** The largest size up to `size` at which a text is no wider than `width`. */
export function sizeToFit(text: string, size: number, width: number, measure: Measure): number {
  const wide = measure(text, size);
  return wide <= width ? size : Math.max(1, Math.floor((size * width) / wide));
}

/** The middle square of a picture: where it starts and how long its side is. */
export function middleSquare(width: number, height: number): { x: number; y: number; side: number } {
  const side = Math.min(width, height);
  return { x: (width - side) / 2, y: (height - side) / 2, side };
}

const LARGE = 46;
const SMALL = 36;
/** A name in the smaller size is cut after so many signs, ellipsis included. */
const SMALL_SIGNS = 8;

/** How a pai's name stands on the card: large if it fits, else smaller and cut, so that it never meets the table. */
export function fitName(name: string, width: number, measure: Measure): { text: string; size: number } {
  if (measure(name, LARGE) <= width) return { text: name, size: LARGE };
  if (measure(name, SMALL) <= width) return { text: name, size: SMALL };
  const signs = graphemes(name);
  const wide = measure(name, SMALL) / signs.length > SMALL * 0.8;
  const short = wide && signs.length > SMALL_SIGNS ? signs.slice(0, SMALL_SIGNS - 1).join('') + '…' : name;
  return { text: cutTo(short, SMALL, width, measure), size: SMALL };
}

/** 48291536 → 4829 1536 */
export const spacedNumber = (number: string): string => number.replace(/^(\d{4})(\d{4})$/, '$1 $2');
