import { useEffect, useState } from 'react';

/** The time, ticking each second until a moment is reached; it stands still afterwards, and without one. */
export function useNow(until: string | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  const end = until === undefined ? 0 : Date.parse(until);
  const runs = end > now;
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [runs]);
  return now;
}
