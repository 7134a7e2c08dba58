import type { ReactNode, Ref } from 'react';

/** Where a row that was asked for comes to stand. */
export type Place = 'top' | 'third' | 'end';

export interface LogHandle {
  toEnd(): void;
  toRow(id: string, place: Place): void;
  /** Ids of the rows that can be seen, from the top. */
  visible(): Promise<readonly string[]>;
  /** What is around the log has grown or shrunk: who is at the end stays there. */
  resized(): void;
}

export interface LogScrollProps {
  handle: Ref<LogHandle>;
  /** Id of the first row drawn: when it changes by rows put in front, what is read stays where it is. */
  firstId: string | undefined;
  /** Id of the last row drawn. */
  lastId: string | undefined;
  /** What is drawn ends where the log does: who is at the end follows what comes. */
  isLive: boolean;
  label: string;
  children: ReactNode;
  onNearTop(): void;
  onNearEnd(): void;
  /** The reader has reached or left the end of what is drawn. */
  onAtEnd(atEnd: boolean): void;
  /** Scrolling has paused. */
  onRest(): void;
}

export const END_ID = 'log-end';
/** Within this many px of the end a reader is following. */
export const FOLLOW_PX = 80;
/** Less than this of a row on the screen is not yet the row. */
export const PEEP_PX = 28;
