import { useEffect, useRef } from 'react';

/** Calls what belongs to a key, unless something is being written or a modifier is down. */
export function useKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const at = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
      // Enter on a button or link is its own.
      if (event.key === 'Enter' && /^(BUTTON|A)$/.test(at.tagName) && !at.classList.contains('rv-item') && !at.classList.contains('rv-act')) return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
