import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Locale } from '@shared/wire/errors';
import type { z } from 'zod';
import type { Bucket } from './rateLimit';

/** Who a request comes from: set by the account capability's authenticator. */
export interface Caller {
  userId: string;
  sessionId: string;
}

/**
 * The least a caller must be for a route to let it do its work. `member`, `admin` and `owner` are meant of the pai in
 * the path. The handler enforces it by loading with the right (`accessPai`); the access matrix test holds it to that.
 */
export type Right = 'anyone' | 'user' | 'member' | 'admin' | 'owner' | 'operator';

export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** What a handler is given: everything validated. */
export interface Input<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  /** The signed-in caller. On routes for anyone it is undefined unless a valid token came along. */
  caller: Caller | undefined;
  locale: Locale;
  ip: string;
  headers: IncomingHttpHeaders;
  file: UploadedFile | undefined;
  /** Answers with another status than the route's. */
  status: (code: number) => void;
}

/** A reply that is not JSON. */
export class Binary {
  constructor(
    readonly body: Buffer | Readable | string,
    readonly type: string,
    readonly headers: Record<string, string> = {},
  ) {}
}

export interface RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Path under /api with :params. */
  path: string;
  summary: string;
  right: Right;
  params?: P;
  query?: Q;
  body?: B;
  /** Absent: the route answers with a Binary. */
  reply?: R;
  status?: number;
  bucket?: Bucket;
  upload?: boolean;
}

/** A route as data: the same table mounts handlers, makes the OpenAPI page and drives the access matrix test. */
export interface Route {
  spec: RouteSpec<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
  handle: (input: Input<never, never, never>) => Promise<unknown>;
}

type Out<T> = T extends z.ZodType ? z.output<T> : undefined;

/** Declares a route; the handler's input and reply types follow from the schemas. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  spec: RouteSpec<P, Q, B, R>,
  handle: (input: Input<Out<P>, Out<Q>, Out<B>>) => Promise<z.input<R> | Binary>,
): Route {
  return { spec: spec as unknown as Route['spec'], handle: handle as unknown as Route['handle'] };
}

/** The caller's id on a route whose right makes sure there is one. */
export function userOf(input: { caller: Caller | undefined }): string {
  if (!input.caller) throw new Error('a route without a caller asked for one');
  return input.caller.userId;
}
