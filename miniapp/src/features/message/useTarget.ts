import { useEffect, useState, type RefObject } from 'react';
import type { LogHandle, Place } from './logHandle';
import type { Row } from './rows';
import type { RowWindowView } from './useRowWindow';

export interface Target {
  /** Of the row to bring up. */
  id: string;
  place: Place;
  flash: boolean;
}

const FLASH_MS = 1_800;
/** A row that has not come by then is not there, or is hidden for this person. */
const PATIENCE_MS = 6_000;

export interface TargetView {
  /** Brings a row up as soon as there is such a row and it is drawn. */
  aim(target: Target): void;
  drop(): void;
  isAiming: boolean;
  flashId: string | undefined;
}

export function useTarget(rows: readonly Row[], view: RowWindowView, scroll: RefObject<LogHandle>): TargetView {
  const [target, setTarget] = useState<Target>();
  const [flashId, setFlashId] = useState<string>();
  const { start, end } = view.range;

  useEffect(() => {
    if (!target) return;
    const index = rows.findIndex((row) => row.id === target.id);
    if (index < 0) return;
    if (index < start || index >= end) return view.around(index);
    scroll.current?.toRow(target.id, target.place);
    setTarget(undefined);
    if (target.flash) setFlashId(target.id);
  }, [target, rows, start, end]);

  useEffect(() => {
    if (!target) return undefined;
    const timer = setTimeout(() => setTarget(undefined), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [target]);

  useEffect(() => {
    if (flashId === undefined) return undefined;
    const timer = setTimeout(() => setFlashId(undefined), FLASH_MS);
    return () => clearTimeout(timer);
  }, [flashId]);

  return { aim: setTarget, drop: () => setTarget(undefined), isAiming: target !== undefined, flashId };
}
