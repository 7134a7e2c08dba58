import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';

/** Fails when a script in a folder holds syntax newer than ES5, which old phones refuse as a whole. Returns how many were read. */
export function requireEs5(folder: string): number {
  const scripts = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(folder, name));
  if (scripts.length === 0) throw new Error(`there is no script in ${folder}`);
  const bad = scripts.flatMap((file) => {
    const text = fs.readFileSync(file, 'utf8');
    try {
      parse(text, { ecmaVersion: 5 });
      return [];
    } catch (error) {
      const { message, pos = 0 } = error as Error & { pos?: number };
      return [`${file}: ${message} at ${JSON.stringify(text.slice(Math.max(0, pos - 40), pos + 40))}`];
    }
  });
  if (bad.length > 0) throw new Error(`newer than ES5; name its package in compile.include of miniapp/config/index.ts:\n${bad.map((line) => `  ${line}`).join('\n')}`);
  return scripts.length;
}
