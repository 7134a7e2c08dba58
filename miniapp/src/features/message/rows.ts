import type { Message } from '@shared/wire/message';
import { isWithheld } from '@shared/domain/withheld';
import type { Unsent } from './sending';

/* What the log shows, line by line. Pure. */

export type Row =
  | { kind: 'date'; id: string; at: string }
  | { kind: 'unread'; id: string; count: number }
  | { kind: 'system'; id: string; message: Message }
  | { kind: 'recalled'; id: string; message: Message }
  /** `head`: first of a run of one person's messages, shown with face and name. */
  | { kind: 'message'; id: string; message: Message; head: boolean }
  | { kind: 'unsent'; id: string; entry: Unsent; head: boolean };

export interface RowsOf {
  messages: readonly Message[];
  unsent: readonly Unsent[];
  me: string;
  /** The AI member's messages are not shown to this person. */
  hideAi: boolean;
  /** First position that was unread when the room was opened, and how many there were. */
  unread?: { from: number; count: number };
}

/** A pause this long gets a date line. */
const PAUSE_MS = 10 * 60_000;
/** Within this, one person's messages share face and name. */
const RUN_MS = 5 * 60_000;

export const rowIdOf = (seq: number): string => `m${seq}`;

interface Walk {
  rows: Row[];
  /** Time of the message before, in ms; 0 at the start. */
  at: number;
  /** When the day of that message ends, by this device's clock. */
  dayEnd: number;
  speaker: string;
}

const endOfDay = (ms: number): number => new Date(ms).setHours(24, 0, 0, 0);

function timed(walk: Walk, id: string, iso: string, ms: number): void {
  if (walk.at === 0 || ms - walk.at >= PAUSE_MS || ms >= walk.dayEnd) {
    walk.rows.push({ kind: 'date', id: `d${id}`, at: iso });
    walk.dayEnd = endOfDay(ms);
    walk.speaker = '';
  } else if (ms - walk.at >= RUN_MS) {
    walk.speaker = '';
  }
  walk.at = ms;
}

function addMessage(walk: Walk, message: Message): void {
  const id = rowIdOf(message.seq);
  timed(walk, id, message.sentAt, Date.parse(message.sentAt));
  if (message.recalledAt !== undefined || message.kind === 'system') {
    walk.rows.push({ kind: message.recalledAt === undefined ? 'system' : 'recalled', id, message });
    walk.speaker = '';
    return;
  }
  walk.rows.push({ kind: 'message', id, message, head: walk.speaker !== message.sender.id });
  walk.speaker = message.sender.id;
}

/* The line stands over something to read: not over who joined, or what was taken back. */
const isReading = (message: Message, me: string): boolean => message.kind !== 'system' && message.recalledAt === undefined && message.sender.id !== me;

export function rowsOf({ messages, unsent, me, hideAi, unread }: RowsOf): Row[] {
  const walk: Walk = { rows: [], at: 0, dayEnd: 0, speaker: '' };
  const arrived = new Set<string>();
  /* Where reading stopped may lie further up than what is held. */
  let marked = unread === undefined || (messages[0]?.seq ?? 0) > unread.from;
  for (const message of messages) {
    if (message.sender.id === me) arrived.add(message.clientMsgId);
    if ((hideAi && message.sender.kind === 'ai') || isWithheld(message)) continue;
    if (!marked && unread && message.seq >= unread.from && isReading(message, me)) {
      marked = true;
      walk.rows.push({ kind: 'unread', id: 'unread', count: unread.count });
      walk.speaker = '';
    }
    addMessage(walk, message);
  }
  for (const entry of unsent) {
    if (arrived.has(entry.clientMsgId)) continue;
    const id = `u${entry.clientMsgId}`;
    timed(walk, id, new Date(entry.at).toISOString(), Math.max(entry.at, walk.at));
    walk.rows.push({ kind: 'unsent', id, entry, head: walk.speaker !== me });
    walk.speaker = me;
  }
  return walk.rows;
}
