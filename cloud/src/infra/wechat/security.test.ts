import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { givenWechat, type GivenWechat } from '../../../../tests/support/wechat/given';
import type { PushTarget } from '../../../../tests/support/wechat';
import { HOUR } from '../clock';
import { createPush, type PushMessage } from './push';
import { readMediaVerdict } from './security';

const TEXT = '/wxa/msg_sec_check';
const MEDIA = '/wxa/media_check_async';
const TOKEN = 'pushToken1';
const AES_KEY = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
let given: GivenWechat;

async function signIn(openid = 'o-li'): Promise<void> {
  await given.wechat.login(given.control.mintCode({ openid }));
}

describe('the check of a text', () => {
  beforeEach(async () => {
    given = await givenWechat();
    await signIn();
    given.control.setVerdict('坏', { suggest: 'risky', label: 20002 });
    given.control.setVerdict('嗯', { suggest: 'review', label: 20012 });
  });
  afterEach(() => given.close());
  const check = (content: string, openid = 'o-li') => given.wechat.msgSecCheck({ content, openid, scene: 'social' });

  it('passes, asks for a review or finds a risk', async () => {
    expect(await check('周六九点见')).toMatchObject({ suggest: 'pass', label: 100, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(await check('嗯嗯')).toMatchObject({ suggest: 'review', label: 20012 });
    expect(await check('坏事')).toMatchObject({ suggest: 'risky', label: 20002 });
  });

  it.each([
    ['profile', 1],
    ['comment', 2],
    ['forum', 3],
    ['social', 4],
  ] as const)('sends the scene %s as %i, version 2', async (scene, number) => {
    await given.wechat.msgSecCheck({ content: 'x', openid: 'o-li', scene });
    expect(JSON.parse(String(given.control.calls(TEXT)[0]?.body))).toEqual({ version: 2, scene: number, openid: 'o-li', content: 'x' });
  });

  it('takes longer texts in pieces of at most 2,500, and the worst verdict counts', async () => {
    expect(await check('好'.repeat(2500))).toMatchObject({ suggest: 'pass' });
    expect(given.control.count(TEXT)).toBe(1);
    expect(await check(`${'好'.repeat(2600)}嗯${'好'.repeat(3000)}坏`)).toMatchObject({ suggest: 'risky' });
    expect(given.control.count(TEXT)).toBe(4);
  });

  it('sees a word that lies on a seam, wherever the seam is', async () => {
    given.control.setVerdict('一二三四五六七八', { suggest: 'risky', label: 20006 });
    for (const before of [2395, 2399, 2400, 2496, 2499]) expect(await check(`${'好'.repeat(before)}一二三四五六七八${'好'.repeat(2500)}`)).toMatchObject({ suggest: 'risky' });
  });

  it('never sends half a character', async () => {
    for (const lead of ['', 'x']) {
      await check(lead + '👍'.repeat(3000));
      for (const call of given.control.calls(TEXT)) expect(String(call.body)).not.toMatch(/\\ud[89a-f]/i);
    }
  });

  it('does not judge one who was not here for two hours (61010)', async () => {
    given.control.advance(2 * HOUR + 1);
    expect(await check('周六见')).toEqual({ suggest: 'unjudged' });
    given.control.touch('o-li');
    expect(await check('周六见')).toMatchObject({ suggest: 'pass' });
    expect(await check('周六见', 'o-never-seen')).toEqual({ suggest: 'unjudged' });
  });

  it('rejects an empty openid (40003) and an empty text (44004)', async () => {
    await expect(check('x', '')).rejects.toMatchObject({ errcode: 40003 });
    await expect(check('')).rejects.toMatchObject({ errcode: 44004 });
  });

  it.each([
    [44991, { perMinute: 0 }],
    [45009, { perDay: 0 }],
  ])('reports a spent quota (%i)', async (errcode, quota) => {
    given.control.setQuota(TEXT, quota);
    await expect(check('x')).rejects.toMatchObject({ errcode });
  });
});

const modes: [string, Pick<PushTarget, 'aesKey' | 'format'>][] = [
  ['plain JSON', {}],
  ['plain XML', { format: 'xml' }],
  ['encrypted JSON', { aesKey: AES_KEY }],
  ['encrypted XML', { aesKey: AES_KEY, format: 'xml' }],
];

describe.each(modes)('the check of a medium, pushed as %s', (_name, mode) => {
  let site: Server;
  let siteUrl: string;
  let received: PushMessage[];
  let statuses: number[];

  /** Plays our service: /file is the medium, /push takes the verdict. */
  beforeEach(async () => {
    received = [];
    statuses = [];
    const appId = (): string => given.stub.appId;
    site = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://site');
      if (url.pathname === '/file') return void response.end('picture bytes');
      if (url.pathname !== '/push') return void response.writeHead(404).end();
      const push = createPush({ appId: appId(), token: TOKEN, ...(mode.aesKey ? { aesKey: mode.aesKey } : {}) });
      const query = Object.fromEntries(url.searchParams);
      if (request.method === 'GET') return void response.end(push.verifyAddress(query));
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const message = push.read(query, body);
        received.push(message);
        response.writeHead(statuses.shift() ?? 200).end('success');
      });
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    given = await givenWechat({}, { url: `${siteUrl}/push`, token: TOKEN, ...mode });
    await signIn();
  });
  afterEach(async () => {
    await given.close();
    site.close();
    site.closeAllConnections();
  });

  const check = (path: string) => given.wechat.mediaCheckAsync({ url: siteUrl + path, kind: 'image', openid: 'o-li', scene: 'social' });
  const verdicts = () => received.map(readMediaVerdict);

  it('answers at once and pushes a verdict with the same trace id', async () => {
    expect(await given.control.verifyPushAddress()).toBe(true);
    const { traceId } = await check('/file?id=1');
    await given.control.settled();
    expect(verdicts()).toEqual([{ traceId, suggest: 'pass', label: 100 }]);
  });

  it('finds a risk by address or by bytes', async () => {
    given.control.setVerdict('id=2', { suggest: 'risky', label: 20002 });
    given.control.setVerdict('picture bytes', { suggest: 'review', label: 10001 });
    const risky = await check('/file?id=2');
    await given.control.settled();
    const review = await check('/file?id=3');
    await given.control.settled();
    expect(verdicts()).toEqual([
      { traceId: risky.traceId, suggest: 'risky', label: 20002 },
      { traceId: review.traceId, suggest: 'review', label: 10001 },
    ]);
  });

  it('says so when the medium could not be downloaded (-1008)', async () => {
    const { traceId } = await check('/gone');
    await given.control.settled();
    expect(verdicts()).toEqual([{ traceId, suggest: 'failed', errcode: -1008 }]);
  });

  it('pushes again until it is answered, under one dedupe key', async () => {
    statuses = [500, 500];
    const { traceId } = await check('/file');
    await given.control.settled();
    await given.control.pushAgain(traceId);
    expect(received).toHaveLength(4);
    expect(new Set(received.map((message) => message.dedupeKey)).size).toBe(1);
    expect(given.control.pushes()[0]?.tries).toEqual([500, 500, 200]);
  });

  it('reads no verdict out of other events', async () => {
    await given.control.push({ Event: 'user_enter_tempsession' });
    await given.control.push({ Event: 'wxa_media_check' });
    expect(verdicts()).toEqual([null, null]);
  });
});

