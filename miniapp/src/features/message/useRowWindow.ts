import { useEffect, useMemo, useState } from 'react';
import { isH5 } from '@/platform/env';
import type { Row } from './rows';
import { newerWindow, olderWindow, rangeOf, windowAround, windowOf, type Range, type RowWindow } from './window';

export interface RowWindowView {
  range: Range;
  shown: readonly Row[];
  /** A step further up; rows that are still being fetched are drawn once they are there. */
  older(): void;
  newer(): void;
  around(index: number): void;
  /** Back to the live end. */
  live(): void;
  /** Keeps the first row drawn: somebody reads here while new rows come. */
  pin(): void;
}

/** The rows that are drawn of a log. */
export function useRowWindow(rows: readonly Row[]): RowWindowView {
  const [window, setWindow] = useState<RowWindow>({});
  const [wantsOlder, setWantsOlder] = useState(false);
  const range = rangeOf(rows, window);
  const { start, end } = range;
  const shown = useMemo(() => rows.slice(start, end), [rows, start, end]);

  useEffect(() => {
    if (!wantsOlder || start === 0) return;
    setWantsOlder(false);
    setWindow(olderWindow(rows, window));
  }, [wantsOlder, rows, start, window]);

  return {
    range,
    shown,
    older: () => (start > 0 ? setWindow(olderWindow(rows, window)) : setWantsOlder(true)),
    /* Only the browser's box holds still when rows go above what is read. */
    newer: () => {
      if (end < rows.length) setWindow(newerWindow(rows, window, isH5 ? undefined : rows.length));
    },
    around: (index) => setWindow(windowAround(rows, index)),
    live: () => {
      setWantsOlder(false);
      setWindow({});
    },
    pin: () => {
      if (window.startId === undefined && rows.length > 0) setWindow(windowOf(rows, range));
    },
  };
}
