import { useEffect, useState } from 'react';
import { isH5 } from '@/platform/env';

const QUERY = '(min-width: 900px)';

/** Whether list and conversation fit side by side. Never in a mini-program. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => isH5 && window.matchMedia(QUERY).matches);
  useEffect(() => {
    if (!isH5) return undefined;
    const query = window.matchMedia(QUERY);
    const changed = (): void => setWide(query.matches);
    /* Safari before 14 has only these two. */
    query.addListener(changed);
    return () => query.removeListener(changed);
  }, []);
  return wide;
}
