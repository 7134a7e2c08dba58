import type { Cursor, ServerEvent, ServerFrame } from '@shared/wire/event';
import { useObservable } from '@/observable';
import { isWeapp } from '@/platform/env';
import { onHidden, onNetwork, onVisible } from '@/platform/presence';
import { socketUrl } from './address';
import { freshToken, renew } from './http';
import { openLine } from './line';
import { createLink, type LinkState } from './link';

let cursors: () => Record<string, Cursor> = () => ({});

/** Says which logs to catch up on after a connection [R2]. */
export function resumeWith(source: () => Record<string, Cursor>): void {
  cursors = source;
}

const link = createLink({
  open: (events) => openLine(socketUrl(), events),
  token: freshToken,
  renew,
  cursors: () => cursors(),
  now: () => Date.now(),
  random: () => Math.random(),
});

let watching = false;

/** Connects, and from then on follows the app to the front and back and the network up and down. */
export function startSocket(): void {
  link.start();
  if (watching) return;
  watching = true;
  onVisible(link.wake);
  /* Up: connect now. Down: see at once whether the line still answers, not when the next ping is due. */
  onNetwork(link.wake);
  /* A browser tab behind others still runs; a mini-program stands still 5 s later. */
  if (isWeapp) onHidden(link.sleep);
}

export const stopSocket = link.stop;
export const sendFrame = link.send;
export const onFrame = link.listen;
export const retrySocket = link.wake;
export const linkState = link.state;
export const useLink = (): LinkState => useObservable(link.state);

/** Hears every pushed event, one by one. */
export function onEvent(listener: (event: ServerEvent) => void): () => void {
  return onFrame((frame: ServerFrame) => {
    if (frame.type === 'events') frame.events.forEach(listener);
  });
}
