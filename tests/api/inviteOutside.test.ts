import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, type Person } from '../support/person';
import { startWechatStub, type WechatStub } from '../support/wechat';

const tokenOf = async (who: Person, pai: Pai): Promise<string> => (await who.must<{ token: string }>('POST', `/pais/${pai.id}/invites`, {})).token;

describe('guessing', () => {
  let cloud: Cloud;
  beforeAll(async () => (cloud = await givenCloud({ RATE_LIMIT: 'on' })));
  afterAll(() => cloud.stop());

  it('of 派号 is throttled by person', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const pai = await li.createPai();
    const codes: string[] = [];
    for (let i = 0; i < 22; i++) codes.push(codeOf(await mei.get(`/numbers/${10_000_000 + i}`)));
    expect(new Set(codes.slice(0, 20))).toEqual(new Set(['404 pai/number-unknown']));
    const late = await mei.get(`/numbers/${pai.number}`);
    expect([codes[21], codeOf(late)]).toEqual(['429 request/too-many', '429 request/too-many']);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await (await cloud.person('王')).get(`/numbers/${pai.number}`)).status).toBe(200);
  });

  it('of tokens is throttled by address, and nothing else is', async () => {
    const li = await cloud.person('李');
    const pai = await li.createPai();
    const token = await tokenOf(li, pai);
    const look = (guess: string): Promise<number> => fetch(`${cloud.url}/api/invites/${guess}`).then(({ status }) => status);
    for (let i = 0; i < 10; i++) expect(await look(token)).toBe(200);
    const codes: number[] = [];
    for (let i = 0; i < 22; i++) codes.push(await look(`guess${i}`));
    expect(codes.slice(0, 20)).toEqual(Array(20).fill(404));
    expect(codes[21]).toBe(429);
    expect(await look(token)).toBe(429);
    expect((await li.get(`/pais/${pai.id}`)).status).toBe(200);
  });
});

describe('the page of a link', () => {
  const home = process.cwd();
  let cloud: Cloud;
  beforeAll(async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pai-h5-'));
    fs.mkdirSync(path.join(folder, 'miniapp/dist/h5'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'miniapp/dist/h5/index.html'), '<!doctype html><html><head><meta charset="utf-8"><title>派</title></head><body><div id="app"></div></body></html>');
    process.chdir(folder);
    cloud = await givenCloud({ PUBLIC_URL: 'https://pai.example.com' });
  });
  afterAll(async () => {
    await cloud.stop();
    fs.rmSync(process.cwd(), { recursive: true, force: true });
    process.chdir(home);
  });

  const page = async (token: string): Promise<string> => (await fetch(`${cloud.url}/i/${token}`)).text();
  const unescape = (text: string): string => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const tag = (html: string, property: string): string | undefined => {
    const found = new RegExp(`<meta property="${property}" content="([^"]*)">`).exec(html)?.[1];
    return found === undefined ? undefined : unescape(found);
  };

  it('carries Open Graph tags of the pai', async () => {
    const li = await cloud.person('李雷');
    const token = await tokenOf(li, await li.createPai('去杭州', { emoji: '🍁' }));
    const html = await page(token);
    expect(tag(html, 'og:title')).toBe('🍁 去杭州');
    expect(tag(html, 'og:description')).toContain('李雷');
    expect(tag(html, 'og:url')).toBe(`https://pai.example.com/i/${token}`);
    expect(html).toContain('<title>🍁 去杭州</title>');
  });

  it.each(['"><script>x()//', '</title><script>x', "'onload='x()' a='", '&lt;b&gt;&amp;', '$&$`$\'$$$1', '<!--', '"/><meta name=a'])('a pai or a person called %j breaks nothing', async (name) => {
    const li = await cloud.person(name);
    const html = await page(await tokenOf(li, await li.createPai(name, { emoji: '🍲' })));
    expect(tag(html, 'og:title')).toBe(`🍲 ${name}`);
    expect(tag(html, 'og:description')).toContain(`${name}建的派`);
    expect(html.match(/<(\w+)/g)).toEqual(['<html', '<head', '<meta', '<meta', '<meta', '<meta', '<meta', '<meta', '<meta', '<title', '<body', '<div']);
    expect(unescape(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')).toBe(`🍲 ${name}`);
  });

  it('says nothing of a pai where the invitation is over or unknown', async () => {
    const li = await cloud.person('李');
    const pai = await li.createPai('秘密');
    const token = await tokenOf(li, pai);
    await li.must('POST', `/pais/${pai.id}/dissolve`, {});
    for (const html of [await page(token), await page('nosuchtoken')]) {
      expect(tag(html, 'og:title')).toBe('派');
      expect(html).not.toContain('秘密');
    }
  });
});

describe('the mini-program code', () => {
  let cloud: Cloud;
  let stub: WechatStub;
  beforeAll(async () => {
    stub = await startWechatStub({ port: 0 });
    cloud = await givenCloud({ WECHAT_APP_ID: stub.appId, WECHAT_APP_SECRET: stub.secret, WECHAT_BASE_URL: stub.url });
  });
  afterAll(async () => {
    await cloud.stop();
    await stub.stop();
  });

  const PATH = '/wxa/getwxacodeunlimit';
  const draw = (who: Person, token: string): Promise<Response> => fetch(`${cloud.url}/api/invites/${token}/code`, { headers: { authorization: `Bearer ${who.session.token}` } });

  it('is a picture with the token as its scene', async () => {
    const li = await cloud.person('李');
    const token = await tokenOf(li, await li.createPai());
    const response = await draw(li, token);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(Buffer.from(await response.arrayBuffer()).subarray(1, 4).toString()).toBe('PNG');
    expect(stub.control.calls(PATH).at(-1)?.body).toContain(`"scene":"${token}"`);
  });

  it('an error of WeChat’s is told apart from a picture, whatever type it claims', async () => {
    const li = await cloud.person('李');
    const token = await tokenOf(li, await li.createPai());
    for (const contentType of ['image/jpeg', 'application/json']) {
      stub.control.fault(PATH, { kind: 'error', errcode: 45009, errmsg: 'reach max api daily quota limit', contentType }, 5);
      const response = await draw(li, token);
      const text = await response.text();
      expect([response.status, (JSON.parse(text) as { error: { code: string } }).error.code]).toEqual([503, 'invite/code-unavailable']);
      expect(text).not.toMatch(/45009|quota/);
      stub.control.clearFaults();
    }
  });

  it('is not drawn for outsiders', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const token = await tokenOf(li, await li.createPai());
    const before = stub.control.count(PATH);
    expect((await draw(mei, token)).status).toBe(404);
    expect(stub.control.count(PATH)).toBe(before);
  });
});

describe('without WeChat', () => {
  it('there is no code, and it says so', async () => {
    const cloud = await givenCloud();
    const li = await cloud.person('李');
    const token = await tokenOf(li, await li.createPai());
    expect(codeOf(await li.get(`/invites/${token}/code`))).toBe('403 auth/wechat-off');
    await cloud.stop();
  });
});
