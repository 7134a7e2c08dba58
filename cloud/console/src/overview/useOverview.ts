import { useCallback, useEffect, useRef, useState } from 'react';
import type { Overview } from '@shared/wire/console';
import { type ApiError, readOverview } from '../api';
import { useWords } from '../words/WordsContext';

const EVERY_MS = 15_000;

export interface OverviewState {
  figures: Overview | undefined;
  /** When they came, on this browser's clock. */
  at: number | undefined;
  /** Why the last try came to nothing; what was there before stays. */
  fault: string | undefined;
  reload: () => void;
}

/** The figures, read again every 15 s while the page is looked at. */
export function useOverview(token: string, onEnded: () => void): OverviewState {
  const { locale, t } = useWords();
  const [kept, setKept] = useState<{ figures: Overview; at: number }>();
  const [fault, setFault] = useState<string>();
  const ended = useRef(onEnded);
  ended.current = onEnded;
  const offline = t('error.offline');

  const reload = useCallback(() => {
    readOverview(token, locale).then(
      (figures) => {
        setKept({ figures, at: Date.now() });
        setFault(undefined);
      },
      (error: ApiError) => (error.kind === 'signed-out' ? ended.current() : setFault(error.message || offline)),
    );
  }, [token, locale, offline]);

  useEffect(() => {
    reload();
    const look = (): void => {
      if (!document.hidden) reload();
    };
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [reload]);

  return { figures: kept?.figures, at: kept?.at, fault, reload };
}
