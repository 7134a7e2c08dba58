import type { Lockfile } from './lock';
import { folderOf, listMissing, mend, platformOf, problemsOf } from './lock';

const lock = (): Lockfile => ({
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { fast: '1.0.0' }, devDependencies: { tool: '2.0.0' } },
    'node_modules/fast': { version: '1.0.0', resolved: 'https://mirror.example/fast.tgz', optionalDependencies: { '@fast/linux-x64': '1.0.0', '@fast/win32-arm64-msvc': '1.0.0' } },
    'node_modules/@fast/linux-x64': { version: '1.0.0', optional: true },
    'node_modules/tool': { version: '2.0.0', optionalDependencies: { '@fast/linux-x64': '0.9.0' } },
    'node_modules/tool/node_modules/@fast/linux-x64': { version: '0.9.0', optional: true },
  },
});
const manifest = { dependencies: { fast: '1.0.0' }, devDependencies: { tool: '2.0.0' } };

describe('the lock of packages', () => {
  it('finds a package as Node does: in the own folder first, then upwards', () => {
    expect(folderOf(lock().packages, 'node_modules/tool', '@fast/linux-x64')).toBe('node_modules/tool/node_modules/@fast/linux-x64');
    expect(folderOf(lock().packages, 'node_modules/fast', '@fast/linux-x64')).toBe('node_modules/@fast/linux-x64');
    expect(folderOf(lock().packages, 'node_modules/fast', 'absent')).toBeUndefined();
  });

  it('tells what keeps it from installing elsewhere', () => {
    expect(listMissing(lock()).map(({ name }) => name)).toEqual(['@fast/win32-arm64-msvc']);
    expect(problemsOf(manifest, lock())).toEqual([expect.stringContaining('@fast/win32-arm64-msvc@1.0.0 (wanted by fast) is missing'), expect.stringContaining('node_modules/fast names the registry')]);
  });

  it('tells of versions that are not exact and of a lock that is behind', () => {
    const mended = mend(lock());
    expect(problemsOf({ ...manifest, dependencies: { fast: '^1.0.0' } }, mended)).toEqual([expect.stringContaining('write one exact version'), expect.stringContaining('fast is ^1.0.0 in package.json and 1.0.0 in the lock')]);
    expect(problemsOf({ dependencies: manifest.dependencies }, mended)).toEqual([expect.stringContaining('tool is absent in package.json')]);
  });

  it('is mended: entries for the missing, no addresses, nothing else changed', () => {
    const mended = mend(lock());
    expect(problemsOf(manifest, mended)).toEqual([]);
    expect(mended.packages['node_modules/@fast/win32-arm64-msvc']).toEqual({ version: '1.0.0', optional: true, os: ['win32'], cpu: ['arm64'] });
    expect(mended.packages['node_modules/tool']).toEqual(lock().packages['node_modules/tool']);
    expect(Object.keys(mended.packages)[0]).toBe('');
    expect(mend(mended)).toEqual(mended);
  });

  it.each([
    ['@swc/core-linux-arm64-gnu', { os: ['linux'], cpu: ['arm64'], libc: ['glibc'] }],
    ['@swc/core-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@tarojs/binding-darwin-x64', { os: ['darwin'], cpu: ['x64'] }],
    ['fsevents', {}],
  ])('reads the system from the name %s', (name, platform) => expect(platformOf(name)).toEqual(platform));
});
