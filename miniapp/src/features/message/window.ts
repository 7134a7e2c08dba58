/**
 * Which rows of a long log are drawn. Ends are held by row id, so that rows added in front or behind do not move them.
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
}

export const STEP = 40;
const MOST = 160;
/** A target this close to the live end is shown together with it. */
const NEAR_END = 80;

const indexOf = (rows: readonly Identified[], id: string | undefined): number => (id === undefined ? -1 : rows.findIndex((row) => row.id === id));

export function rangeOf(rows: readonly Identified[], window: RowWindow): Range {
  const found = indexOf(rows, window.endId);
  const end = found < 0 ? rows.length : found + 1;
  const start = indexOf(rows, window.startId);
  return { start: start < 0 || start >= end ? Math.max(0, end - STEP) : start, end };
}

export const windowOf = (rows: readonly Identified[], { start, end }: Range): RowWindow => ({
  ...(rows[start] ? { startId: rows[start].id } : {}),
  ...(end < rows.length && rows[end - 1] ? { endId: rows[end - 1]?.id } : {}),
});

/** A step further up. Far below, rows are let go of; they come back on the way down. */
export function olderWindow(rows: readonly Identified[], window: RowWindow): RowWindow {
  const { start, end } = rangeOf(rows, window);
  const next = Math.max(0, start - STEP);
  return windowOf(rows, { start: next, end: Math.min(end, next + MOST) });
}

/** A step further down. */
export function newerWindow(rows: readonly Identified[], window: RowWindow): RowWindow {
  const { start, end } = rangeOf(rows, window);
  return windowOf(rows, { start, end: Math.min(rows.length, end + STEP) });
}

/** The rows around one of them. */
export function windowAround(rows: readonly Identified[], index: number): RowWindow {
  const end = rows.length - index <= NEAR_END ? rows.length : index + STEP;
  return windowOf(rows, { start: Math.max(0, index - STEP / 2), end });
}
