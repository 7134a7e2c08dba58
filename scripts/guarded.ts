import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A running command that cannot outlive this process. */
export interface Guarded {
  pid: number;
  exited: Promise<Exit>;
  /** Asks it to end (SIGTERM), kills it after the grace time; resolves when it is gone. */
  stop(): Promise<void>;
  /** SIGKILL, for fault tests. */
  kill(): Promise<void>;
  /** With output 'pipe': standard output and standard error. */
  out: Readable | undefined;
  err: Readable | undefined;
}

interface SpawnOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Where standard output and error go: a file descriptor, the terminal or streams. */
  output: number | 'inherit' | 'pipe';
  /** Seconds between SIGTERM and SIGKILL. */
  graceSeconds?: number;
}

/**
 * Starts a command in a process group of its own, so that Ctrl-C reaches it only through us and in our order,
 * under a guard (guard.sh) that ends it when this process is gone, kill -9 included.
 */
export async function spawnGuarded(command: string, args: readonly string[], options: SpawnOptions): Promise<Guarded> {
  const guard = spawn('/bin/sh', [path.resolve('scripts/guard.sh'), String(options.graceSeconds ?? 20), command, ...args], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    stdio: ['pipe', options.output, options.output, 'pipe'],
  });
  const exited = new Promise<Exit>((resolve, reject) => {
    guard.once('error', reject);
    guard.once('exit', (code, signal) => resolve({ code, signal }));
  });
  exited.catch(() => undefined);
  guard.stdin?.on('error', () => undefined); // the guard ended first: nothing left to tell it
  const pid = await firstLine(guard.stdio[3] as Readable, exited);
  return {
    pid: Number(pid),
    exited,
    stop: async () => {
      guard.stdin?.end();
      await exited;
    },
    kill: async () => {
      killIfAlive(Number(pid));
      await exited;
    },
    out: guard.stdout ?? undefined,
    err: guard.stderr ?? undefined,
  };
}

async function firstLine(stream: Readable, exited: Promise<Exit>): Promise<string> {
  let text = '';
  const read = (async () => {
    for await (const chunk of stream) text += String(chunk);
    return text.trim();
  })();
  const line = await Promise.race([read, exited.then(() => read)]);
  if (line === '') throw new Error('/bin/sh could not run scripts/guard.sh');
  return line;
}

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export interface Ran extends Exit {
  /** Standard output and standard error, in the order they came. */
  output: string;
}

const running = new Set<Guarded>();

/** Runs a command to its end, or to the limit, and keeps its output. Never rejects for an exit code. */
export async function run(command: string, args: readonly string[], options: Omit<SpawnOptions, 'output'> & { onLine?: (line: string) => void; limitSeconds?: number } = {}): Promise<Ran> {
  const child = await spawnGuarded(command, args, { ...options, output: 'pipe', graceSeconds: options.graceSeconds ?? 5 });
  running.add(child);
  const limit = options.limitSeconds ? setTimeout(() => void child.stop(), options.limitSeconds * 1000) : undefined;
  let output = '';
  let rest = '';
  const collect = (chunk: Buffer): void => {
    const text = chunk.toString();
    output += text;
    if (!options.onLine) return;
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) options.onLine(line);
  };
  child.out?.on('data', collect);
  child.err?.on('data', collect);
  const exit = await child.exited;
  clearTimeout(limit);
  running.delete(child);
  return { ...exit, output };
}

/** Ends every command of `run` that still runs. */
export async function stopRunning(): Promise<void> {
  await Promise.all([...running].map((child) => child.stop()));
}
