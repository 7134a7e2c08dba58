import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createControl, type Control } from './control';
import { ENDPOINTS, type Endpoint } from './endpoints';
import { mintCode } from './login';
import { must, Refusal } from './refusal';
import { createState, draw, type Call, type Fault, type PushTarget, type State } from './state';
import { checkToken } from './token';

export interface StubOptions {
  /** 0 takes a free one. */
  port: number;
  host?: string;
  appId?: string;
  secret?: string;
  push?: PushTarget;
}

export interface WechatStub {
  /** Base address, for WECHAT_BASE_URL. */
  url: string;
  appId: string;
  secret: string;
  control: Control;
  stop: () => Promise<void>;
}

const BODY_BYTES = 1024 * 1024;
const RECENT_CALLS = 200;

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    must(size <= BODY_BYTES, 45002, 'content size out of limit');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(endpoint: Endpoint, body: string): unknown {
  if (endpoint.method === 'GET') return undefined;
  must(body !== '', 44002, 'empty post data');
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(47001, 'data format error');
  }
}

function record(state: State, path: string, call: Call): void {
  const calls = state.calls.get(path) ?? { count: 0, recent: [] };
  calls.count += 1;
  calls.recent = [...calls.recent, call].slice(-RECENT_CALLS);
  state.calls.set(path, calls);
}

function sendJson(response: ServerResponse, body: unknown, contentType = 'application/json; encoding=utf-8'): void {
  response.writeHead(200, { 'content-type': contentType }).end(JSON.stringify(body));
}

/** Answers for a fault in WeChat's place; false when the call goes on as usual. */
async function misbehave(state: State, fault: Fault | undefined, response: ServerResponse): Promise<boolean> {
  if (!fault || fault.kind === 'cut-late') return false;
  if (fault.kind === 'slow') {
    await pause(fault.ms, undefined, { signal: state.stopped });
    return false;
  }
  if (fault.kind === 'cut') response.destroy();
  else if (fault.kind === 'busy') sendJson(response, { errcode: -1, errmsg: 'system error' });
  else if (fault.kind === 'error') sendJson(response, { errcode: fault.errcode, errmsg: fault.errmsg ?? 'injected' }, fault.contentType);
  else if (fault.kind === 'raw') response.writeHead(200, { 'content-type': fault.contentType ?? 'text/plain' }).end(fault.body);
  else response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html><body>Bad Gateway</body></html>');
  return true;
}

const takeFault = (state: State, path: string): Fault | undefined => state.faults.get(path)?.shift() ?? state.faults.get('*')?.shift();

function work(state: State, endpoint: Endpoint, call: Call, track: (work: Promise<void>) => void): object | Buffer {
  if (endpoint.token) checkToken(state, call.query.access_token);
  const answer = endpoint.answer(state, call, track);
  return Buffer.isBuffer(answer) ? answer : { errcode: 0, errmsg: 'ok', ...answer };
}

/** The convenience beside WeChat's own addresses: a login code for a made-up user. */
function answerMint(state: State, query: Record<string, string>, response: ServerResponse): void {
  must(query.openid && /^[\w-]{1,64}$/.test(query.openid), 40003, 'openid: 1 to 64 letters, digits, _ and -');
  sendJson(response, { code: mintCode(state, query.openid, query.unionid) });
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse, track: (work: Promise<void>) => void): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stub');
  const query = Object.fromEntries(url.searchParams);
  const body = await readBody(request);
  if (url.pathname === '/stub/code') return answerMint(state, query, response);
  const endpoint = ENDPOINTS[url.pathname];
  if (!endpoint) return void response.writeHead(404).end();
  const fault = takeFault(state, url.pathname);
  const refused = request.method !== endpoint.method;
  record(state, url.pathname, { query, body });
  if (await misbehave(state, fault, response)) return;
  must(!refused, endpoint.method === 'GET' ? 43001 : 43002, `require ${endpoint.method} method`);
  const result = work(state, endpoint, { query, body: parseBody(endpoint, body) }, track);
  if (fault?.kind === 'cut-late') return void response.destroy();
  if (Buffer.isBuffer(result)) response.writeHead(200, { 'content-type': 'image/png' }).end(result);
  else sendJson(response, result);
}

function answerRefusal(state: State, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return;
  if (!(error instanceof Refusal)) return void response.writeHead(500).end(String(error));
  const rid = draw(state, 'rid').toString('hex').slice(0, 16);
  sendJson(response, { errcode: error.errcode, errmsg: `${error.message} rid: ${rid}` });
}

/** Starts a stand-in for api.weixin.qq.com with the documented endpoints, limits and error codes. */
export async function startWechatStub({ port, host = '127.0.0.1', ...options }: StubOptions): Promise<WechatStub> {
  const stopping = new AbortController();
  const state = createState(options, stopping.signal);
  const running = new Set<Promise<void>>();
  const track = (job: Promise<void>): void => {
    running.add(job);
    const done = (): void => void running.delete(job);
    job.then(done, done);
  };
  const server = createServer((request, response) => {
    answer(state, request, response, track).catch((error: unknown) => answerRefusal(state, response, error));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    appId: state.appId,
    secret: state.secret,
    control: createControl(state, running),
    stop: async () => {
      stopping.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await Promise.allSettled(running);
    },
  };
}
