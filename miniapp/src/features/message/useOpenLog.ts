import { useEffect } from 'react';
import { isVisible } from '@/platform/presence';
import { useLink } from '@/transport/socket';
import { catchUpByHttp, openLog } from './timeline';

const FIRST_MS = 2_500;
const EVERY_MS = 8_000;

/** Keeps a log current while its room is on the screen; by HTTP where no socket gets through. */
export function useOpenLog(paiId: string): void {
  const cut = useLink().phase !== 'open';
  useEffect(() => openLog(paiId), [paiId]);
  useEffect(() => {
    if (!cut) return undefined;
    const fetch = (): void => {
      if (isVisible()) catchUpByHttp(paiId).catch(() => undefined);
    };
    const first = setTimeout(fetch, FIRST_MS);
    const later = setInterval(fetch, EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(later);
    };
  }, [paiId, cut]);
}
