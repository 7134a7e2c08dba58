import { useEffect, useState } from 'react';
import type { Message } from '@shared/wire/message';
import * as api from '@/transport/api';
import { useLink } from '@/transport/socket';
import { onArrival } from './timeline';

/** The pinned messages of a pai, the last pinned first. */
export function usePins(paiId: string): readonly Message[] {
  const [pins, setPins] = useState<readonly Message[]>([]);
  const online = useLink().phase === 'open';
  useEffect(() => {
    if (!online) return;
    api.listPins(paiId).then(
      (reply) => setPins(reply.messages),
      () => undefined,
    );
  }, [paiId, online]);
  useEffect(() => onArrival((messages) => setPins((now) => withArrivals(now, messages, paiId))), [paiId]);
  return pins;
}

/** Exported for tests. */
export function withArrivals(pins: readonly Message[], messages: readonly Message[], paiId: string): readonly Message[] {
  const about = messages.filter((message) => message.paiId === paiId && (message.pinnedAt !== undefined || pins.some((pin) => pin.seq === message.seq)));
  if (about.length === 0) return pins;
  const kept = pins.filter((pin) => !about.some((message) => message.seq === pin.seq));
  const pinned = about.filter((message) => message.pinnedAt !== undefined && message.recalledAt === undefined);
  return [...kept, ...pinned].sort((a, b) => ((a.pinnedAt ?? '') < (b.pinnedAt ?? '') ? 1 : -1));
}
