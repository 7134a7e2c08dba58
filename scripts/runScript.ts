import path from 'node:path';
import { SetupError } from './setupError';

/** Runs a script's main when that script is what was started, and ends with 1 and the reason when it fails. */
export function runScript(script: string, main: () => Promise<void> | void): void {
  if (!isStarted(script)) return;
  void Promise.resolve()
    .then(main)
    .catch((error: Error) => {
      console.error(reasonOf(error));
      process.exitCode = 1;
    });
}

/** Whether `scripts/<script>.ts` is what was started, as opposed to imported. */
export const isStarted = (script: string): boolean => path.basename(process.argv[1] ?? '').replace(/\.ts$/, '') === script;

/** What a person is told of a failure: what and the cures, or everything when it is a bug of ours. */
export function reasonOf(error: unknown): string {
  if (error instanceof SetupError) return error.text;
  const known = error as Error;
  return known.name === 'Error' ? known.message : (known.stack ?? String(error));
}

/** Seconds since a moment, for people. */
export const since = (start: number): string => `${((Date.now() - start) / 1000).toFixed(1)} s`;
