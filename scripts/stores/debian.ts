import fs from 'node:fs';
import { run } from '../guarded';
import type { Say } from './binary';

/** Whether packages can be installed with apt-get without asking anyone: root on Debian or a child of it. */
export const canInstall = (): boolean => process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');

/** Installs Debian packages. Rejects with apt's last words. */
export async function installDebian(packages: readonly string[], say: Say): Promise<void> {
  say(`installing ${packages.join(', ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => run('/usr/bin/apt-get', ['-y', '-q', '-o', 'DPkg::Lock::Timeout=120', ...args], { env });
  const install = () => apt('install', '--no-install-recommends', ...packages);
  let ran = await install();
  if (ran.code !== 0) {
    await apt('update'); // a fresh system has no package lists, an old one has stale ones
    ran = await install();
  }
  if (ran.code !== 0) throw new Error(`apt-get install ${packages.join(' ')} failed: ${ran.output.trim().split('\n').slice(-3).join(' ')}`);
}
