/** A signal for work that has to end, and what to call when it has. */
export interface Bounded {
  signal: AbortSignal;
  release: () => void;
}

/**
 * Aborts with `signal`, or after a while. Not AbortSignal.any over AbortSignal.timeout: Node holds both of these only weakly,
 * so that the limit may be collected before its time and the work go on for ever.
 */
export function bounded(signal: AbortSignal, milliseconds: number): Bounded {
  const controller = new AbortController();
  const end = (): void => controller.abort(signal.reason);
  const timer = setTimeout(() => controller.abort(new DOMException(`not done within ${milliseconds} ms`, 'TimeoutError')), milliseconds);
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  const release = (): void => {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  };
  return { signal: controller.signal, release };
}
