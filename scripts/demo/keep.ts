import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { dataFolder } from '../stores';

/** What is remembered of a demo between starts. */
export interface Kept {
  /** Device keys are made from it, so that the same people sign in again, and nobody else can as them. */
  secret: string;
  paiId?: string;
  inviteUrl?: string;
  /** Everything has been said; until then a start goes on where the last one was cut off. */
  isWhole?: boolean;
}

const file = (): string => path.join(dataFolder(), 'demo.json');

export function readKept(): Kept {
  try {
    return JSON.parse(fs.readFileSync(file(), 'utf8')) as Kept;
  } catch {
    const fresh = { secret: randomBytes(16).toString('hex') };
    writeKept(fresh);
    return fresh;
  }
}

export function writeKept(kept: Kept): void {
  fs.mkdirSync(path.dirname(file()), { recursive: true });
  fs.writeFileSync(file(), JSON.stringify(kept), { mode: 0o600 });
}

export const deviceOf = (secret: string, who: string): string => createHash('sha256').update(`${secret}/${who}`).digest('hex');
