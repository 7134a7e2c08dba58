import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bornAt, isAlive, LockHeld, markOf, takeLock, waitForLock } from './lock';

describe('the lock on a folder', () => {
  let folder: string;
  const file = (): string => path.join(folder, 'lock');
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pai-lock-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('is refused while its holder lives, telling who that is and what it said', () => {
    const lock = takeLock(file());
    lock.note('http://localhost:8787');
    expect(() => takeLock(file())).toThrow(LockHeld);
    try {
      takeLock(file());
    } catch (error) {
      expect(error).toMatchObject({ pid: process.pid, note: 'http://localhost:8787' });
    }
    lock.release();
    takeLock(file()).release();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('is taken over from a process that was killed', async () => {
    const other = spawn('sleep', ['60']);
    await once(other, 'spawn');
    const mark = markOf(other.pid as number);
    fs.writeFileSync(file(), JSON.stringify({ ...mark, note: '' }));
    expect(() => takeLock(file())).toThrow(LockHeld);
    other.kill('SIGKILL');
    await once(other, 'exit');
    takeLock(file()).release();
  });

  it('is taken over when the pid has gone to a later process', () => {
    fs.writeFileSync(file(), JSON.stringify({ pid: process.pid, born: 'earlier', note: '' }));
    takeLock(file()).release();
  });

  it.each(['', 'not json', '{"pid":'])('is taken over when it is a torn file: %p', (content) => {
    fs.writeFileSync(file(), content);
    takeLock(file()).release();
  });

  it('can be waited for', async () => {
    const lock = takeLock(file());
    const waitedFor: number[] = [];
    const waiting = waitForLock(file(), (pid) => waitedFor.push(pid));
    setTimeout(lock.release, 300);
    (await waiting).release();
    expect(waitedFor).toEqual([process.pid]);
  });

  it('does not take a process that has ended for a living one', async () => {
    const other = spawn('sleep', ['60']);
    await once(other, 'spawn');
    const mark = markOf(other.pid as number);
    expect(isAlive(mark)).toBe(true);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(isAlive(mark)).toBe(false);
    expect(bornAt(other.pid as number)).toBeUndefined();
  });
});
