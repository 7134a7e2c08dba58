import fc from 'fast-check';
import sharp from 'sharp';
import { cyclicExif, photoTaken } from '../../../tests/support/media';
import { takenAtOf } from './takenAt';

const exifOf = async (picture: Buffer): Promise<Buffer> => (await sharp(picture).metadata()).exif ?? Buffer.alloc(0);
const read = async (time: string, offset?: string): Promise<string | undefined> => takenAtOf(await exifOf(await photoTaken(time, offset)));

it.each(['jpeg', 'png', 'webp'] as const)('is read from a %s', async (format) => {
  expect(takenAtOf(await exifOf(await photoTaken('2026:11:20 08:12:03', '+08:00', format)))).toBe('2026-11-20T08:12:03+08:00');
});

it.each([
  ['2024:02:29 23:59:59', undefined, '2024-02-29T23:59:59'],
  ['2026:11:20 08:12:03', '-09:30', '2026-11-20T08:12:03-09:30'],
  ['2026:11:20 08:12:03', '+99:00', '2026-11-20T08:12:03'],
  ['2026:11:20 08:12:03', '   :  ', '2026-11-20T08:12:03'],
  ['2023:02:29 08:12:03', undefined, undefined],
  ['0000:00:00 00:00:00', '+08:00', undefined],
  ['1970:01:01 00:00:00', undefined, undefined],
  ['2026:11:20 24:00:00', undefined, undefined],
  ['2026:11:20 08:61:03', undefined, undefined],
  ['    :  :     :  :  ', undefined, undefined],
  ['now', undefined, undefined],
])('%s %s is %s', async (time, offset, taken) => expect(await read(time, offset)).toBe(taken));

it('nothing that claims to be EXIF makes it throw, wait or invent a time', async () => {
  expect(takenAtOf(cyclicExif())).toBeUndefined();
  const real = await exifOf(await photoTaken('2026:11:20 08:12:03', '+08:00'));
  const broken = fc.tuple(fc.nat(real.length), fc.array(fc.tuple(fc.nat(real.length - 1), fc.nat(255)), { maxLength: 12 })).map(([end, edits]) => {
    const bytes = Buffer.from(real);
    for (const [at, value] of edits) bytes[at] = value;
    return bytes.subarray(0, end);
  });
  const any = fc.oneof(broken, fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.concat([Buffer.from('Exif\0\0II*\0\b\0\0\0'), bytes])));
  const began = performance.now();
  fc.assert(fc.property(any, (bytes) => /^(undefined|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d)?)$/.test(String(takenAtOf(bytes)))), { numRuns: 5000 });
  expect(performance.now() - began).toBeLessThan(5000);
});
