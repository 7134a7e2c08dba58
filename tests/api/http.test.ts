import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { ERRORS } from '@shared/wire/errors';
import { ConfigError, loadConfig } from '../../cloud/src/config';
import { createApp } from '../../cloud/src/http/app';
import { route } from '../../cloud/src/http/route';
import { givenCloud, TEST_KEYS, type Cloud } from '../support/cloud';
import type { Person } from '../support/person';

let cloud: Cloud;
let li: Person;
beforeAll(async () => {
  cloud = await givenCloud();
  li = await cloud.person('李');
});
afterAll(() => cloud.stop());

interface Answer {
  status: number;
  code: string | undefined;
  field: string | undefined;
  message: string;
  text: string;
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const { error } = (text.startsWith('{') ? JSON.parse(text) : {}) as { error?: { code: string; message: string; field?: string } };
  return { status: response.status, code: error?.code, field: error?.field, message: error?.message ?? '', text };
}

const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Answer> =>
  fetch(cloud.url + path, { method: 'POST', body, headers: { 'content-type': 'application/json', authorization: `Bearer ${li.session.token}`, ...headers } }).then(answerOf);

/** A request whose address nobody tidies up on the way. */
const raw = (path: string, method = 'GET'): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: new URL(cloud.url).port, path, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    call.on('error', reject).end();
  });

