import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process, told apart from a later one with the same pid by the moment it was born. */
export interface ProcessMark {
  pid: number;
  born: string;
}

/** When the process started, in the unit of the system; undefined when there is none (a zombie counts as none). */
export function bornAt(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      // after the name, which may hold spaces and brackets: state is the 1st field, start time the 20th
      const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

export const markOf = (pid: number): ProcessMark => ({ pid, born: bornAt(pid) ?? '' });

export const isAlive = (mark: ProcessMark): boolean => mark.born !== '' && bornAt(mark.pid) === mark.born;

export interface Lock {
  /** Adds what a refused second starter is told, e.g. the address. */
  note(text: string): void;
  release(): void;
}

export class LockHeld extends Error {
  constructor(
    readonly pid: number,
    readonly note: string,
  ) {
    super(`held by process ${pid}`);
  }
}

interface Holder extends ProcessMark {
  note: string;
}

/**
 * Takes a lock file, at once or not at all: LockHeld when a living process has it. One left by a dead process is taken over,
 * so a crash needs no cleaning up.
 */
export function takeLock(file: string): Lock {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const self = markOf(process.pid);
  const write = (note: string): void => fs.writeFileSync(mine, JSON.stringify({ ...self, note } satisfies Holder));
  write('');
  try {
    for (;;) {
      if (linkNew(mine, file)) break;
      const holder = readHolder(file);
      if (holder && isAlive(holder)) throw new LockHeld(holder.pid, holder.note);
      discardStale(file, holder);
    }
  } finally {
    fs.rmSync(mine, { force: true });
  }
  return {
    note: (text) => {
      write(text);
      fs.renameSync(mine, file);
    },
    release: () => {
      if (readHolder(file)?.pid === self.pid) fs.rmSync(file, { force: true });
    },
  };
}

/** Takes a lock, waiting for a living holder as long as it takes. */
export async function waitForLock(file: string, onWait: (pid: number) => void): Promise<Lock> {
  for (let told = false; ; told = true) {
    try {
      return takeLock(file);
    } catch (error) {
      if (!(error instanceof LockHeld)) throw error;
      if (!told) onWait(error.pid);
      await sleep(200);
    }
  }
}

function linkNew(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to); // link never replaces, and the content is there from the first moment
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Moves a dead process's lock away. If another starter was quicker and its fresh lock was moved, that one is put back. */
function discardStale(file: string, seen: Holder | undefined): void {
  const grave = `${file}.stale.${process.pid}`;
  try {
    fs.renameSync(file, grave);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(grave);
  if (moved && (moved.pid !== seen?.pid || moved.born !== seen.born)) linkNew(grave, file);
  fs.rmSync(grave, { force: true });
}
