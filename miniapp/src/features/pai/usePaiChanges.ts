import { useEffect } from 'react';
import type { ServerEvent } from '@shared/wire/event';
import { onEvent, onFrame } from '@/transport/socket';
import { batched } from '../later';
import { openPai } from '../message/timeline';

/**
 * Calls, at most every 300 ms, when what a page of a pai shows has changed, or may have while nobody listened. `key` says what that is,
 * `concerns` whether an event is about it.
 */
export function usePaiChanges(paiId: string, key: string | undefined, concerns: (event: ServerEvent) => boolean, heard: () => void): void {
  useEffect(() => {
    const soon = batched(300, heard);
    const offEvent = onEvent((event) => concerns(event) && soon());
    const offFrame = onFrame((frame) => frame.type === 'welcome' && soon());
    const close = openPai(paiId);
    return () => {
      close();
      offEvent();
      offFrame();
    };
  }, [paiId, key]);
}
