import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Context, Middleware } from 'koa';
import send from 'koa-send';
import type { Readable } from 'node:stream';
import { log } from '../infra/logger';

/** What a link preview shows of an address. */
export interface Preview {
  title: string;
  description: string;
}

interface ClientPages {
  /** Built H5 client, served at /. */
  h5Dir: string;
  /** Built console, served at /console. */
  consoleDir: string;
  /** Address people open, without a slash at the end. */
  publicUrl: () => string;
  /** Preview of an invitation's page; undefined when it leads nowhere. */
  previewInvite: (token: string, ip: string) => Promise<Preview | undefined>;
}

const HASHED = /\.[0-9a-f]{8,}\.(js|css)$/;

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** Inline scripts of the built page are allowed by their hashes, nothing else inline is. */
function allowInlineScripts(ctx: Context, html: string): void {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => `'sha256-${createHash('sha256').update(match[1] ?? '').digest('base64')}'`);
  const policy = String(ctx.response.get('Content-Security-Policy'));
  ctx.set('Content-Security-Policy', policy.replace("script-src 'self'", ["script-src 'self'", ...hashes].join(' ')));
}

function openGraph(preview: Preview, url: string): string {
  const tags = { 'og:type': 'website', 'og:site_name': '派', 'og:title': preview.title, 'og:description': preview.description, 'og:url': url };
  const meta = Object.entries(tags).map(([property, content]) => `<meta property="${property}" content="${escapeHtml(content)}">`);
  return [...meta, `<meta name="description" content="${escapeHtml(preview.description)}">`].join('');
}

const GENERAL: Preview = { title: '派', description: '开一个派，叫上几个人：聊天、定行程、一起打卡。AI 成员坐在旁边，叫它才开口。' };

async function sendIndex(ctx: Context, pages: ClientPages, preview: Preview): Promise<void> {
  const html = await readFile(path.join(pages.h5Dir, 'index.html'), 'utf8').catch(() => undefined);
  if (html === undefined) {
    ctx.status = 503;
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = 'The H5 client is not built yet: npm run build:h5\n';
    return;
  }
  const head = openGraph(preview, pages.publicUrl() + ctx.path);
  ctx.type = 'html';
  ctx.set('Cache-Control', 'no-cache');
  allowInlineScripts(ctx, html);
  // A function, since in a replacement text "$&" and its like mean something: names may hold them.
  ctx.body = html.replace(/<title>[^<]*<\/title>/, () => `${head}<title>${escapeHtml(preview.title)}</title>`);
}

async function sendFile(ctx: Context, root: string, file: string): Promise<boolean> {
  const found = await stat(path.join(root, file)).catch(() => undefined);
  if (!found?.isFile()) return false;
  ctx.vary('Accept-Encoding'); // the build puts name.br and name.gz beside a file, and send() takes them
  await send(ctx, file, { root, maxage: HASHED.test(file) ? 365 * 24 * 3600 * 1000 : 0, immutable: HASHED.test(file) });
  return true;
}

/** The H5 client with Open Graph tags, and the console. */
export function clientPages(pages: ClientPages): Middleware {
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    const invite = /^\/i\/([A-Za-z0-9_-]{1,32})\/?$/.exec(ctx.path);
    if (invite) {
      const preview = await pages.previewInvite(invite[1] ?? '', ctx.ip).catch((error: unknown) => {
        log().debug({ err: error }, 'an invitation has no preview');
        return undefined;
      });
      return sendIndex(ctx, pages, preview ?? GENERAL);
    }
    if (ctx.path === '/') return sendIndex(ctx, pages, GENERAL);
    if (ctx.path === '/console') return ctx.redirect('/console/');
    if (ctx.path.startsWith('/console/')) {
      const file = ctx.path.slice('/console/'.length) || 'index.html';
      if (await sendFile(ctx, pages.consoleDir, file)) return undefined;
      if (!path.extname(file) && (await sendFile(ctx, pages.consoleDir, 'index.html'))) return undefined;
    } else if (await sendFile(ctx, pages.h5Dir, ctx.path.slice(1))) return undefined;
    return next();
  };
}

interface Served {
  status: number;
  headers: Record<string, string>;
  body: Readable;
}

/** Signed file links. */
export function filePages(serve: (wanted: { fileId: string; variant: string; expires: number; signature: string; range: string | undefined }) => Promise<Served>): Middleware {
  return async (ctx, next) => {
    const match = /^\/files\/([A-Za-z0-9]+)\/(full|thumb)$/.exec(ctx.path);
    if (!match || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next();
    const { e, s } = ctx.query;
    const served = await serve({ fileId: match[1] ?? '', variant: match[2] ?? '', expires: Number(e), signature: String(s), range: ctx.get('range') || undefined });
    ctx.status = served.status;
    ctx.set(served.headers);
    ctx.body = served.body;
  };
}

const PUSH_BYTES = 256 * 1024;

async function rawBody(ctx: Context): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > PUSH_BYTES) throw Object.assign(new Error('too large'), { status: 413 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** WeChat's message push at /wechat/push: `answer` gets the query and, for a POST, the raw body; it says what to reply. */
export function pushPage(answer: (query: Record<string, unknown>, body: string | undefined) => Promise<{ status: number; text: string }>): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/wechat/push') return next();
    const reply = await answer({ ...ctx.query }, ctx.method === 'POST' ? await rawBody(ctx) : undefined);
    ctx.status = reply.status;
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = reply.text;
  };
}
