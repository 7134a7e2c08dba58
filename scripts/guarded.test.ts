import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { run, spawnGuarded } from './guarded';
import { isAlive, markOf } from './lock';

const STARTER = `
  import { spawnGuarded } from './scripts/guarded.ts';
  const stubborn = process.env.STUBBORN === '1';
  const child = await spawnGuarded('/bin/sh', ['-c', stubborn ? "trap '' TERM; while :; do sleep 0.1; done" : 'exec sleep 300'], { output: 'inherit', graceSeconds: 1 });
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

/** A process that starts a guarded command and prints its pid. */
async function givenStarter(env: Record<string, string> = {}): Promise<{ starter: ReturnType<typeof spawn>; pid: number }> {
  const starter = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', STARTER], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  for await (const chunk of starter.stdout as AsyncIterable<Buffer>) return { starter, pid: Number(String(chunk).trim()) };
  throw new Error('the starter said nothing');
}

async function untilGone(pid: number, ms: number): Promise<boolean> {
  const mark = markOf(pid);
  for (let waited = 0; waited < ms; waited += 50) {
    if (!isAlive(mark)) return true;
    await sleep(50);
  }
  return false;
}

describe('a guarded command', () => {
  it.each(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const)('ends when its starter gets %s', async (signal) => {
    const { starter, pid } = await givenStarter();
    expect(isAlive(markOf(pid))).toBe(true);
    starter.kill(signal);
    expect(await untilGone(pid, 5000)).toBe(true);
  });

  it('ends with its starter though all around it was sent SIGTERM before', async () => {
    const { starter, pid } = await givenStarter({ STUBBORN: '1' });
    const guard = execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    process.kill(-Number(guard), 'SIGTERM'); // its group: the guard, the watcher and the command, which does not listen
    await sleep(300);
    starter.kill('SIGKILL');
    expect(await untilGone(pid, 5000)).toBe(true);
  });

  it('is killed after the grace time when it does not listen', async () => {
    const { starter, pid } = await givenStarter({ STUBBORN: '1' });
    starter.kill('SIGKILL');
    expect(await untilGone(pid, 10_000)).toBe(true);
  });

  it('tells how it ended', async () => {
    expect(await run('/bin/sh', ['-c', 'echo out; echo err >&2; exit 3'])).toMatchObject({ code: 3, output: expect.stringMatching(/out[^]*err|err[^]*out/) as string });
  });

  it('is stopped at its limit', async () => {
    const start = Date.now();
    const { code } = await run('/bin/sh', ['-c', 'exec sleep 60'], { limitSeconds: 1 });
    expect(code).not.toBe(0);
    expect(Date.now() - start).toBeLessThan(10_000);
  });

  it('leaves nothing when it is killed', async () => {
    const child = await spawnGuarded('/bin/sh', ['-c', 'exec sleep 300'], { output: 'pipe' });
    await child.kill();
    expect(await untilGone(child.pid, 1000)).toBe(true);
  });
});
