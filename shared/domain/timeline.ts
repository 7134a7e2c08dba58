import type { ServerEvent, SyncFrame } from '../wire/event';
import type { Message } from '../wire/message';

/**
 * A pai's log as one client holds it: an unbroken run of messages that ends at `cursor`. Folding is pure, so the
 * client, the tests and the checker of fault runs share it.
 */
export interface Timeline {
  readonly paiId: string;
  readonly epoch: string;
  /** Last position applied without a gap [R1]. */
  readonly cursor: number;
  /** First position this member may read. */
  readonly from: number;
  /** Server time of the last sync: changes after it are asked for on the next one. */
  readonly since: string | undefined;
  /** Ascending, contiguous, ending at `cursor`. */
  readonly messages: readonly Message[];
  /** A position after the cursor is known to exist: sync. */
  readonly stale: boolean;
}

export const emptyTimeline = (paiId: string): Timeline => ({ paiId, epoch: '', cursor: 0, from: 1, since: undefined, messages: [], stale: true });

export const cursorOf = (timeline: Timeline): { seq: number; epoch: string; since?: string } => ({
  seq: timeline.cursor,
  epoch: timeline.epoch,
  ...(timeline.since === undefined ? {} : { since: timeline.since }),
});

/** Whether older messages exist on the server than the ones held. */
export function hasOlder(timeline: Timeline): boolean {
  const first = timeline.messages[0];
  return first === undefined ? timeline.cursor >= timeline.from : first.seq > timeline.from;
}

/** [R1] n+1 is appended, a seen position is dropped (unless it is a newer rev), a later one marks a gap. */
export function applyMessage(timeline: Timeline, message: Message): Timeline {
  if (message.seq <= timeline.cursor) return replaceMessage(timeline, message);
  if (message.seq > timeline.cursor + 1) return timeline.stale ? timeline : { ...timeline, stale: true };
  return { ...timeline, cursor: message.seq, messages: [...timeline.messages, message] };
}

/** Puts a changed message in its place; an older rev changes nothing. Quotes of a recalled message lose their words. */
export function replaceMessage(timeline: Timeline, message: Message): Timeline {
  const first = timeline.messages[0];
  const index = first === undefined ? -1 : message.seq - first.seq;
  const held = timeline.messages[index];
  if (held === undefined || held.rev >= message.rev) return timeline;
  const messages = timeline.messages.map((m) => {
    if (m.seq === message.seq) return message;
    const quotesRecalled = message.recalledAt !== undefined && m.replyTo?.seq === message.seq && !m.replyTo.gone;
    return quotesRecalled && m.replyTo ? { ...m, replyTo: { ...m.replyTo, text: '', gone: true } } : m;
  });
  return { ...timeline, messages };
}

/** [R2] Takes a catch-up. An old epoch or a reset throws away what was held. */
export function applySync(timeline: Timeline, frame: SyncFrame): Timeline {
  const restart = frame.reset || frame.epoch !== timeline.epoch;
  const base: Timeline = restart
    ? { ...emptyTimeline(timeline.paiId), cursor: (frame.messages[0]?.seq ?? frame.head + 1) - 1 }
    : timeline;
  let next: Timeline = { ...base, epoch: frame.epoch, from: frame.from, since: frame.at, stale: false };
  for (const message of frame.messages) next = applyMessage(next, message);
  for (const message of frame.changed) next = replaceMessage(next, message);
  return next.cursor < frame.head ? { ...next, stale: true } : next;
}

/** Adds a page of older messages that ends just before the first one held; anything else is ignored. */
export function prependOlder(timeline: Timeline, page: readonly Message[]): Timeline {
  const first = timeline.messages[0]?.seq ?? timeline.cursor + 1;
  const older = page.filter((m) => m.seq < first);
  const contiguous = older.every((m, i) => m.seq === first - older.length + i);
  return contiguous && older.length > 0 ? { ...timeline, messages: [...older, ...timeline.messages] } : timeline;
}

/** Folds one pushed event into the timeline; events about other things leave it as it is. */
export function applyEvent(timeline: Timeline, event: ServerEvent): Timeline {
  switch (event.type) {
    case 'message.created':
      return event.message.paiId === timeline.paiId ? applyMessage(timeline, event.message) : timeline;
    case 'message.changed':
      return event.message.paiId === timeline.paiId ? replaceMessage(timeline, event.message) : timeline;
    default:
      return timeline;
  }
}
