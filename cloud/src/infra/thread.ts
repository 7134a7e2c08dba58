import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

interface Bounds {
  mostMs: number;
  signal?: AbortSignal | undefined;
}

/* From source there is no loader in a thread until it fetches one. */
const fromSource = (file: URL): string => `require('tsx/cjs'); require(${JSON.stringify(fileURLToPath(file))})`;

/**
 * Runs a file in a thread of its own, so that the event loop goes on, and gives what it posts first. Rejects with what
 * it throws, after `mostMs`, or when `signal` ends it.
 */
export function inThread(file: URL, workerData: unknown, { mostMs, signal }: Bounds): Promise<unknown> {
  const isSource = file.pathname.endsWith('.ts');
  const worker = new Worker(isSource ? fromSource(file) : file, { eval: isSource, execArgv: [], workerData });
  return new Promise((resolve, reject) => {
    const end = (why: string): void => {
      reject(new Error(why));
      void worker.terminate();
    };
    const timer = setTimeout(() => end(`a thread took longer than ${mostMs} ms`), mostMs);
    const onAbort = (): void => end('a thread was ended');
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      reject(new Error(`a thread ended with ${code}`));
    });
  });
}
