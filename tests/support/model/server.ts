import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { StubControl, type RecordedRequest } from './control';
import { completion, pieces, type Fault, type RequestBody, type StubTurn } from './wire';

export interface ModelStub {
  /** Base URL, ending in /v1. */
  url: string;
  control: StubControl;
  stop(): Promise<void>;
}

const json = (res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify(body));
};

const failure = (message: string, code: string) => ({ error: { message, type: code, code } });

const event = (piece: object): string => `data: ${JSON.stringify(piece)}\n\n`;

async function stream(res: ServerResponse, list: Iterable<object>, record: RecordedRequest, paceMs = 0): Promise<void> {
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  for (const piece of list) {
    if (res.destroyed) return;
    if (/"content":"[^"]/.test(JSON.stringify(piece))) record.firstWordAt ??= performance.timeOrigin + performance.now();
    if (!res.write(event(piece))) await once(res, 'drain');
    if (paceMs > 0) await pause(paceMs);
  }
  res.end('data: [DONE]\n\n');
}

/** Half an answer, then the line goes dead. */
async function cut(res: ServerResponse, body: RequestBody): Promise<void> {
  const turn: StubTurn = { text: '这句话说到一半就断' };
  if (body.stream) {
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    const [first, second] = [...pieces('cut', body, turn)];
    res.write(event(first as object) + event(second as object));
  } else {
    const whole = JSON.stringify(completion('cut', body, turn));
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(whole)) });
    res.write(whole.slice(0, whole.length / 2));
  }
  await pause(20);
  res.destroy();
}

async function fail(res: ServerResponse, body: RequestBody, fault: Fault): Promise<void> {
  switch (fault.kind) {
    case 'rate-limit':
      return json(res, 429, failure('slow down', 'rate_limit_exceeded'), { 'retry-after': String(fault.retryAfterSeconds) });
    case 'error':
      return json(res, 500, failure('it broke', 'internal_error'));
    case 'refused':
      return json(res, 451, failure('content refused', 'content_filter'));
    case 'garbage':
      res.writeHead(200, { 'content-type': body.stream ? 'text/event-stream' : 'application/json' });
      res.end(body.stream ? 'data: {"choices":[{"delta"\n\n' : '{"choices":[{"mess');
      return;
    case 'cut':
      return cut(res, body);
    case 'stall':
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write([...pieces('stall', body, { text: '这句话说到一半就停了' })].slice(0, 2).map(event).join(''));
      return;
    case 'hang':
      return;
  }
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

let served = 0;

async function answer(req: IncomingMessage, res: ServerResponse, control: StubControl): Promise<void> {
  if (req.method !== 'POST' || !req.url?.endsWith('/chat/completions')) return json(res, 404, failure('no such path', 'not_found'));
  const raw = await bodyOf(req);
  const body = JSON.parse(raw) as RequestBody;
  const record: RecordedRequest = { body, raw, authorization: req.headers.authorization, aborted: false };
  control.requests.push(record);
  res.on('close', () => (record.aborted = !res.writableFinished));
  const decision = control.decide(body);
  if ('fault' in decision) return fail(res, body, decision.fault);
  if (decision.turn.delayMs) await pause(decision.turn.delayMs);
  const id = control.repeatedId ?? `stub-${++served}`;
  if (body.stream) return stream(res, pieces(id, body, decision.turn), record, decision.turn.paceMs);
  json(res, 200, completion(id, body, decision.turn));
}

/** A stand-in for an OpenAI-compatible endpoint on loopback. It says what its control tells it to. */
export async function startModelStub({ port = 0 }: { port?: number } = {}): Promise<ModelStub> {
  const control = new StubControl();
  const server = createServer((req, res) => {
    answer(req, res, control).catch(() => (res.headersSent ? res.destroy() : json(res, 400, failure('not understood', 'invalid_request'))));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, control, stop };
}
