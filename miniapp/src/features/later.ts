/** Runs `work` once, `ms` after the first of many calls. */
export function batched(ms: number, work: () => void): { (): void; now(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    work();
  };
  return Object.assign(() => {
    timer ??= setTimeout(now, ms);
  }, { now });
}
