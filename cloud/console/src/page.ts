import { useSyncExternalStore } from 'react';

export type Page = 'overview' | 'reviews';

const read = (): Page => (location.hash === '#reviews' ? 'reviews' : 'overview');

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The page in the address. */
export const usePage = (): Page => useSyncExternalStore(listen, read);
