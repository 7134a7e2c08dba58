import { useEffect, useRef, useState } from 'react';
import type { Recap, RecapBody } from '@shared/wire/recap';
import type { Run } from '@shared/wire/run';
import * as api from '@/transport/api';
import { sentenceOf } from '@/transport/errors';
import { onEvent } from '@/transport/socket';
import { recapT } from './words';

/* One recap from its order to what it says, and what is left of it as messages go. */

export type Making =
  | { phase: 'making'; percent?: number }
  | { phase: 'done'; recap: Recap }
  | { phase: 'failed'; why: string }
  | { phase: 'stopped' };

export interface RecapView {
  making: Making;
  stop(): void;
  again(): void;
}

const LOOK_MS = 350;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function stateOf(run: Run): Making {
  if (run.recap) return { phase: 'done', recap: run.recap };
  if (run.state === 'withheld') return { phase: 'stopped' };
  return { phase: 'failed', why: recapT('recap.failed') };
}

const percentOf = ({ progress }: Run): Making => ({ phase: 'making', ...(progress ? { percent: Math.round((100 * progress.done) / progress.total) } : {}) });

/** Orders a recap and follows it until it has ended; `isOver` ends the looking. */
async function follow(paiId: string, ask: RecapBody, started: (runId: string) => void, tell: (making: Making) => void, isOver: () => boolean): Promise<void> {
  let { run } = await api.postRecap(paiId, ask);
  started(run.id);
  while (!run.endedAt && !isOver()) {
    tell(percentOf(run));
    await pause(LOOK_MS);
    if (!isOver()) ({ run } = await api.getRun(run.id));
  }
  if (run.endedAt) tell(stateOf(run));
}

const citesOf = ({ topics, decisions, todos, questions }: Recap): Set<number> =>
  new Set([...topics.flatMap(({ sentences }) => sentences), ...decisions, ...todos, ...questions].flatMap(({ cites }) => cites));

/** A private recap of what `ask` says; ordered anew when that changes. Closed while it is being made, it is stopped. */
export function useRecap(paiId: string, ask: RecapBody): RecapView {
  const [making, setMaking] = useState<Making>({ phase: 'making' });
  const [tries, setTries] = useState(0);
  const runId = useRef<string>();
  const key = JSON.stringify(ask);

  useEffect(() => {
    let over = false;
    let own: string | undefined;
    const tell = (next: Making): void => {
      if (!over) setMaking(next);
    };
    setMaking({ phase: 'making' });
    follow(paiId, ask, (id) => (own = runId.current = id), tell, () => over)
      .catch((error: unknown) => tell({ phase: 'failed', why: sentenceOf(error, recapT('recap.failed')) }))
      .finally(() => (own = undefined));
    return () => {
      over = true;
      if (own !== undefined) api.stopRun(own).catch(() => undefined);
    };
  }, [paiId, key, tries]);

  const cited = making.phase === 'done' ? making.recap : undefined;
  useEffect(() => {
    if (!cited) return undefined;
    const seqs = citesOf(cited);
    return onEvent((event) => {
      if (event.type !== 'message.changed' || event.message.paiId !== paiId || !seqs.has(event.message.seq)) return;
      api.getRun(runId.current ?? '').then(({ run }) => run.recap && setMaking({ phase: 'done', recap: run.recap }), () => undefined);
    });
  }, [paiId, cited]);

  return {
    making,
    stop: () => void (runId.current && api.stopRun(runId.current).then(() => setMaking({ phase: 'stopped' }), () => undefined)),
    again: () => setTries(tries + 1),
  };
}
