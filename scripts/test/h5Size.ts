import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser';

const LIMIT_KB = 200;
/** What people open first: the home page, and an invitation. */
const ENTRANCES = ['/', '/i/abcdefghijklmnopqrstuv'];
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

/** Fails when a first visit fetches more than the limit, compressed with gzip, before a person can read anything. */
export async function requireH5Size(folder: string, say: (line: string) => void): Promise<string> {
  const server = http.createServer((request, response) => serve(folder, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ executablePath: await findBrowser(say), args: ['--no-sandbox'] });
  try {
    const sizes: number[] = [];
    for (const entrance of ENTRANCES) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const fetched = new Set<string>();
      page.on('request', (request) => fetched.add(new URL(request.url()).pathname));
      await page.goto(`http://127.0.0.1:${port}${entrance}`, { waitUntil: 'networkidle' });
      sizes.push([...fetched].reduce((sum, name) => sum + gzippedBytes(folder, name), 0) / 1024);
      await context.close();
    }
    const most = Math.max(...sizes);
    if (most > LIMIT_KB) throw new Error(`a first visit fetches ${most.toFixed(0)} KB (gzip), ${LIMIT_KB} are allowed. See which chunk grew in ${folder}/js.`);
    return `home ${sizes[0]?.toFixed(0)}, invitation ${sizes[1]?.toFixed(0)} of ${LIMIT_KB} KB`;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

const fileOf = (folder: string, name: string): string => (path.extname(name) ? path.join(folder, path.normalize(name)) : path.join(folder, 'index.html'));

function serve(folder: string, request: http.IncomingMessage, response: http.ServerResponse): void {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = fileOf(folder, pathname);
  if (pathname.startsWith('/api/') || !fs.existsSync(file)) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
  fs.createReadStream(file).pipe(response);
}

function gzippedBytes(folder: string, name: string): number {
  const file = fileOf(folder, name);
  if (name.startsWith('/api/') || name === '/ws' || !fs.existsSync(file)) return 0;
  return fs.existsSync(`${file}.gz`) ? fs.statSync(`${file}.gz`).size : gzipSync(fs.readFileSync(file)).length;
}
