import { at, pieShape, PIE_COLOURS as C, PULL } from './geometry';

const to = (point: [number, number]): string => point.join(' ');

/* A sector from one direction clockwise to another. */
function sector(from: number, till: number, radius: number, cy: number): string {
  const large = till - from > 180 ? 1 : 0;
  return `M70 ${cy}L${to(at(from, radius, 70, cy))}A${radius} ${radius} 0 ${large} 1 ${to(at(till, radius, 70, cy))}z`;
}

const path = (d: string, fill: string): string => `<path d='${d}' fill='${fill}'/>`;
const strokes = (directions: readonly number[], from: number, till: number, look: string): string =>
  `<path d='${directions.map((angle) => `M${to(at(angle, from))}L${to(at(angle, till))}`).join('')}' ${look} stroke-linecap='round'/>`;
const berry = ([x, y]: [number, number]): string => `<circle cx='${x}' cy='${y}' r='3.6' fill='${C.berry}'/>`;

/** The pie as an SVG of 140 by 140 units, without the plate (its colour follows the theme). */
export function pieSvg(slices: number): string {
  const { half, cuts, middles, notches } = pieShape(slices);
  const from = 90 + half;
  const till = 450 - half;
  const low = 70 + PULL;
  return [
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 140 140'>`,
    path(sector(from, till, 50, 70), C.crust),
    path(sector(from, till, 44, 70), C.filling),
    strokes(cuts, 0, 45, `stroke='${C.cut}' stroke-width='2'`),
    strokes(notches, 45.5, 49, `stroke='${C.notch}' stroke-width='1.6' opacity='.55'`),
    ...middles.map((angle) => berry(at(angle, 28))),
    path(sector(90 - half, 90 + half, 50, low), C.crust),
    path(sector(90 - half, 90 + half, 44, low), C.filling),
    berry(at(90, 28, 70, low)),
    '</svg>',
  ].join('');
}

export const svgUrl = (svg: string): string => `url("data:image/svg+xml,${encodeURIComponent(svg).replace(/'/g, '%27')}")`;