describe('operations', () => {
  it('/healthz says which stores answer', async () => {
    const response = await fetch(`${cloud.url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { ok: true, version: expect.stringMatching(/^\d+\.\d+\.\d+$/), mongodb: true, redis: true }]);
  });

  it('/metrics counts by pattern, never by address', async () => {
    const pai = await li.createPai();
    const { token } = await li.must<{ token: string }>('POST', `/pais/${pai.id}/invites`, {});
    await fetch(`${cloud.url}/api/invites/${token}`);
    const text = await (await fetch(`${cloud.url}/metrics`)).text();
    expect(text).toContain('route="/invites/:token"');
    expect(text).toMatch(/^# TYPE \w+ histogram$/m);
    for (const secret of [token, pai.id, li.id]) expect(text).not.toContain(secret);
  });
});

describe('what is not there', () => {
  it.each([['GET', '/api/nope'], ['GET', '/api'], ['PUT', '/api/pais'], ['DELETE', '/api/login'], ['POST', '/healthzz'], ['GET', '/nope.js'], ['GET', '/files/x/full'], ['GET', '/console/nope.js']])('%s %s answers 404 in the shape of errors', async (method, path) => {
    const answer = await answerOf(await fetch(cloud.url + path, { method }));
    expect(answer.status).toBe(404);
    expect(answer.code).toMatch(/^(request|file)\/not-found$/);
  });

  it.each(['/../../package.json', '/../../../package.json', '/console/../../../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/%', '/%E0%A4%A', '/api/pais/%E0%A4%A', '/%00', '//etc/passwd', '/api/invites/..%2f..%2fme'])('%s leads nowhere', async (path) => {
    const { status, text } = await raw(path);
    expect(text).not.toMatch(/"workspaces"|"dependencies"|root:/);
    expect(status === 404 || status === 400 || status === 401).toBe(true);
    expect(Object.keys(ERRORS)).toContain((JSON.parse(text) as { error: { code: string } }).error.code);
  });
});

describe('bodies', () => {
  it.each([['{'], ['{"name":'], ['"text"'], ['5'], ['not json']])('%s is not JSON as wanted', async (body) => {
    expect(await post('/api/pais', body)).toMatchObject({ status: 400, code: 'request/not-json' });
  });

  it.each([['[]'], ['{}'], ['{"name":null}'], ['{"name":{"$gt":""}}']])('%s names what is missing', async (body) => {
    expect(await post('/api/pais', body)).toMatchObject({ status: 400, code: 'request/invalid' });
  });

  it('of another type are none', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      expect(await post('/api/pais', 'name=x', { 'content-type': type })).toMatchObject({ status: 400, code: 'request/invalid', field: 'name' });
    }
  });

  it('end at 256 KB, compressed ones too, and the limit is said', async () => {
    const big = JSON.stringify({ name: 'x'.repeat(300 * 1024) });
    const plain = await post('/api/pais', big);
    expect(plain).toMatchObject({ status: 413, code: 'request/too-large' });
    expect(plain.message).toContain('256 KB');
    expect(await post('/api/pais', new Uint8Array(gzipSync(JSON.stringify({ name: 'x'.repeat(20e6) }))), { 'content-encoding': 'gzip' })).toMatchObject({ status: 413, code: 'request/too-large' });
  });

  it('that cannot be read are the sender’s mistake', async () => {
    expect(await post('/api/pais', '{}', { 'content-encoding': 'rot13' })).toMatchObject({ status: 400, code: 'request/not-json' });
    expect(await post('/api/pais', '{}', { 'content-encoding': 'gzip' })).toMatchObject({ status: 400, code: 'request/not-json' });
    expect(await post('/api/files', 'x', { 'content-type': 'multipart/form-data' })).toMatchObject({ status: 400, code: 'request/invalid', field: 'file' });
    expect(await post('/api/files', '--b\r\nbroken', { 'content-type': 'multipart/form-data; boundary=b' })).toMatchObject({ status: 400, code: 'request/invalid', field: 'file' });
    expect(await post('/api/files', '{}')).toMatchObject({ status: 400, code: 'request/invalid', field: 'file' });
  });
});

describe('errors', () => {
  it('speak the reader’s language, Chinese where neither is known', async () => {
    const messages = async (language: string): Promise<string> => (await answerOf(await fetch(`${cloud.url}/api/me`, { headers: { 'accept-language': language } }))).message;
    for (const english of ['en', 'en-GB,zh;q=0.8', 'fr,en;q=0.5', 'EN']) expect(await messages(english)).toBe(ERRORS['auth/required'].en);
    for (const chinese of ['', 'zh-CN', 'fr', 'zh-TW,en']) expect(await messages(chinese)).toBe(ERRORS['auth/required'].zh);
  });

  it('have code, sentence and field, and nothing more', async () => {
    const answer = await post('/api/pais', '{"name":""}');
    expect(JSON.parse(answer.text)).toEqual({ error: { code: 'request/invalid', message: '「name」不能为空', field: 'name' } });
  });

  it.each(Object.keys(ERRORS) as (keyof typeof ERRORS)[])('%s has a sentence in both languages with the same blanks', (code) => {
    const { zh, en, status } = ERRORS[code];
    const blanks = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).sort();
    expect(blanks(zh)).toEqual(blanks(en));
    expect(zh).toMatch(/[一-鿿「]/);
    expect(en).not.toMatch(/[一-鿿]/);
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it('of ours tell the reader nothing of the inside', async () => {
    const secret = 'mongodb://root:hunter2@10.0.0.5/pai failed';
    const broken = route({ method: 'get', path: '/broken', summary: '', right: 'anyone', reply: z.object({}) }, async () => Promise.reject(new Error(secret)));
    const leaky = route({ method: 'get', path: '/leaky', summary: '', right: 'anyone', reply: z.strictObject({ ok: z.literal(true) }) }, async () => ({ ok: true, passwordHash: 'hunter2' }) as never);
    const nobody = { user: () => Promise.reject(new Error('')), operator: () => Promise.reject(new Error('')) };
    const app = createApp({ routes: [broken, leaky], authenticator: nobody, pages: [], health: async () => ({ mongodb: true, redis: true }), checkReplies: true });
    const server = app.listen(0);
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    for (const path of ['/broken', '/leaky']) {
      const answer = await answerOf(await fetch(base + path, { headers: { 'accept-language': 'en' } }));
      expect(answer).toMatchObject({ status: 500, code: 'service/internal', message: ERRORS['service/internal'].en });
      expect(answer.text).not.toMatch(/hunter2|mongodb:|stack|\.ts/);
    }
    server.close();
  });

  it('of the configuration name the key and not its value', () => {
    const env = { ...TEST_KEYS, MONGODB_URI: 'mongodb://root:hunter2@host/db', REDIS_URL: 'http://:hunter2@host', DATA_KEY: 'hunter2', AUTH_KEYS: 'k1:hunter2' };
    const failed = ((): unknown => {
      try {
        return loadConfig(env);
      } catch (error) {
        return error;
      }
    })();
    expect(failed).toBeInstanceOf(ConfigError);
    const { message } = failed as ConfigError;
    for (const key of ['REDIS_URL', 'DATA_KEY', 'AUTH_KEYS']) expect(message).toContain(key);
    expect(message).not.toContain('hunter2');
  });
});

describe('headers', () => {
  it('keep browsers from doing what they should not', async () => {
    for (const path of ['/api/client', '/healthz', '/api/nope']) {
      const { headers } = await fetch(cloud.url + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*script-src 'self';.*object-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('keep answers out of caches and give each request a name', async () => {
    const [one, two] = [await li.get('/pais'), await li.get('/pais')];
    expect(one.headers.get('cache-control')).toBe('no-store');
    const ids = [one, two].map(({ headers }) => headers.get('x-request-id'));
    expect(ids[0]).toMatch(/^\w{20}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it.each([['Basic dXNlcjpwYXNz', 'auth/required'], ['Bearer', 'auth/required'], ['Bearer x', 'auth/token-invalid'], ['bearer a b', 'auth/required']])('authorization %j answers %s', async (authorization, code) => {
    expect(await answerOf(await fetch(`${cloud.url}/api/me`, { headers: { authorization } }))).toMatchObject({ status: 401, code });
  });
});
