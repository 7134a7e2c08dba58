/** One installed package as package-lock.json has it. */
export interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** package-lock.json; '' is the project itself, the other keys are folders. */
export interface Lockfile {
  lockfileVersion: number;
  packages: Record<string, LockedPackage>;
}

export interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

export interface Missing {
  /** Folder where it would be. */
  folder: string;
  name: string;
  version: string;
  wantedBy: string;
}

/** Folder where a package wanted in `from` is found, the way Node looks for it: in its own folder first, then upwards. */
export function folderOf(packages: Lockfile['packages'], from: string, name: string): string | undefined {
  for (let base = from; ; base = parentOf(base)) {
    const folder = base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (packages[folder]) return folder;
    if (base === '') return undefined;
  }
}

function parentOf(folder: string): string {
  const end = folder.lastIndexOf('/node_modules/');
  return end === -1 ? '' : folder.slice(0, end);
}

/** Programs for other systems that are wanted and not in the lock: npm leaves out what the registry of the writer does not have. */
export function listMissing({ packages }: Lockfile): Missing[] {
  return Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => folderOf(packages, folder, name) === undefined)
      .map(([name, version]) => ({ folder: `node_modules/${name}`, name, version, wantedBy: folder.replace(/^.*node_modules\//, '') })),
  );
}

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** What keeps the lock from installing everywhere, one sentence each. Empty: it does. */
export function problemsOf(manifest: Manifest, lock: Lockfile): string[] {
  const root = lock.packages[''] ?? {};
  const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  const locked: Record<string, string> = { ...root.dependencies, ...root.devDependencies };
  return [
    ...listMissing(lock).map(({ name, version, wantedBy }) => `${name}@${version} (wanted by ${wantedBy}) is missing, so npm ci refuses the lock`),
    ...resolved.slice(0, 3).map(([folder]) => `${folder} names the registry it came from; with another registry it does not install`),
    ...Object.entries(wanted).flatMap(([name, version]) => (EXACT.test(version) ? [] : [`${name} is "${version}" in package.json; write one exact version`])),
    ...[...new Set([...Object.keys(wanted), ...Object.keys(locked)])]
      .filter((name) => wanted[name] !== locked[name])
      .map((name) => `${name} is ${wanted[name] ?? 'absent'} in package.json and ${locked[name] ?? 'absent'} in the lock`),
  ];
}

/** The lock with an entry for every missing program and without addresses of a registry. */
export function mend(lock: Lockfile): Lockfile {
  const packages: Lockfile['packages'] = {};
  for (const [folder, entry] of Object.entries(lock.packages)) {
    const kept = { ...entry };
    delete kept.resolved;
    packages[folder] = kept;
  }
  for (const { folder, name, version } of listMissing(lock)) packages[folder] = { version, optional: true, ...platformOf(name) };
  const [root, ...rest] = Object.entries(packages);
  return { ...lock, packages: Object.fromEntries([...(root ? [root] : []), ...rest.sort(([a], [b]) => a.localeCompare(b, 'en'))]) };
}

const SYSTEMS = ['darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'netbsd', 'android', 'sunos', 'aix', 'wasi', 'openharmony'];
const PROCESSORS = ['x64', 'arm64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32'];

/** The system a prebuilt program is for, as its name says: …-linux-arm64-gnu. */
export function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const parts = (name.split('/').pop() ?? '').split('-');
  const os = parts.filter((part) => SYSTEMS.includes(part));
  const cpu = parts.filter((part) => PROCESSORS.includes(part));
  const libc = os.includes('linux') ? parts.flatMap((part) => ({ gnu: ['glibc'], musl: ['musl'] })[part] ?? []) : [];
  return { ...(os.length > 0 ? { os } : {}), ...(cpu.length > 0 ? { cpu } : {}), ...(libc.length > 0 ? { libc } : {}) };
}
