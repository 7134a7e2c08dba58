import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { requireEs5 } from './es5';
import { outcomeOf } from './jest';
import { check, totalOf } from './outcome';
import { mainPackageKb, requireWeappSize } from './weappSize';

const REPORT = { numPassedTests: 3, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numTotalTests: 3, numPendingTests: 0, testResults: [] };
const message = (error: unknown): string => (error as Error).message;

describe('counting a test run', () => {
  it('counts each test and each check', async () => {
    const good = await check('a', () => 'note', message).run();
    const bad = await check('b', () => Promise.reject(new Error('why')), message).run();
    expect(bad).toMatchObject({ failed: 1, why: 'why' });
    expect(totalOf([good, bad, outcomeOf('c', REPORT, 0, '')])).toMatchObject({ line: '4 passed, 1 failed' });
  });

  it.each([
    ['a failed test', { ...REPORT, numFailedTests: 2, numTotalTests: 5 }, 1, 2],
    ['a file that could not run', { ...REPORT, numRuntimeErrorTestSuites: 1 }, 1, 1],
    ['a project without tests', { ...REPORT, numPassedTests: 0, numTotalTests: 0 }, 0, 1],
    ['a bad end with nothing counted', REPORT, 1, 1],
    ['a run that was stopped at its limit', REPORT, null, 1],
  ])('counts %s as failed', (_, report, code, count) => {
    const outcome = outcomeOf('x', report, code, 'the last words');
    expect(outcome.failed).toBe(count);
    expect(outcome.why).toBeTruthy();
  });
});

describe('checks of the builds', () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pai-out-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, content: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  };

  it.each(['const a = 1', 'var f = () => 1', 'var s = `x`', 'a?.b', 'async function f() {}', 'class A {}'])('finds syntax newer than ES5: %s', (code) => {
    write('old.js', 'var a = function () { return { default: 1 } }');
    write('sub/new.js', code);
    expect(() => requireEs5(folder)).toThrow('sub/new.js');
  });

  it('passes ES5 and refuses an empty folder', () => {
    expect(() => requireEs5(folder)).toThrow('no script');
    write('a.js', 'var a = { get b() { return 1 } };');
    expect(requireEs5(folder)).toBe(1);
  });

  it('measures the main package without sub-packages and source maps', () => {
    write('app.json', JSON.stringify({ subPackages: [{ root: 'pages/far' }] }).padEnd(1024));
    write('app.js', 'x'.repeat(2048));
    write('app.js.map', 'x'.repeat(9999));
    write('pages/far/index.js', 'x'.repeat(9999));
    expect(mainPackageKb(folder)).toBe(3);
    expect(requireWeappSize(folder)).toBe('3 of 700 KB');
    write('taro.js', 'x'.repeat(700 * 1024));
    expect(() => requireWeappSize(folder)).toThrow(/703 KB, 700 are allowed; largest: taro\.js 700/);
  });
});
