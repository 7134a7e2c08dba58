import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isFresh, makeTarget, sumOf } from './fresh';
import type { Target } from './targets';

describe('building what is stale', () => {
  let folder: string;
  let made: number;
  let target: Target;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pai-build-'));
    made = 0;
    fs.mkdirSync(path.join(folder, 'src'));
    fs.writeFileSync(path.join(folder, 'src/a.ts'), 'a');
    const output = path.join(folder, 'src/dist');
    target = {
      name: `test-${path.basename(folder)}`,
      sources: [path.join(folder, 'src')],
      settings: ['PAI_BUILD_TEST'],
      output,
      proof: 'index.html',
      make: async () => {
        made++;
        fs.mkdirSync(output, { recursive: true });
        fs.writeFileSync(path.join(output, 'index.html'), 'page');
      },
    };
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.rmSync(path.resolve('.data/build', `${target.name}.sum`), { force: true });
  });

  it('builds once, and again when a source changes', async () => {
    expect(await makeTarget(target)).toBe(true);
    expect(await makeTarget(target)).toBe(false);
    fs.writeFileSync(path.join(folder, 'src/a.test.ts'), 'a test is no source');
    expect(isFresh(target)).toBe(true);
    fs.writeFileSync(path.join(folder, 'src/a.ts'), 'b');
    expect(isFresh(target)).toBe(false);
    expect(await makeTarget(target)).toBe(true);
    expect(made).toBe(2);
  });

  it('builds again when somebody else has built over it or emptied it', async () => {
    await makeTarget(target);
    fs.writeFileSync(path.join(target.output, 'index.html'), 'another page');
    expect(isFresh(target)).toBe(false);
    await makeTarget(target);
    fs.rmSync(path.join(target.output, 'index.html'));
    expect(isFresh(target)).toBe(false);
  });

  it('sees a setting that ends up in the result', () => {
    expect(sumOf(target, { PAI_BUILD_TEST: 'x' })).not.toBe(sumOf(target, {}));
  });

  it('does not take a build that failed or made nothing for a result', async () => {
    await makeTarget(target);
    fs.writeFileSync(path.join(folder, 'src/a.ts'), 'b');
    await expect(makeTarget({ ...target, make: () => Promise.reject(new Error('no')) })).rejects.toThrow('no');
    expect(isFresh(target)).toBe(false);
    const empty = { ...target, make: async () => fs.rmSync(target.output, { recursive: true }) };
    await expect(makeTarget(empty)).rejects.toThrow('made no');
  });

  it('builds once when two ask at the same time', async () => {
    await Promise.all([makeTarget(target, { say: () => undefined }), makeTarget(target, { say: () => undefined })]);
    expect(made).toBe(1);
  });
});
