import { useEffect, useMemo, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import type { Challenge } from '@shared/wire/challenge';
import { clockNow } from '@/features/challenge/clock';
import { standHere, type Here } from '@/features/challenge/local';
import type { Unsent } from '@/features/challenge/unsent';

/** A window opens and closes on the minute. */
const LOOK_MS = 15_000;

/** Where I stand now: by the rules on this device, on top of what the cloud said last. */
export function useHere(challenge: Challenge, unsent: readonly Unsent[]): Here {
  const [now, setNow] = useState(clockNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(clockNow()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  useDidShow(() => setNow(clockNow()));
  // what was told may have set the clock right
  useEffect(() => setNow(clockNow()), [challenge]);
  return useMemo(() => standHere(challenge, unsent.filter(({ why }) => why === undefined).map(({ doneAt }) => Date.parse(doneAt)), Math.max(now, ...unsent.map(({ doneAt }) => Date.parse(doneAt)))), [challenge, unsent, now]);
}
