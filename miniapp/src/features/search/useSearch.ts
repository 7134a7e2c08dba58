import { useEffect, useRef, useState } from 'react';
import type { SearchHit } from '@shared/wire/message';
import { findPai } from '../pai/store';
import { searchMessages } from '@/transport/api';
import { sentenceOf } from '@/transport/errors';

/** How it stands with the words typed last. `hits` stay on the screen while others are looked for. */
export interface Found {
  phase: 'idle' | 'looking' | 'ready' | 'failed';
  /** What the hits belong to. */
  query: string;
  hits: readonly SearchHit[];
  /** There may be earlier ones. */
  more: boolean;
  why?: string;
}

const NOTHING: Found = { phase: 'idle', query: '', hits: [], more: false };
const PAGE = 20;
const MOST = 100;
/* Somebody is still typing. */
const PAUSE_MS = 300;

const oldest = (hits: readonly SearchHit[]): string | undefined => hits.map(({ message }) => message.sentAt).sort()[0];

/* What the AI said stays hidden for those who have hidden it. */
const mayShow = ({ message }: SearchHit): boolean => !(message.sender.kind === 'ai' && findPai(message.paiId)?.mine.hideAi === true);

interface Search {
  found: Found;
  /** At once, without waiting for more to be typed. */
  now(): void;
  loadMore(): void;
}

/** Looks for what is typed, in one pai or in all of mine, once the typing pauses. Only the answer to the last words counts. */
export function useSearch(typed: string, paiId: string | undefined): Search {
  const [found, setFound] = useState<Found>(NOTHING);
  const asked = useRef(0);
  const query = typed.trim().slice(0, MOST);

  const look = async (before?: string): Promise<void> => {
    const mine = ++asked.current;
    if (query === '') return setFound(NOTHING);
    setFound((now) => ({ ...now, phase: 'looking', hits: now.query === query || now.hits.length > 0 ? now.hits : [] }));
    try {
      const { hits } = await searchMessages({ q: query, limit: PAGE, ...(paiId === undefined ? {} : { paiId }), ...(before === undefined ? {} : { before }) });
      if (mine !== asked.current) return;
      setFound((now) => ({ phase: 'ready', query, hits: [...(before === undefined ? [] : now.hits), ...hits.filter(mayShow)], more: hits.length === PAGE }));
    } catch (error) {
      if (mine === asked.current) setFound((now) => ({ ...now, query, phase: 'failed', hits: before === undefined ? [] : now.hits, why: sentenceOf(error, '') }));
    }
  };

  useEffect(() => {
    if (query === '') {
      void look();
      return undefined;
    }
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, paiId]);

  return {
    found,
    now: () => void look(),
    loadMore: () => {
      if (found.phase === 'ready' && found.more) void look(oldest(found.hits));
    },
  };
}
