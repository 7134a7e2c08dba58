import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const BROKEN = '{"no JSON';

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * Sends all lines to one process of the engine command, a broken one first, and gives one answer for each: undefined
 * where there is none or an error. Fails when the broken line is not answered with an error.
 */
export async function askEngine(verb: string, lines: readonly unknown[]): Promise<{ answers: unknown[]; seconds: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', resolve('scripts/engine.ts'), verb], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end([BROKEN, ...lines.map((line) => JSON.stringify(line))].join('\n') + '\n');
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const [broken, ...answers] = output.split('\n').map(parsed) as ({ error?: { code?: string; message?: string } } | undefined)[];
  if (!broken?.error?.code || !broken.error.message) throw new Error(`${verb}: a line that is no JSON was not answered with an error`);
  return { answers: lines.map((_, i) => (answers[i] === undefined || answers[i].error ? undefined : answers[i])), seconds: (performance.now() - start) / 1000 };
}

/** Where the evaluation sets are: beside the project, never in it. */
export const evalFile = (name: string): string => resolve('../shared/evals', name);
