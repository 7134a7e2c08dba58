import { useSyncExternalStore } from 'react';

/** A value that can be watched. Everything the screens show lives in one of these. */
export interface Observable<T> {
  get(): T;
  /** Replaces the value; watchers hear of it unless it is the same one. */
  set(next: T | ((now: T) => T)): void;
  watch(watcher: () => void): () => void;
}

export function observable<T>(initial: T): Observable<T> {
  let value = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      const changed = typeof next === 'function' ? (next as (now: T) => T)(value) : next;
      if (Object.is(changed, value)) return;
      value = changed;
      Array.from(watchers).forEach((watcher) => watcher());
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** The value, or a part of it. `select` must give the same object for the same value. */
export function useObservable<T>(source: Observable<T>): T;
export function useObservable<T, S>(source: Observable<T>, select: (value: T) => S): S;
export function useObservable<T, S>(source: Observable<T>, select?: (value: T) => S): T | S {
  const read = (): T | S => (select ? select(source.get()) : source.get());
  return useSyncExternalStore(source.watch, read, read);
}
