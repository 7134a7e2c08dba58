import sharp from 'sharp';
import { LIMITS } from '@shared/domain/limits';
import type { User } from '@shared/wire/account';
import type { WireFile } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import { sweepFiles } from '../../cloud/src/file';
import { FileModel } from '../../cloud/src/file/model';
import { givenCloud, type Cloud } from '../support/cloud';
import { cyclicExif, gifOf, HEIC, heicBomb, heicWithExifOf, phonePhoto, photoTaken, photoWithExif, pngBomb, pngOf } from '../support/media';
import { codeOf, newClientMsgId, type Person } from '../support/person';
import { m4aOf, mp3Of, wavOf, webmOf } from '../support/sound';
import { at, DAY_MS, MINUTE_MS } from '../support/time';

let cloud: Cloud;
let li: Person;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
beforeEach(async () => (li = await cloud.person('李')));

async function kept(bytes: Uint8Array, as: 'image' | 'voice' | 'file', fields: { name?: string; durationMs?: number } = {}): Promise<WireFile> {
  const reply = await li.upload(bytes, as, fields);
  expect(codeOf(reply)).toBe('201');
  return reply.body.file;
}
const refused = async (bytes: Uint8Array, as: 'image' | 'voice' | 'file', fields = {}): Promise<string> => codeOf(await li.upload(bytes, as, fields));
const fetched = async (url = ''): Promise<Buffer> => Buffer.from(await (await fetch(cloud.url + url)).arrayBuffer());

