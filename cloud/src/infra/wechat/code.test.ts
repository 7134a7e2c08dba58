import sharp from 'sharp';
import { givenWechat, type GivenWechat } from '../../../../tests/support/wechat/given';
import { pictureType } from './answer';
import { isScene } from './code';

const ENDPOINT = '/wxa/getwxacodeunlimit';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
let given: GivenWechat;
beforeAll(async () => void (given = await givenWechat()));
afterEach(() => given.control.clearFaults());
afterAll(() => given.close());

const request = { scene: 'k7Jx0_wQ9rT-2mZb4YcVdA', page: 'pages/landing/index', envVersion: 'release' as const };
const lastBody = (): unknown => JSON.parse(String(given.control.calls(ENDPOINT).at(-1)?.body));

describe('the mini-program code', () => {
  it('is a picture of the asked size that differs by scene', async () => {
    const picture = await given.wechat.unlimitedCode({ ...request, width: 600 });
    const other = await given.wechat.unlimitedCode({ ...request, scene: 'another', width: 600 });
    const { width, height, format } = await sharp(picture).metadata();
    expect({ width, height, format }).toEqual({ width: 600, height: 600, format: 'png' });
    const pixels = await sharp(picture).raw().toBuffer();
    expect(new Set(pixels)).toEqual(new Set([0, 255]));
    expect(pixels.equals(await sharp(other).raw().toBuffer())).toBe(false);
    expect((await given.wechat.unlimitedCode({ ...request, width: 600 })).equals(picture)).toBe(true);
    expect(pictureType(picture)).toBe('image/png');
  });

  it('has a width WeChat takes and a page without a leading slash', async () => {
    await given.wechat.unlimitedCode({ ...request, page: '/pages/landing/index', width: 20 });
    expect(lastBody()).toMatchObject({ page: 'pages/landing/index', width: 280, check_path: true });
    await given.wechat.unlimitedCode({ ...request, width: 5000 });
    expect(lastBody()).toMatchObject({ width: 1280 });
  });

  it.each(['trial', 'develop'] as const)('does not have its page checked in a %s version, which is never published', async (envVersion) => {
    given.control.publish('pages/home/index');
    await given.wechat.unlimitedCode({ ...request, envVersion });
    expect(lastBody()).toMatchObject({ env_version: envVersion, check_path: false });
    given.control.publish('pages/landing/index');
  });

  it('refuses a page that is not published (41030)', async () => {
    await expect(given.wechat.unlimitedCode({ ...request, page: 'pages/nowhere/index' })).rejects.toMatchObject({ errcode: 41030 });
  });

  it.each(['', 'x'.repeat(33), 'with space', '中文', '100%', 'a"b'])('refuses the scene %j without asking WeChat (40129)', async (scene) => {
    const before = given.control.count(ENDPOINT);
    expect(isScene(scene)).toBe(false);
    await expect(given.wechat.unlimitedCode({ ...request, scene })).rejects.toMatchObject({ errcode: 40129 });
    expect(given.control.count(ENDPOINT)).toBe(before);
  });

  it('takes every character of the scene set', async () => {
    const all = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$&'()*+,/:;=?@-._~";
    for (let i = 0; i < all.length; i += 32) expect(await given.wechat.unlimitedCode({ ...request, scene: all.slice(i, i + 32) })).toBeInstanceOf(Buffer);
  });

  it.each([40097, 40129, 41030, 45009])('tells an error from a picture even when its content type says picture (%i)', async (errcode) => {
    given.control.fault(ENDPOINT, { kind: 'error', errcode, contentType: 'image/jpeg' });
    await expect(given.wechat.unlimitedCode(request)).rejects.toMatchObject({ errcode, endpoint: ENDPOINT });
  });

  it('takes a JPEG, whatever its content type says', async () => {
    const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } }).jpeg().toBuffer();
    const fetch: typeof globalThis.fetch = (input, init) =>
      String(input).includes(ENDPOINT) ? Promise.resolve(new Response(new Uint8Array(jpeg), { headers: { 'content-type': 'application/json' } })) : globalThis.fetch(input, init);
    const picture = await given.another({ fetch }).unlimitedCode(request);
    expect(picture.equals(jpeg)).toBe(true);
    expect(pictureType(picture)).toBe('image/jpeg');
  });

  it.each(['', 'GIF89a', '<html></html>', '{"errcode":0}', PNG.subarray(0, 4).toString('latin1')])('takes nothing that is neither (%j)', async (body) => {
    given.control.fault(ENDPOINT, { kind: 'raw', body, contentType: 'image/png' }, 2);
    await expect(given.wechat.unlimitedCode(request)).rejects.toMatchObject({ errcode: -1 });
  });

  it('renews a refused token here too (40001)', async () => {
    given.control.expireTokens();
    expect(pictureType(await given.wechat.unlimitedCode(request))).toBe('image/png');
  });

  it('reports a spent minute (45009)', async () => {
    given.control.setQuota(ENDPOINT, { perMinute: 0 });
    await expect(given.wechat.unlimitedCode(request)).rejects.toMatchObject({ errcode: 45009 });
    given.control.setQuota(ENDPOINT, { perMinute: 5000 });
  });
});
