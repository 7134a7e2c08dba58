import type { ClientFrame, Cursor, ServerEvent, ServerFrame } from '@shared/wire/event';

/** A line to the cloud whose frames a test says and hears; `socket` stands in for transport/socket. */
export const line = {
  isOpen: true,
  sent: [] as ClientFrame[],
  listeners: [] as ((frame: ServerFrame) => void)[],
  cursors: (): Record<string, Cursor> => ({}),
};

export const hear = (frame: ServerFrame): void => line.listeners.forEach((listener) => listener(frame));

export const socket = {
  linkState: { get: () => ({ phase: line.isOpen ? 'open' : 'waiting' }), watch: () => () => undefined },
  onFrame: (listener: (frame: ServerFrame) => void): void => void line.listeners.push(listener),
  onEvent: (listener: (event: ServerEvent) => void): (() => void) => {
    line.listeners.push((frame) => frame.type === 'events' && frame.events.forEach(listener));
    return () => undefined;
  },
  resumeWith: (source: () => Record<string, Cursor>): void => void (line.cursors = source),
  sendFrame: (frame: ClientFrame): boolean => line.isOpen && line.sent.push(frame) > 0,
};
