import Koa, { type Middleware } from 'koa';
import helmet from 'koa-helmet';
import { config } from '../config';
import { newId } from '../infra/ids';
import { log, withRequestId } from '../infra/logger';
import { registry } from '../infra/metrics';
import { mount, type Authenticator } from './mount';
import { onError } from './onError';
import { openapi } from './openapi';
import type { Route } from './route';

export interface AppOptions {
  routes: readonly Route[];
  authenticator: Authenticator;
  /** Pages beside the API: the H5 client, the console, file links, WeChat's push. Tried before the API's 404. */
  pages: readonly Middleware[];
  /** Which stores answer. */
  health: () => Promise<{ mongodb: boolean; redis: boolean }>;
  checkReplies?: boolean;
}

const VERSION = '0.1.0';

function operations(options: AppOptions): Middleware {
  const page = openapi(options.routes, VERSION);
  return async (ctx, next) => {
    if (ctx.path === '/healthz') {
      const stores = await options.health();
      ctx.status = stores.mongodb ? 200 : 503;
      ctx.body = { ok: stores.mongodb, version: VERSION, ...stores };
    } else if (ctx.path === '/metrics') {
      ctx.type = registry.contentType;
      ctx.body = await registry.metrics();
    } else if (ctx.path === '/api/openapi.json') {
      ctx.body = page;
    } else {
      await next();
    }
  };
}

const requestLine: Middleware = async (ctx, next) => {
  const id = newId();
  ctx.set('X-Request-Id', id);
  await withRequestId(id, async () => {
    await next();
    // The matched pattern, not the address: addresses hold invite tokens.
    const path = (ctx as { _matchedRoute?: string })._matchedRoute ?? '(page)';
    log().debug({ method: ctx.method, path, status: ctx.status }, 'request');
  });
};

/* A tile server may spread over hosts (`{s}`). */
const tileHosts = (url: string | undefined): string[] => (url === undefined ? [] : [url.replace(/^(https?:\/\/[^/]+).*$/, '$1').replace('{s}', '*')]);

/* The H5 client draws on canvas, plays its own blobs and talks to its own origin; nothing else but map tiles, where they are set. */
const contentSecurity = (tiles: string | undefined) => ({
  useDefaults: false,
  directives: {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...tileHosts(tiles)],
    'media-src': ["'self'", 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", 'ws:', 'wss:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  },
});

/** The Koa application: safety headers, errors, operations pages, the API and the pages. */
export function createApp(options: AppOptions): Koa {
  const app = new Koa({ proxy: config().TRUST_PROXY });
  app.on('error', (error: { code?: string }) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET') log().warn({ err: error }, 'response failed');
  });
  app.use(requestLine);
  app.use(helmet({ contentSecurityPolicy: contentSecurity(config().MAP_TILES), crossOriginResourcePolicy: { policy: 'same-site' }, strictTransportSecurity: false }));
  app.use(onError);
  app.use(operations(options));
  const api = mount(options.routes, { authenticator: options.authenticator, checkReplies: options.checkReplies ?? false });
  app.use(api.routes());
  for (const page of options.pages) app.use(page);
  return app;
}