describe('pictures', () => {
  it.each([
    ['jpg', () => phonePhoto(80, 40), 'image/jpeg', [40, 80]],
    ['png', () => pngOf(64, 48), 'image/jpeg', [64, 48]],
    ['png with holes', () => sharp({ create: { width: 20, height: 20, channels: 4, background: '#ff000080' } }).png().toBuffer(), 'image/png', [20, 20]],
    ['webp', () => sharp({ create: { width: 50, height: 30, channels: 3, background: '#0a0' } }).webp().toBuffer(), 'image/jpeg', [50, 30]],
    ['gif', () => gifOf(3), 'image/gif', [16, 16]],
    ['heic', () => Promise.resolve(HEIC), 'image/jpeg', [96, 64]],
  ])('%s is re-encoded, upright, with thumbnail and placeholder', async (name, make, mime, [width, height]) => {
    const file = await kept(await make(), 'image', { name: `照片.${name}` });
    expect(file).toMatchObject({ kind: 'image', mime, width, height });
    const full = await fetched(file.url);
    expect(await sharp(full).metadata()).toMatchObject({ width, height, format: mime.slice(6) });
    expect(full.length).toBe(file.size);
    expect((await sharp(await fetched(file.thumbUrl)).metadata()).format).toBe('jpeg');
    const placeholder = Buffer.from(file.placeholder?.replace('data:image/png;base64,', '') ?? '', 'base64');
    expect(placeholder.length).toBeLessThan(600);
    expect(await sharp(placeholder).metadata()).toMatchObject({ format: 'png', width: 8, height: 8 });
  });

  it('keep of the camera the time alone, told to nobody', async () => {
    const photo = await photoTaken('2026:11:20 08:12:03', '+08:00');
    for (const original of [photo, await heicWithExifOf(photo)]) {
      const file = await kept(original, 'image');
      const doc = await FileModel.findById(file.id).lean();
      expect(doc?.takenAt).toBe('2026-11-20T08:12:03+08:00');
      expect(Object.keys(doc ?? {}).sort()).toEqual(['_id', 'createdAt', 'hasThumb', 'height', 'kind', 'mime', 'name', 'ownerId', 'placeholder', 'size', 'takenAt', 'width']);
      expect(JSON.stringify(file)).not.toMatch(/08.12|taken/i);
    }
  });

  it.each([
    ['runs in a circle', cyclicExif],
    ['is noise', () => Buffer.from(Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 251))],
    ['is cut short', () => Buffer.from('II*\0\b\0\0\0\xff\xff', 'latin1')],
  ])('are taken at once where their EXIF %s', async (_, exif) => {
    const began = performance.now();
    const file = await kept(await photoWithExif(exif()), 'image');
    expect(performance.now() - began).toBeLessThan(2000);
    expect((await FileModel.findById(file.id).lean())?.takenAt).toBeUndefined();
  });

  it('keep nothing of the camera or the place', async () => {
    const photo = await phonePhoto(80, 40);
    expect(photo.includes('SecretCameraMaker') && HEIC.includes('SecretCameraMaker')).toBe(true);
    for (const original of [photo, HEIC]) {
      const file = await kept(original, 'image');
      for (const url of [file.url, file.thumbUrl]) {
        const bytes = await fetched(url);
        expect(bytes.includes('SecretCameraMaker')).toBe(false);
        expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      }
    }
  });

  it('show what was on them', async () => {
    const file = await kept(HEIC, 'image');
    const { data } = await sharp(await fetched(file.url)).raw().toBuffer({ resolveWithObject: true });
    const red = (x: number): number => data[(32 * 96 + x) * 3] ?? 0;
    expect(red(10)).toBeGreaterThan(150);
    expect(red(86)).toBeLessThan(80);
  });

  it('are made smaller when they are huge, and stay moving when they move', async () => {
    const wide = await kept(await pngOf(4000, 1000), 'image');
    expect([wide.width, wide.height]).toEqual([2560, 640]);
    expect((await sharp(await fetched(wide.thumbUrl)).metadata()).width).toBe(480);
    const gif = await kept(await gifOf(5), 'image');
    expect((await sharp(await fetched(gif.url), { animated: true }).metadata()).pages).toBe(5);
  });

  it.each([
    ['a PNG of 60,000 × 60,000', () => pngBomb(60_000, 60_000)],
    ['a PNG of 10,000 × 5,001', () => pngBomb(10_000, 5_001)],
    ['a HEIC of 20,000 × 20,000', () => heicBomb(20_000, 20_000)],
    ['a GIF of 301 frames', () => gifOf(LIMITS.imageFrames + 1, 2)],
  ])('%s is refused unopened', async (_, make) => {
    const bytes = await make();
    const started = process.memoryUsage().rss;
    expect(await refused(bytes, 'image')).toBe('413 file/too-many-pixels');
    expect(process.memoryUsage().rss - started).toBeLessThan(200 * 1024 * 1024);
  });

  it.each([
    ['a page called .png', Buffer.from('<!doctype html><script>alert(1)</script>'), '415 file/unsupported-picture'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), '415 file/unsupported-picture'],
    ['a PDF', Buffer.from('%PDF-1.7 not a picture'), '415 file/unsupported-picture'],
    ['a recording', wavOf(1), '415 file/unsupported-picture'],
    ['a PNG’s beginning', pngBomb(100, 100).subarray(0, 60), '415 file/unsupported-picture'],
    ['a HEIC cut short', HEIC.subarray(0, 300), '415 file/heic'],
    ['nothing', Buffer.alloc(0), '400 file/empty'],
  ])('%s is refused', async (_, bytes, expected) => {
    expect(await refused(bytes, 'image', { name: 'x.png' })).toBe(expected);
  });

  it('a HEIC that cannot be opened says what to do instead', async () => {
    expect((await li.upload(HEIC.subarray(0, 300), 'image')).body.error?.message).toContain('兼容性最佳');
  });

  it('what a picture is called does not decide what it is', async () => {
    expect((await kept(await pngOf(10, 10), 'image', { name: 'page.html' })).mime).toBe('image/jpeg');
  });
});

describe('voice', () => {
  it.each([
    ['wav', wavOf(3), 'audio/wav', 3000],
    ['mp3', mp3Of(2), 'audio/mpeg', 2000],
    ['m4a', m4aOf(5), 'audio/x-m4a', 5000],
    ['webm of a browser, written as it goes', webmOf(12), 'audio/webm', 12_000],
  ])('%s: the length is measured, whatever the sender says', async (_, bytes, mime, ms) => {
    const file = await kept(bytes, 'voice', { durationMs: 1 });
    expect(file).toMatchObject({ kind: 'voice', mime });
    expect(Math.abs((file.durationMs ?? 0) - ms)).toBeLessThan(60);
    expect(file.thumbUrl).toBeUndefined();
  });

  it('a recording that carries no length takes the recorder’s word, within reason', async () => {
    expect(await kept(m4aOf(0), 'voice', { durationMs: 7300 })).toMatchObject({ durationMs: 7300 });
    expect((await li.upload(m4aOf(0), 'voice')).body.error).toMatchObject({ code: 'request/invalid', field: 'durationMs' });
    expect(await refused(m4aOf(0), 'voice', { durationMs: 62_000 })).toBe('413 file/too-long');
    expect(await refused(m4aOf(0, 4 * 1024 * 1024), 'voice', { durationMs: 2000 })).toBe('413 file/too-long');
  });

  it('ends at 60 seconds; a recorder that stops a moment late is forgiven', async () => {
    expect((await kept(wavOf(60.8), 'voice')).durationMs).toBe(60_000);
    for (const bytes of [wavOf(62), mp3Of(62), m4aOf(62), webmOf(62)]) expect(await refused(bytes, 'voice', { durationMs: 3000 })).toBe('413 file/too-long');
  });

  it('is a recording', async () => {
    expect(await refused(Buffer.from('MZ\u0090 program'), 'voice')).toBe('415 file/unsupported-voice');
    expect(await refused(await pngOf(5, 5), 'voice')).toBe('415 file/unsupported-voice');
    for (const bytes of [wavOf(2).subarray(0, 20), webmOf(2).subarray(0, 150), webmOf(2).subarray(0, 45)]) expect(await refused(bytes, 'voice', { durationMs: 2000 })).toBe('415 file/unsupported-voice');
  });
});