describe('asking for the check of a medium', () => {
  beforeEach(async () => {
    given = await givenWechat();
    await signIn();
  });
  afterEach(() => given.close());
  const check = (openid = 'o-li') => given.wechat.mediaCheckAsync({ url: 'http://127.0.0.1:9/file', kind: 'audio', openid, scene: 'comment' });

  it('is not repeated by itself, and refused while the first is under way (87020)', async () => {
    given.control.setPushDelay(60_000);
    given.control.fault(MEDIA, { kind: 'busy' });
    await expect(check()).rejects.toMatchObject({ errcode: -1 });
    expect(given.control.count(MEDIA)).toBe(1);
    await check();
    expect(JSON.parse(String(given.control.calls(MEDIA).at(-1)?.body))).toMatchObject({ media_type: 1, version: 2, scene: 2 });
    await expect(check()).rejects.toMatchObject({ errcode: 87020 });
  });

  it('is refused for one who was not here (61010)', async () => {
    await expect(check('o-never-seen')).rejects.toMatchObject({ errcode: 61010 });
  });

  it.each([
    [44991, { perMinute: 0 }],
    [45009, { perDay: 0 }],
  ])('reports a spent quota (%i)', async (errcode, quota) => {
    given.control.setQuota(MEDIA, quota);
    await expect(check()).rejects.toMatchObject({ errcode });
  });
});
