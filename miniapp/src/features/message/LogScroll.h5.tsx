import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { END_ID, FOLLOW_PX, PEEP_PX, type LogScrollProps, type Place } from './logHandle';

const REST_MS = 250;
const NEAR_PX = 400;

/** What must not move on the screen: the end, or a row and its distance from the top of the box. */
type Hold = 'end' | { id: string; offset: number };

/* Dates come and go with what is above them: only what stays can be held on to. */
const rowsIn = (box: HTMLElement): HTMLElement[] => Array.from(box.querySelectorAll<HTMLElement>('.log-row[id^=m], .log-row[id^=u]'));

function firstVisible(box: HTMLElement): Hold {
  const top = box.getBoundingClientRect().top;
  const row = rowsIn(box).find((other) => other.getBoundingClientRect().bottom > top);
  return row ? { id: row.id, offset: row.getBoundingClientRect().top - top } : 'end';
}

function visibleIn(box: HTMLElement): string[] {
  const { top, bottom } = box.getBoundingClientRect();
  const isSeen = (rect: DOMRect): boolean => rect.top < bottom - PEEP_PX && rect.bottom > top + PEEP_PX;
  return rowsIn(box)
    .filter((row) => isSeen(row.getBoundingClientRect()))
    .map((row) => row.id);
}

const gapOf = (box: HTMLElement): number => box.scrollHeight - box.scrollTop - box.clientHeight;

/**
 * What is held after the reader has scrolled by `px` and before the box could say so: rows are drawn in between, and
 * must not undo it. A box at its very end was moved by its content, not by the reader.
 */
function movedBy(box: HTMLElement, hold: Hold, px: number): Hold {
  if (px === 0 || gapOf(box) < 1) return hold;
  if (hold !== 'end') return { id: hold.id, offset: hold.offset - px };
  return px < -FOLLOW_PX ? firstVisible(box) : hold;
}

/** Puts the box back to where `hold` was: rows may have been added in front, pictures may have grown. */
function restore(box: HTMLElement, hold: Hold): void {
  if (hold === 'end') {
    box.scrollTop = box.scrollHeight;
    return;
  }
  const row = box.querySelector<HTMLElement>(`#${hold.id}`);
  if (row) box.scrollTop += row.getBoundingClientRect().top - box.getBoundingClientRect().top - hold.offset;
}

/** The browser's scroll box: what the reader looks at stays in place whatever happens above it. */
export function LogScroll({ handle, isLive, label, children, onNearTop, onNearEnd, onAtEnd, onRest }: LogScrollProps) {
  const box = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const hold = useRef<Hold>('end');
  const atEnd = useRef(true);
  /** Where the box stood when it was last looked at. */
  const noted = useRef(0);
  const rest = useRef<ReturnType<typeof setTimeout>>();
  const heard = useRef({ isLive, onNearTop, onNearEnd, onAtEnd, onRest });
  heard.current = { isLive, onNearTop, onNearEnd, onAtEnd, onRest };

  const note = (): void => {
    const element = box.current;
    if (!element) return;
    noted.current = element.scrollTop;
    const now = gapOf(element) < FOLLOW_PX;
    /* On the way to the end it is held before what is drawn there is the end. */
    const follows = heard.current.isLive || hold.current === 'end';
    hold.current = now && follows ? 'end' : firstVisible(element);
    if (now !== atEnd.current) {
      atEnd.current = now;
      heard.current.onAtEnd(now);
    }
    if (element.scrollTop < NEAR_PX) heard.current.onNearTop();
    if (gapOf(element) < NEAR_PX) heard.current.onNearEnd();
  };

  const settle = (): void => {
    const element = box.current;
    if (!element) return;
    hold.current = movedBy(element, hold.current, element.scrollTop - noted.current);
    restore(element, hold.current);
    note();
  };

  const keep = (place: Hold): void => {
    hold.current = place;
    noted.current = box.current?.scrollTop ?? 0;
    settle();
  };

  useLayoutEffect(settle);
  useEffect(() => {
    if (!inner.current || !box.current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(settle);
    observer.observe(inner.current);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => () => clearTimeout(rest.current), []);

  useImperativeHandle(handle, () => ({
    toEnd: () => keep('end'),
    toRow: (id: string, place: Place) => {
      const element = box.current;
      const row = element?.querySelector<HTMLElement>(`#${id}`);
      if (!element || !row) return;
      const offset = place === 'third' ? element.clientHeight / 4 : place === 'top' ? 0 : Math.max(0, element.clientHeight - row.offsetHeight);
      keep({ id, offset });
    },
    visible: () => Promise.resolve(box.current ? visibleIn(box.current) : []),
    /* The observer has seen it. */
    resized: () => undefined,
  }));

  const scrolled = (): void => {
    note();
    clearTimeout(rest.current);
    rest.current = setTimeout(() => heard.current.onRest(), REST_MS);
  };

  return (
    <div ref={box} id="log" className="log" style={{ overflowAnchor: 'none' }} role="log" aria-label={label} aria-live="polite" tabIndex={0} onScroll={scrolled}>
      <div ref={inner} className="log-in">
        {children}
        <div id={END_ID} className="log-end" />
      </div>
    </div>
  );
}
