import fs from 'node:fs';
import path from 'node:path';

const LIMIT_KB = 700;

/** Size of the main package in KB: everything outside the sub-packages, without source maps. */
export function mainPackageKb(folder: string): number {
  const app = JSON.parse(fs.readFileSync(path.join(folder, 'app.json'), 'utf8')) as { subPackages?: { root: string }[]; subpackages?: { root: string }[] };
  const roots = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(({ root }) => `${root.replace(/\/$/, '')}/`);
  let bytes = 0;
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const stat = fs.statSync(path.join(folder, name));
    if (stat.isFile() && !name.endsWith('.map') && !roots.some((root) => name.startsWith(root))) bytes += stat.size;
  }
  return bytes / 1024;
}

/** Fails when the main package has outgrown its limit; WeChat's own is 2 MB, and every KB is waited for. */
export function requireWeappSize(folder: string): string {
  const size = mainPackageKb(folder);
  const largest = fs
    .readdirSync(folder)
    .filter((name) => fs.statSync(path.join(folder, name)).isFile() && !name.endsWith('.map'))
    .map((name) => ({ name, kb: fs.statSync(path.join(folder, name)).size / 1024 }))
    .sort((a, b) => b.kb - a.kb)
    .slice(0, 5)
    .map(({ name, kb }) => `${name} ${kb.toFixed(0)}`);
  if (size > LIMIT_KB) throw new Error(`the main package has ${size.toFixed(0)} KB, ${LIMIT_KB} are allowed; largest: ${largest.join(', ')}. Move pages into sub-packages or drop a dependency.`);
  return `${size.toFixed(0)} of ${LIMIT_KB} KB`;
}
