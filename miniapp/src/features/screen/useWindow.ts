import { useState } from 'react';

/** A long list, drawn as far as somebody has scrolled: the first `step`, then `step` more each time its end comes near. */
export function useWindow<Item>(items: readonly Item[], step = 40): { shown: readonly Item[]; more: () => void } {
  const [count, setCount] = useState(step);
  return { shown: items.length > count ? items.slice(0, count) : items, more: () => setCount((now) => (now < items.length ? now + step : now)) };
}
