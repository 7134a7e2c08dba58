import { useEffect, useRef, useState } from 'react';
import type { Message } from '@shared/wire/message';
import * as api from '@/transport/api';
import { joinOlder, loadAround, onArrival, timelineOf } from './timeline';

export interface Excerpt {
  /** Messages around a far place; undefined while the live log is shown. */
  messages: readonly Message[] | undefined;
  /** Whether there is something above these messages. */
  hasOlder: boolean;
  /** Throws ApiError. */
  open(seq: number): Promise<void>;
  older(): Promise<void>;
  newer(): Promise<void>;
  close(): void;
}

const PAGE = 60;

/** A place in the log too far away to load everything up to it: shown by itself until the reader goes back to the end. */
export function useExcerpt(paiId: string): Excerpt {
  const [messages, setMessages] = useState<readonly Message[]>();
  const busy = useRef(false);
  const latest = useRef(messages);
  latest.current = messages;

  /* What is recalled or edited changes here too. */
  useEffect(
    () =>
      onArrival((arrived) => {
        const newer = (held: Message): Message => arrived.find((message) => message.paiId === paiId && message.seq === held.seq && message.rev > held.rev) ?? held;
        setMessages((now) => now?.map(newer));
      }),
    [paiId],
  );

  async function once(work: () => Promise<void>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    try {
      await work();
    } finally {
      busy.current = false;
    }
  }

  const older = async (): Promise<void> => {
    const first = messages?.[0]?.seq ?? 1;
    if (first <= Math.max(1, timelineOf(paiId).from)) return;
    const page = await api.listMessages(paiId, { before: first, limit: PAGE });
    setMessages((now) => now && [...page.messages.filter((message) => message.seq < (now[0]?.seq ?? 0)), ...now]);
  };

  const newer = async (): Promise<void> => {
    const last = messages?.[messages.length - 1]?.seq ?? 0;
    if (last >= timelineOf(paiId).cursor) return;
    const page = await api.listMessages(paiId, { after: last, limit: PAGE });
    const all = [...(latest.current ?? []), ...page.messages.filter((message) => message.seq > last)];
    /* It has grown up to the live log: from here on the reader is in that. */
    setMessages(joinOlder(paiId, all) ? undefined : all);
  };

  return {
    messages,
    hasOlder: (messages?.[0]?.seq ?? 1) > Math.max(1, timelineOf(paiId).from),
    open: (seq) =>
      once(async () => {
        setMessages(await loadAround(paiId, seq));
      }),
    older: () => once(older),
    newer: () => once(newer),
    close: () => setMessages(undefined),
  };
}