describe('files', () => {
  it('are a download and never run, whatever is in them', async () => {
    const page = '<!doctype html><script>alert(document.cookie)</script>';
    const file = await kept(Buffer.from(page), 'file', { name: 'index.html' });
    const response = await fetch(cloud.url + file.url);
    expect(await response.text()).toBe(page);
    const { headers } = response;
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['.htaccess', 'htaccess'],
    ['a\u202egpj.exe', 'a gpj.exe'],
    ['行程 表.xlsx', '行程 表.xlsx'],
    ['a"b\\c<d>.txt', 'c_d_.txt'],
    ['"; filename=x.html', '_; filename=x.html'],
  ])('%j is kept as %j', async (name, expected) => {
    const file = await kept(Buffer.from('x'), 'file', { name });
    expect(file.name).toBe(expected);
    const header = (await fetch(cloud.url + file.url)).headers.get('content-disposition') ?? '';
    expect(header).toMatch(/^attachment; filename\*=UTF-8''[^";\s]+$/);
    expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(expected);
  });

  it('20 MB and no byte more', async () => {
    expect((await kept(Buffer.alloc(LIMITS.fileBytes, 1), 'file')).size).toBe(LIMITS.fileBytes);
    const over = await li.upload(Buffer.alloc(LIMITS.fileBytes + 1, 1), 'file');
    expect([codeOf(over), over.body.error?.message]).toEqual(['413 file/too-large', '文件最大 20 MB']);
  });

  it('an upload is one file with known fields', async () => {
    const post = async (fill: (form: FormData) => void): Promise<string> => {
      const form = new FormData();
      fill(form);
      const response = await fetch(`${cloud.url}/api/files`, { method: 'POST', headers: { authorization: `Bearer ${li.session.token}` }, body: form });
      const { error } = (await response.json()) as { error: { code: string; field: string } };
      return `${response.status} ${error.code} ${error.field}`;
    };
    expect(await post((form) => form.set('as', 'file'))).toBe('400 request/invalid file');
    expect(await post((form) => ['a', 'b'].forEach((name) => form.append('file', new Blob(['x']), name)))).toBe('400 request/invalid file');
    expect(await post((form) => form.set('other', new Blob(['x']), 'x'))).toBe('400 request/invalid file');
    const as = await post((form) => {
      form.set('file', new Blob(['x']), 'x');
      form.set('as', 'program');
    });
    expect(as).toBe('400 request/invalid as');
  });
});

describe('links', () => {
  it('serve ranges, for players', async () => {
    const file = await kept(wavOf(1), 'voice');
    const get = (range: string): Promise<Response> => fetch(cloud.url + file.url, { headers: { range } });
    const part = await get('bytes=0-3');
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, 'RIFF', `bytes 0-3/${file.size}`]);
    expect((await (await get('bytes=-10')).arrayBuffer()).byteLength).toBe(10);
    expect((await (await get(`bytes=${file.size - 5}-`)).arrayBuffer()).byteLength).toBe(5);
    const head = await fetch(cloud.url + file.url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(file.size)]);
  });

  it('end after hours; a fresh one comes with the message', async () => {
    const pai = await li.createPai();
    const { id, url } = await kept(Buffer.from('两小时后'), 'file');
    await li.say(pai.id, '', { fileId: id });
    const status = (of: string): Promise<number> => fetch(cloud.url + of).then((response) => response.status);
    expect(await at(119 * MINUTE_MS, () => status(url))).toBe(200);
    expect(await at(181 * MINUTE_MS, () => status(url))).toBe(404);
    const later = await at(14 * MINUTE_MS, async () => (await li.history(pai.id)).at(-1)?.file?.url);
    expect(await status(later ?? '')).toBe(200);
  });

  it('open nothing else: not another variant, time, file or signature', async () => {
    const [one, other] = [await kept(await pngOf(9, 9), 'image'), await kept(Buffer.from('y'), 'file')];
    const [path, query] = one.url.split('?') as [string, string];
    const expires = Number(new URLSearchParams(query).get('e'));
    const wrong = [path, `${path}?e=${expires}`, `${path}?e=${expires}&s=`, `${path.replace('full', 'thumb')}?${query}`, `${path}?${query.replace(String(expires), String(expires + 3600))}`, `${path.replace(one.id, other.id)}?${query}`, `${one.url}x`, `${path}?e=Infinity&s=x`, `${path}?e=${expires}&s=a&s=b`];
    for (const url of wrong) {
      const response = await fetch(cloud.url + url);
      expect([url, response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([url, 404, 'file/not-found']);
    }
  });

  it('reach only those who may read the message, and die with it', async () => {
    const [mei, stranger] = await cloud.people('梅', '外人');
    const pai = await li.createPai();
    await li.bring(pai.id, mei);
    const { id } = await kept(await pngOf(9, 9), 'image');
    const { seq } = await li.say(pai.id, '', { fileId: id });
    const seen = (await mei.history(pai.id)).find((message) => message.seq === seq)?.file;
    expect((await fetch(cloud.url + seen?.url)).status).toBe(200);
    expect(codeOf(await stranger.get(`/pais/${pai.id}/messages`))).toBe('404 pai/not-found');
    expect(codeOf(await mei.post(`/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), fileId: id }))).toBe('404 file/not-found');
    await li.must('DELETE', `/pais/${pai.id}/messages/${seq}`);
    for (const url of [seen?.url, seen?.thumbUrl]) expect((await fetch(cloud.url + url)).status).toBe(404);
  });
});

describe('use', () => {
  it('a file that does not fit one use stays free for another', async () => {
    const pai = await li.createPai();
    const { id } = await kept(Buffer.from('x'), 'file');
    expect(codeOf(await li.patch(`/pais/${pai.id}`, { coverFileId: id }))).toBe('404 file/not-found');
    expect(codeOf(await li.patch('/me', { avatarFileId: id }))).toBe('404 file/not-found');
    expect((await li.say(pai.id, '', { fileId: id })).file?.id).toBe(id);
  });

  it('a new face or cover takes the place of the old one’s bytes', async () => {
    const pai = await li.createPai();
    const [a, b, c, d] = await Promise.all([1, 2, 3, 4].map(async (i) => kept(await pngOf(10 + i, 10), 'image')));
    const avatar = async (id?: string): Promise<User> => (await li.must<{ user: User }>('PATCH', '/me', { avatarFileId: id })).user;
    const cover = async (id?: string): Promise<Pai> => (await li.must<{ pai: Pai }>('PATCH', `/pais/${pai.id}`, { coverFileId: id })).pai;
    const urls = [(await avatar(a?.id)).avatar, (await cover(b?.id)).cover, (await avatar(c?.id)).avatar, (await cover(d?.id)).cover];
    const statuses = await Promise.all(urls.map((url) => fetch(cloud.url + url).then(({ status }) => status)));
    expect(statuses).toEqual([404, 404, 200, 200]);
  });

  it('what nobody used for a day is swept away, what is used stays', async () => {
    const pai = await li.createPai();
    const [used, unused] = [await kept(Buffer.from('用了'), 'file'), await kept(await pngOf(9, 9), 'image')];
    await li.say(pai.id, '', { fileId: used.id });
    await at(0.9 * DAY_MS, sweepFiles);
    expect((await fetch(cloud.url + unused.url)).status).toBe(200);
    await at(1.1 * DAY_MS, sweepFiles);
    expect([(await fetch(cloud.url + used.url)).status, (await fetch(cloud.url + unused.url)).status]).toEqual([200, 404]);
    expect(codeOf(await li.post(`/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), fileId: unused.id }))).toBe('404 file/not-found');
  });
});
