/** Where things are on the table, in a square whose side is given. Angles in degrees, 0 to the right, 90 down. */
export interface Spot {
  angle: number;
  /** Centre. */
  x: number;
  y: number;
}

export interface Table {
  seat: number;
  pie: number;
  faces: Spot[];
  you: Spot;
}

/** More than this many people sit as one「+n」. */
export const MAX_FACES = 7;

const YOU = 90;
/* Neighbours are never farther apart than this, so that few people sit together opposite the empty seat. */
const WIDEST_STEP = 80;
/* The empty seat keeps this much room on both sides. */
const ELBOW = 40;

const rad = (degrees: number): number => (degrees * Math.PI) / 180;
const round = (n: number): number => Math.round(n * 10) / 10;

/** Angles of `count` seats, spread around the side opposite the empty one; clockwise from its left neighbour. */
export function seatAngles(count: number): number[] {
  if (count <= 0) return [];
  const step = count === 1 ? 0 : Math.min((360 - 2 * ELBOW) / (count - 1), WIDEST_STEP);
  const first = YOU + 180 - (step * (count - 1)) / 2;
  return Array.from({ length: count }, (_, i) => round(first + step * i));
}

/** The table for `count` seats besides the empty one, in a square of `side`. */
export function tableFor(count: number, side: number): Table {
  const seat = Math.round(side * (count > 6 ? 0.19 : 0.205));
  const radius = (side - seat) / 2;
  const spot = (angle: number): Spot => ({ angle, x: round(side / 2 + radius * Math.cos(rad(angle))), y: round(side / 2 + radius * Math.sin(rad(angle))) });
  return { seat, pie: Math.round(side * 0.515), faces: seatAngles(count).map(spot), you: spot(YOU) };
}

/** How many faces to draw of `total` people, and how many the last seat stands for. */
export function seating(faces: number, total: number): { faces: number; more: number } {
  const shown = Math.min(faces, total, MAX_FACES);
  return { faces: shown, more: Math.max(0, total - shown) };
}

/** One slice each and one for the newcomer, as long as a slice stays a slice. */
export const sliceCount = (total: number): number => Math.max(4, Math.min(total + 1, 9));

export interface PieShape {
  /** Half the width of the slice that is pulled out, degrees. */
  half: number;
  /** Directions of the cuts in what is left. */
  cuts: number[];
  /** Directions of the middles of the slices that are left. */
  middles: number[];
  /** Directions of the notches in the crust. */
  notches: number[];
}

/** The drawing of a pie cut into `slices`, the one at the bottom pulled out. */
export function pieShape(slices: number): PieShape {
  const width = 360 / slices;
  const half = width / 2;
  const left = 360 - width;
  const notches = Math.round(left / 12);
  return {
    half,
    cuts: Array.from({ length: slices - 2 }, (_, i) => YOU + half + width * (i + 1)),
    middles: Array.from({ length: slices - 1 }, (_, i) => YOU + width * (i + 1)),
    notches: Array.from({ length: notches }, (_, i) => YOU + half + (left / notches) * (i + 0.5)),
  };
}

/** A point of the 140-unit drawing at `radius` in direction `angle`. */
export const at = (angle: number, radius: number, cx = 70, cy = 70): [number, number] => [round(cx + radius * Math.cos(rad(angle))), round(cy + radius * Math.sin(rad(angle)))];

export const PIE_COLOURS = { crust: '#E59A41', filling: '#FBD28E', cut: '#E9AC5C', notch: '#C97F2A', berry: '#D9694A' } as const;
/** How far the newcomer's slice is pulled out, in units of the 140-unit drawing. */
export const PULL = 9;
