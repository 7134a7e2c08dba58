/**
 * Which rows of a long log are drawn. Ends are held by the id of a message, so that rows added in front or behind do not
 * move them; dates and the unread line come and go, and are drawn with the message below them.
 * No `endId` means the live end, which new rows join; no `startId` means a step's worth of rows.
 */
export interface RowWindow {
  startId?: string;
  endId?: string;
}

export interface Range {
  /** First row drawn. */
  start: number;
  /** One past the last row drawn. */
  end: number;
}

interface Identified {
  readonly id: string;
  readonly kind: string;
}

const isFixed = (row: Identified): boolean => row.kind !== 'date' && row.kind !== 'unread';

export const STEP = 40;
const MOST = 160;
/** A target this close to the live end is shown together with it. */
const NEAR_END = 80;

const indexOf = (rows: readonly Identified[], id: string | undefined): number => (id === undefined ? -1 : rows.findIndex((row) => row.id === id));

export function rangeOf(rows: readonly Identified[], window: RowWindow): Range {
  const found = indexOf(rows, window.endId);
  const end = found < 0 ? rows.length : found + 1;
  const held = indexOf(rows, window.startId);
  return { start: withHead(rows, held < 0 || held >= end ? Math.max(0, end - STEP) : held), end };
}

function withHead(rows: readonly Identified[], start: number): number {
  const above = rows[start - 1];
  return above === undefined || isFixed(above) ? start : withHead(rows, start - 1);
}

export function windowOf(rows: readonly Identified[], { start, end }: Range): RowWindow {
  const first = rows.slice(start, end).find(isFixed);
  const last = end < rows.length ? rows.slice(start, end).reverse().find(isFixed) : undefined;
  return { ...(first ? { startId: first.id } : {}), ...(last ? { endId: last.id } : {}) };
}

/** A step further up. Far below, rows are let go of; they come back on the way down. */
export function olderWindow(rows: readonly Identified[], window: RowWindow): RowWindow {
  const { start, end } = rangeOf(rows, window);
  const next = Math.max(0, start - STEP);
  return windowOf(rows, { start: next, end: Math.min(end, next + MOST) });
}

/** A step further down. `most`: how many rows may be drawn; those far above are let go of. */
export function newerWindow(rows: readonly Identified[], window: RowWindow, most = MOST): RowWindow {
  const { start, end } = rangeOf(rows, window);
  const next = Math.min(rows.length, end + STEP);
  return windowOf(rows, { start: Math.max(start, next - most), end: next });
}

/** The rows around one of them. */
export function windowAround(rows: readonly Identified[], index: number): RowWindow {
  const end = rows.length - index <= NEAR_END ? rows.length : index + STEP;
  return windowOf(rows, { start: Math.max(0, index - STEP / 2), end });
}
