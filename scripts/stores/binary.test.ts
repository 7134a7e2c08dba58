import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SetupError } from '../setupError';
import type { Program, Source } from './binary';
import { fetchInto, firstThatWorks, isExecutable } from './binary';

const PROGRAM: Program = { name: 'Thing', minimum: [6, 2], cures: ['install a Thing', 'or name one'] };

describe('finding a program', () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pai-bin-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const program = (name: string, script: string): string => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return file;
  };
  const source = (name: string, file: string | undefined, fetches = false): Source => ({ name, fetches, find: async () => file });
  const find = (...sources: Source[]): ReturnType<typeof firstThatWorks> => firstThatWorks(PROGRAM, sources, folder, () => undefined);

  it('takes the first that runs and is new enough, and says which', async () => {
    const broken = program('broken', 'echo "libx.so.1: cannot open" >&2; exit 127');
    const old = program('old', 'echo "Thing v=5.0.9"');
    const good = program('good', 'echo "Thing v=6.2.14"');
    const found = await find(source('nowhere', undefined), source('broken one', broken), source('old one', old), source('on PATH', good), source('later', old));
    expect(found).toEqual({ file: good, source: 'good 6.2.14 (on PATH)' });
  });

  it('fetches nothing while one is here', async () => {
    const good = program('good', 'echo v7.0.0');
    const fetching: Source = { name: 'download', fetches: true, find: () => Promise.reject(new Error('was asked')) };
    expect((await find(fetching, source('here', good))).file).toBe(good);
  });

  it('names everything it tried and the cures when there is none', async () => {
    const old = program('old', 'echo v5.1.2');
    const failing: Source = { name: 'download', fetches: true, find: () => Promise.reject(new Error('no network')) };
    const error = await find(source('on PATH', old), failing).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SetupError);
    expect((error as SetupError).text).toMatch(/Thing 6\.2 or later[^]*on PATH: version 5\.1\.2 is older[^]*download: no network[^]*cure 1: install a Thing[^]*cure 2: or name one/);
  });

  it('keeps a fetched program only when it is whole and runs', async () => {
    const fetchText = (text: string) => fetchInto(folder, 'thing', async (temporary) => {
      const file = path.join(temporary, 'half');
      fs.writeFileSync(file, text);
      return file;
    });
    await expect(fetchText('#!/bin/sh\nexit 1\n')).rejects.toThrow('does not run');
    expect(fs.readdirSync(folder)).toEqual([]);
    const kept = await fetchText('#!/bin/sh\necho v7.1.0\n');
    expect(isExecutable(kept)).toBe(true);
    expect(fs.readdirSync(folder)).toEqual(['thing']);
  });
});
