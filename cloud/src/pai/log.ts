import type { Pai } from '@shared/wire/pai';
import type { SystemNote } from '@shared/wire/message';
import type { PaiDoc } from './model';

/** What a member's list shows of a pai's log. */
export interface Glance {
  headSeq: number;
  unread: number;
  mentionSeq?: number;
  last?: Pai['last'];
}

export interface GlanceAt {
  paiId: string;
  fromSeq: number;
  readSeq: number;
  hideAi: boolean;
}

/** What a pai needs of its log. The log is to the right of pai, so service.ts plugs it in. */
export interface PaiLog {
  headSeq: (paiId: string) => Promise<number>;
  /** First position said at or after a time; past the head when there is none. */
  firstSeqSince: (paiId: string, at: Date) => Promise<number>;
  glance: (userId: string, at: readonly GlanceAt[]) => Promise<Map<string, Glance>>;
  /** Adds a system line. */
  note: (pai: PaiDoc, note: SystemNote) => Promise<void>;
  /** Erases everything said in a pai. */
  erase: (paiId: string) => Promise<void>;
  /** Empties what a person said there and takes the name off it. */
  erasePerson: (paiId: string, userId: string) => Promise<void>;
}

let plugged: PaiLog | undefined;

export function plugLog(log: PaiLog): void {
  plugged = log;
}

export function paiLog(): PaiLog {
  if (!plugged) throw new Error('the log is not plugged in');
  return plugged;
}
