import fs from 'node:fs';
import path from 'node:path';
import { bornAt } from '../../scripts/lock';

const ROOT = path.resolve('.data/tests');

/** A new folder for the data of a test run. Those left by runs that were killed are removed on the way. */
export function newTestFolder(): string {
  fs.mkdirSync(ROOT, { recursive: true });
  for (const name of fs.readdirSync(ROOT)) {
    if (bornAt(Number(name.split('-')[0])) === undefined) fs.rmSync(path.join(ROOT, name), { recursive: true, force: true });
  }
  return fs.mkdtempSync(path.join(ROOT, `${process.pid}-`));
}
