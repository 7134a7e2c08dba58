import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Message } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import { hasOlder, type Timeline } from '@shared/domain/timeline';
import { sentenceOf } from '@/transport/errors';
import { toast } from '@/ui/toast';
import type { LogHandle } from './logHandle';
import { useUnsent } from './outbox';
import { rowIdOf, rowsOf, type Row, type RowsOf } from './rows';
import { loadOlder, useTimeline } from './timeline';
import { useExcerpt, type Excerpt } from './useExcerpt';
import { useMentions } from './useMentions';
import { useOpenLog } from './useOpenLog';
import { useReading } from './useReading';
import { useRowWindow, type RowWindowView } from './useRowWindow';
import { useTarget, type TargetView } from './useTarget';
import { roomT } from './words';

export interface LogView {
  scroll: RefObject<LogHandle>;
  rows: readonly Row[];
  shown: readonly Row[];
  /** Nothing is known of this log yet. */
  isLoading: boolean;
  /** Whether more exists above what is drawn, or is being fetched. */
  older: 'none' | 'loading' | 'more';
  /** What is drawn ends where the log does. */
  isLive: boolean;
  /** The live end is not on the screen. */
  isAway: boolean;
  newCount: number;
  /** A place where this person was called and has not looked. */
  mentionSeq: number | undefined;
  /** First position that was unread when the room was opened. */
  unreadFrom: number | undefined;
  flashId: string | undefined;
  find(seq: number): Message | undefined;
  jump(seq: number): void;
  toEnd(): void;
  nearTop(): void;
  nearEnd(): void;
  setAtEnd(atEnd: boolean): void;
  rest(): void;
}

/** Up to this far, older messages are fetched page by page; beyond, the place itself is opened. */
const NEAR = 300;
const PAGES = 8;

const heldFrom = (log: Timeline): number => log.messages[0]?.seq ?? log.cursor + 1;
const messageAt = (messages: readonly Message[], seq: number): Message | undefined => messages[seq - (messages[0]?.seq ?? 0)];

async function fetchDownTo(log: Timeline, seq: number): Promise<void> {
  for (let pages = 0; pages < PAGES; pages++) if (!(await loadOlder(log.paiId)) || heldFrom(log) <= seq) break;
}

function useJump(log: Timeline, excerpt: Excerpt, target: TargetView): (seq: number) => void {
  return (seq) => {
    target.aim({ id: rowIdOf(seq), place: 'third', flash: true });
    const held = seq >= heldFrom(log);
    if (held) return excerpt.messages && !messageAt(excerpt.messages, seq) ? excerpt.close() : undefined;
    if (excerpt.messages && messageAt(excerpt.messages, seq)) return;
    const near = !excerpt.messages && heldFrom(log) - seq <= NEAR;
    (near ? fetchDownTo(log, seq) : excerpt.open(seq)).catch((error: unknown) => {
      target.drop();
      toast(sentenceOf(error, roomT('room.load.failed')));
    });
  };
}

/* Where reading stopped last time, as it was when the room was opened. */
function useUnreadMark({ mine }: Pai): RowsOf['unread'] {
  return useState(() => (mine.unread > 0 ? { from: Math.max(mine.readSeq + 1, mine.fromSeq), count: mine.unread } : undefined))[0];
}

interface FirstSight {
  log: Timeline;
  focusSeq: number | undefined;
  unread: RowsOf['unread'];
  rows: readonly Row[];
  target: TargetView;
  jump(seq: number): void;
}

/* What is looked at first: the message that was asked for, else where reading stopped, else the end. True once that is settled. */
function useFirstSight({ log, focusSeq, unread, rows, target, jump }: FirstSight): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (settled || log.messages.length === 0 || log.stale) return;
    setSettled(true);
    if (focusSeq !== undefined) return jump(focusSeq);
    if (!unread) return;
    if (unread.from < heldFrom(log)) return jump(unread.from);
    if (rows.some((row) => row.id === 'unread')) target.aim({ id: 'unread', place: 'third', flash: false });
  }, [settled, log.messages.length, log.stale]);
  return settled && !target.isAiming;
}

const mayHaveOlder = (log: Timeline, excerpt: Excerpt): boolean => (excerpt.messages ? excerpt.hasOlder : hasOlder(log));

function useOlder(log: Timeline, excerpt: Excerpt, view: RowWindowView): { isLoading: boolean; nearTop(): void } {
  const [isLoading, setLoading] = useState(false);
  const nearTop = (): void => {
    if (view.range.start > 0) return view.older();
    if (isLoading || !mayHaveOlder(log, excerpt)) return;
    setLoading(true);
    (excerpt.messages ? excerpt.older() : loadOlder(log.paiId).then((more) => (more ? view.older() : undefined)))
      .catch(() => undefined)
      .finally(() => setLoading(false));
  };
  return { isLoading, nearTop };
}

/** Everything the log of a room does: which rows, which of them are drawn, where it stands, what has been read. */
export function useLog(pai: Pai, me: string, focusSeq: number | undefined): LogView {
  const log = useTimeline(pai.id);
  const unsent = useUnsent(pai.id);
  const unread = useUnreadMark(pai);
  const excerpt = useExcerpt(pai.id);
  const scroll = useRef<LogHandle>(null);
  const mentions = useMentions(pai, me);
  const [atEnd, setAtEnd] = useState(true);
  useOpenLog(pai.id);

  const messages = excerpt.messages ?? log.messages;
  const pending = excerpt.messages ? undefined : unsent;
  const { hideAi } = pai.mine;
  const rows = useMemo(() => rowsOf({ messages, unsent: pending ?? [], me, hideAi, ...(unread ? { unread } : {}) }), [messages, pending, me, hideAi, unread]);
  const view = useRowWindow(rows);
  const target = useTarget(rows, view, scroll);
  const jump = useJump(log, excerpt, target);
  const settled = useFirstSight({ log, focusSeq, unread, rows, target, jump });
  const isLive = excerpt.messages === undefined && view.range.end === rows.length;
  const reading = useReading({ pai, me, log, atLiveEnd: settled && atEnd && isLive, isLive: settled && excerpt.messages === undefined, scroll, onSeen: mentions.saw });
  const older = useOlder(log, excerpt, view);

  const toEnd = (): void => {
    target.drop();
    excerpt.close();
    view.live();
    setAtEnd(true);
    scroll.current?.toEnd();
  };
  /* What I send is at the end, and so am I. */
  const sent = useRef(unsent.length);
  useEffect(() => {
    if (unsent.length > sent.current) toEnd();
    sent.current = unsent.length;
  }, [unsent.length]);

  return {
    scroll,
    rows,
    shown: view.shown,
    isLoading: log.messages.length === 0 && log.epoch === '',
    older: older.isLoading ? 'loading' : view.range.start > 0 || mayHaveOlder(log, excerpt) ? 'more' : 'none',
    isLive,
    isAway: !isLive || !atEnd,
    newCount: reading.newCount,
    mentionSeq: mentions.next,
    unreadFrom: unread?.from,
    flashId: target.flashId,
    find: (seq) => messageAt(messages, seq) ?? messageAt(log.messages, seq),
    jump,
    toEnd,
    nearTop: older.nearTop,
    nearEnd: () => {
      if (view.range.end < rows.length) view.newer();
      else if (excerpt.messages) excerpt.newer().catch(() => undefined);
    },
    setAtEnd: (now) => {
      setAtEnd(now);
      if (!now) view.pin();
      else if (isLive && settled) view.live();
    },
    rest: reading.rest,
  };
}
