import { useCallback, useEffect, useRef, useState } from 'react';
import type { Review } from '@shared/wire/console';
import { decideReview, readReviews, type Action, type ApiError } from '../api';
import { useWords } from '../words/WordsContext';

const EVERY_MS = 15_000;
/** How long a decision can be taken back; then it is sent. */
const UNDO_MS = 10_000;

export interface Decision {
  review: Review;
  action: Action;
  note: string;
}

export interface Queue {
  /** Undefined until they have been read. */
  reviews: readonly Review[] | undefined;
  waiting: number | undefined;
  fault: string | undefined;
  /** Decided, and not sent yet. */
  last: Decision | undefined;
  decide: (decision: Decision) => void;
  undo: () => void;
  reload: () => void;
}

/** The reviews that wait, read again every 15 s, and the operator's decisions about them. */
export function useQueue(token: string, onEnded: () => void): Queue {
  const { locale, t } = useWords();
  const [kept, setKept] = useState<{ reviews: readonly Review[]; open: number }>();
  const [fault, setFault] = useState<string>();
  const [last, setLast] = useState<Decision>();
  const unsent = useRef<Decision>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const ended = useRef(onEnded);
  ended.current = onEnded;
  const offline = t('error.offline');

  const fail = useCallback((error: ApiError) => (error.kind === 'signed-out' ? ended.current() : setFault(error.message || offline)), [offline]);
  const reload = useCallback(() => {
    readReviews(token, locale).then((reply) => {
      setKept(reply);
      setFault(undefined);
    }, fail);
  }, [token, locale, fail]);

  const send = useCallback(
    (leaving = false) => {
      clearTimeout(timer.current);
      const decision = unsent.current;
      unsent.current = undefined;
      if (!decision) return;
      setLast(undefined);
      decideReview(decision.review.id, decision.action, decision.note, token, locale, leaving).then(reload, (error: ApiError) => {
        reload();
        fail(error);
      });
    },
    [token, locale, reload, fail],
  );

  const decide = (decision: Decision): void => {
    send();
    unsent.current = decision;
    setLast(decision);
    timer.current = setTimeout(send, UNDO_MS);
  };
  const undo = (): void => {
    clearTimeout(timer.current);
    unsent.current = undefined;
    setLast(undefined);
  };

  useEffect(() => {
    reload();
    const every = setInterval(() => !document.hidden && reload(), EVERY_MS);
    const leave = (): void => send(true);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(every);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [reload, send]);

  const reviews = kept?.reviews.filter(({ id }) => id !== last?.review.id);
  return { reviews, waiting: kept && kept.open - (last ? 1 : 0), fault, last, decide, undo, reload };
}
