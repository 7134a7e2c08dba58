import bodyParser from '@koa/bodyparser';
import multer from '@koa/multer';
import Router from '@koa/router';
import type { Context, Middleware } from 'koa';
import { LIMITS } from '@shared/domain/limits';
import { AppError } from '../errors';
import { metrics } from '../infra/metrics';
import { localeOf, validate } from './input';
import { BODY_LIMIT, toAppError } from './onError';
import { takePoint } from './rateLimit';
import { Binary, type Caller, type Input, type Route, type UploadedFile } from './route';

/** How the service tells who sent a request. */
export interface Authenticator {
  /** The caller a bearer token stands for. Throws `auth/…` when it is not valid. */
  user: (token: string) => Promise<Caller>;
  operator: (token: string) => Promise<void>;
}

interface MountOptions {
  authenticator: Authenticator;
  /** Validates replies too: for tests. */
  checkReplies: boolean;
}

/* Broken JSON, a broken gzip stream, an unknown encoding: each throws in its own way, all are the sender's mistake. */
const json = bodyParser({
  enableTypes: ['json'],
  jsonLimit: BODY_LIMIT,
  onError: (cause) => {
    throw (cause as { status?: number }).status === 413 ? toAppError(cause) : new AppError('request/not-json', { cause });
  },
});
const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: LIMITS.fileBytes, files: 1, fields: 10, fieldSize: 4096 } }).single('file') as unknown as Middleware;

const noNext = async (): Promise<void> => undefined;

/** Reads the one file of an upload. A form that cannot be read is the sender's mistake. */
const readUpload: Middleware = async (ctx, next) => {
  await upload(ctx, noNext).catch((cause: { code?: string }) => {
    if (cause.code === 'LIMIT_FILE_SIZE') throw new AppError('file/too-large', { field: 'file' });
    const why = localeOf(ctx.get('accept-language')) === 'zh' ? '要是一份表单里的一个文件' : 'must be the one file of a form';
    throw new AppError('request/invalid', { field: 'file', params: { field: 'file', why }, cause });
  });
  return next();
};

function bearer(ctx: Context): string | undefined {
  return /^Bearer (\S+)$/i.exec(ctx.get('authorization'))?.[1];
}

async function callerOf(ctx: Context, route: Route, authenticator: Authenticator): Promise<Caller | undefined> {
  const token = bearer(ctx);
  const { right } = route.spec;
  if (right === 'operator') {
    await authenticator.operator(token ?? '');
    return undefined;
  }
  if (token === undefined) {
    if (right === 'anyone') return undefined;
    throw new AppError('auth/required');
  }
  // A stale token must not shut anybody out of what anyone may see.
  return right === 'anyone' ? authenticator.user(token).catch(() => undefined) : authenticator.user(token);
}

function uploaded(ctx: Context): UploadedFile | undefined {
  const file = ctx.request.file;
  // Multer reads the name as Latin-1; browsers send UTF-8.
  return file ? { name: Buffer.from(file.originalname, 'latin1').toString('utf8'), bytes: file.buffer } : undefined;
}

/** Who sent it and how often, before a body is read: nobody uploads 20 MB to be told to sign in. */
function guard(route: Route, options: MountOptions): Middleware {
  const { spec } = route;
  return async (ctx, next) => {
    const started = process.hrtime.bigint();
    try {
      const caller = await callerOf(ctx, route, options.authenticator);
      await takePoint(spec.bucket ?? (spec.method === 'get' ? 'read' : 'write'), caller?.userId ?? ctx.ip);
      ctx.state.caller = caller;
      await next();
    } finally {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      metrics.httpSeconds.observe({ method: spec.method, route: spec.path, status: ctx.status }, seconds);
    }
  };
}

function handler(route: Route, options: MountOptions): Middleware {
  const { spec } = route;
  return async (ctx) => {
    const locale = localeOf(ctx.get('accept-language'));
    ctx.status = spec.status ?? 200;
    const input: Input<unknown, unknown, unknown> = {
      params: spec.params ? validate(spec.params, ctx.params, locale) : undefined,
      query: spec.query ? validate(spec.query, { ...ctx.query }, locale) : undefined,
      body: spec.body ? validate(spec.body, ctx.request.body ?? {}, locale) : undefined,
      caller: ctx.state.caller as Caller | undefined,
      locale,
      ip: ctx.ip,
      headers: ctx.headers,
      file: uploaded(ctx),
      status: (code) => (ctx.status = code),
    };
    answer(ctx, route, await route.handle(input as Input<never, never, never>), options.checkReplies);
  };
}

function answer(ctx: Context, route: Route, reply: unknown, checkReplies: boolean): void {
  if (reply instanceof Binary) {
    ctx.type = reply.type;
    ctx.set(reply.headers);
    ctx.body = reply.body;
    return;
  }
  if (checkReplies && route.spec.reply) route.spec.reply.parse(reply);
  ctx.set('Cache-Control', 'no-store');
  ctx.body = reply;
}

/** Mounts the table of routes under /api. */
export function mount(routes: readonly Route[], options: MountOptions): Router {
  const router = new Router({ prefix: '/api' });
  for (const route of routes) {
    const before = route.spec.upload ? [readUpload] : route.spec.body ? [json] : [];
    router[route.spec.method](route.spec.path, guard(route, options), ...(before as Middleware[]), handler(route, options));
  }
  return router;
}
