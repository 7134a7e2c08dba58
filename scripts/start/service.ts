import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from '../build/targets';
import type { Guarded } from '../guarded';
import { spawnGuarded } from '../guarded';
import { SetupError } from '../setupError';

const READY_MS = 60_000;

export interface RunningService {
  child: Guarded;
  log: string;
  /** What it said last. */
  lastWords(): string;
}

/** Starts the cloud with its log in <dataDir>/logs and waits until it says it is well. */
export async function startCloud(args: readonly string[], env: NodeJS.ProcessEnv, dataDir: string): Promise<RunningService> {
  const log = path.join(dataDir, 'logs', 'cloud.log');
  fs.mkdirSync(path.dirname(log), { recursive: true });
  if (fs.existsSync(log)) fs.renameSync(log, `${log}.1`);
  const fd = fs.openSync(log, 'a', 0o600);
  const child = await spawnGuarded(process.execPath, args, { output: fd, graceSeconds: 15, env });
  fs.closeSync(fd);
  const service = { child, log, lastWords: () => lastLines(fs.readFileSync(log, 'utf8'), 12) };
  await untilHealthy(service, `http://127.0.0.1:${env.PORT}/healthz`);
  return service;
}

async function untilHealthy({ child, log, lastWords }: RunningService, url: string): Promise<void> {
  let ended = false;
  void child.exited.then(() => (ended = true));
  for (const deadline = Date.now() + READY_MS; ; await sleep(50)) {
    if (ended) throw new SetupError(`The service ended while starting:\n${lastWords()}`, [`see ${log}`]);
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() < deadline) continue;
    await child.stop();
    throw new SetupError(`The service was not well after ${READY_MS / 1000} s (${url} says ${answer?.status ?? 'nothing'}):\n${lastWords()}`, [`see ${log}`]);
  }
}
