import { useEffect, useRef, useState } from 'react';
import type { Entry } from '@shared/wire/challenge';
import * as api from './api';
import type { At } from './api';
import { onWritten, useChanges } from './store';

export interface FeedView {
  /** Newest first; undefined while nothing has been read. */
  entries: readonly Entry[] | undefined;
  failed: boolean;
  /** Reads on, where there is more. */
  more(): void;
  reload(): void;
}

/* A page read again takes the place of what it covers; older entries stay. */
function merge(fresh: readonly Entry[], old: readonly Entry[]): Entry[] {
  const ids = new Set(fresh.map(({ id }) => id));
  const from = old.findIndex(({ id }) => id === fresh[fresh.length - 1]?.id);
  return [...fresh, ...(from < 0 ? [] : old.slice(from + 1).filter(({ id }) => !ids.has(id)))];
}

/** The ledger of a challenge as entries to be read, of all or of one member, kept current. */
export function useFeed(at: At, member?: string): FeedView {
  const [entries, setEntries] = useState<readonly Entry[]>();
  const [failed, setFailed] = useState(false);
  const next = useRef<string | undefined>();
  const busy = useRef(false);
  const size = member === undefined ? {} : { limit: 100 };

  const reload = (): void => {
    api.listEntries(at, { member, ...size }).then(
      (page) => {
        setFailed(false);
        setEntries((old) => {
          const merged = merge(page.entries, old ?? []);
          if (merged.length === page.entries.length) next.current = page.next;
          return merged;
        });
      },
      () => setFailed(true),
    );
  };
  const more = (): void => {
    if (next.current === undefined || busy.current) return;
    busy.current = true;
    api.listEntries(at, { member, before: next.current, ...size })
      .then((page) => {
        next.current = page.next;
        setEntries((old) => [...(old ?? []), ...page.entries.filter(({ id }) => !old?.some((entry) => entry.id === id))]);
      }, () => undefined)
      .finally(() => (busy.current = false));
  };
  useEffect(() => {
    setEntries(undefined);
    reload();
  }, [at.paiId, at.id, member]);
  useChanges(at.paiId, at.id, reload);
  useEffect(
    () =>
      onWritten(({ entry, challenge }) => {
        if (challenge.id !== at.id || (member !== undefined && entry.member.id !== member)) return;
        setEntries((old) => old && (old.some(({ id }) => id === entry.id) ? old.map((one) => (one.id === entry.id ? entry : one)) : [entry, ...old]));
      }),
    [at.id, member],
  );
  return { entries, failed: failed && entries === undefined, more, reload };
}
