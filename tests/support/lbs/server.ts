import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { geocode, search, suggest, type LbsRow } from './endpoints';
import { LbsFailure } from './failure';

/*
 * Stands in for Tencent Location Services: the parameters, the signature, the limits and the status codes as its pages
 * describe them.
 */

export interface LbsStub {
  /** Base address, for LBS_BASE_URL. */
  url: string;
  key: string;
  secret: string;
  /** What was asked, by path, without the key. */
  calls: { path: string; params: Record<string, string> }[];
  /** Answers the next calls with these statuses; 0 hangs up instead. */
  failWith: (...statuses: number[]) => void;
  /** Calls a second before 120. */
  allowPerSecond: (calls: number) => void;
  stop: () => Promise<void>;
}

const ENDPOINTS: Record<string, (params: Record<string, string>, rows: readonly LbsRow[]) => object> = { '/ws/place/v1/search': search, '/ws/place/v1/suggestion': suggest, '/ws/geocoder/v1': geocode };

function requireSigned(path: string, params: Record<string, string>, secret: string): void {
  const { sig, ...rest } = params;
  const raw = Object.keys(rest).sort().map((name) => `${name}=${rest[name]}`);
  if (sig !== createHash('md5').update(`${path}?${raw.join('&')}${secret}`).digest('hex')) throw new LbsFailure(111);
}

/** Starts it on a free port, knowing these places. */
export async function startLbsStub(rows: readonly LbsRow[]): Promise<LbsStub> {
  const [key, secret] = ['TESTS-LBSKE-YOFPA-ISTAN-DINQQ-AAAAA', 'secret-of-the-stand-in'];
  const calls: LbsStub['calls'] = [];
  const failures: number[] = [];
  let perSecond = 1000;
  let recent: number[] = [];

  function answer(path: string, params: Record<string, string>): object {
    const failure = failures.shift();
    if (failure !== undefined) throw new LbsFailure(failure);
    if (!/^([A-Z0-9]{5}-){5}[A-Z0-9]{5}$/.test(params.key ?? '')) throw new LbsFailure(311);
    if (params.key !== key) throw new LbsFailure(190);
    requireSigned(path, params, secret);
    recent = [...recent.filter((at) => at > Date.now() - 1000), Date.now()];
    if (recent.length > perSecond) throw new LbsFailure(120);
    const endpoint = ENDPOINTS[path];
    if (!endpoint) throw new LbsFailure(310);
    return { status: 0, message: 'query ok', ...endpoint(params, rows) };
  }

  function reply(response: ServerResponse, path: string, params: Record<string, string>): void {
    const { key: _key, sig: _sig, output: _output, ...told } = params;
    calls.push({ path, params: told });
    try {
      response.setHeader('content-type', 'application/json; charset=utf-8').end(JSON.stringify(answer(path, params)));
    } catch (error) {
      if (!(error instanceof LbsFailure)) throw error;
      if (error.status === 0) response.destroy();
      else response.setHeader('content-type', 'application/json; charset=utf-8').end(JSON.stringify({ status: error.status, message: error.message }));
    }
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://stub');
    reply(response, url.pathname, Object.fromEntries(url.searchParams));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ws`,
    key,
    secret,
    calls,
    failWith: (...statuses) => void failures.push(...statuses),
    allowPerSecond: (count) => void (perSecond = count),
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
