import { useEffect, useState, type RefObject } from 'react';
import type { Message } from '@shared/wire/message';
import { isWithheld } from '@shared/domain/withheld';
import type { Pai } from '@shared/wire/pai';
import type { Timeline } from '@shared/domain/timeline';
import { isVisible, onVisible } from '@/platform/presence';
import type { LogHandle } from './logHandle';
import { sawUpTo } from './readCursor';

interface Reading {
  /** How many messages below have not been on the screen. */
  newCount: number;
  /** Scrolling has paused: what can be seen has been read. */
  rest(): void;
}

interface ReadingOf {
  pai: Pai;
  me: string;
  log: Timeline;
  /** The live end is on the screen. */
  atLiveEnd: boolean;
  /** The live log is drawn, wherever in it. */
  isLive: boolean;
  scroll: RefObject<LogHandle>;
  /** These positions are on the screen. */
  onSeen(seqs: readonly number[]): void;
}

/** A row that has just come is drawn by then. */
const DRAWN_MS = 300;

const seqsIn = (ids: readonly string[]): number[] => ids.flatMap((id) => Number(/^m(\d+)$/.exec(id)?.[1] ?? NaN)).filter((seq) => seq > 0);

/** Follows what this person has seen, tells the cloud, and counts what waits below. */
export function useReading({ pai, me, log, atLiveEnd, isLive, scroll, onSeen }: ReadingOf): Reading {
  const [seen, setSeen] = useState(pai.mine.readSeq);
  const saw = (seq: number): void => {
    setSeen((now) => Math.max(now, seq));
    sawUpTo(pai.id, seq);
  };
  const head = log.cursor;
  const mark = (): void => {
    if (atLiveEnd && isVisible() && head > 0) saw(head);
  };
  useEffect(mark, [atLiveEnd, head]);
  useEffect(() => onVisible(mark), [atLiveEnd, head]);

  const rest = (): void => {
    if (!isVisible()) return;
    void scroll.current?.visible().then((ids) => {
      const seqs = seqsIn(ids);
      onSeen(seqs);
      const last = seqs[seqs.length - 1];
      if (isLive && last !== undefined) saw(last);
    });
  };
  /* A short log does not scroll, so nothing else says that a new row can be seen. */
  useEffect(() => {
    if (!atLiveEnd) return undefined;
    const timer = setTimeout(rest, DRAWN_MS);
    return () => clearTimeout(timer);
  }, [atLiveEnd, head]);

  const isNew = (message: Message): boolean =>
    message.seq > seen && message.sender.id !== me && message.kind !== 'system' && message.recalledAt === undefined && !isWithheld(message) && !(pai.mine.hideAi && message.sender.kind === 'ai');
  const held = log.messages.filter(isNew).length;
  const isGap = (log.messages[0]?.seq ?? 0) > seen + 1;
  return {
    newCount: atLiveEnd ? 0 : isGap ? Math.max(held, pai.mine.unread) : held,
    rest,
  };
}
