import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

const canvas = (width: number, height: number, background: string | { r: number; g: number; b: number }) => sharp({ create: { width, height, channels: 3, background } });

/** A plain PNG. */
export const pngOf = (width: number, height: number): Promise<Buffer> => canvas(width, height, '#c96442').png().toBuffer();

/** A photo as a phone takes it: lying on its side, with the camera's name and a place in its EXIF. */
export const phonePhoto = (width: number, height: number): Promise<Buffer> =>
  canvas(width, height, '#3a5a9c')
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: 'SecretCameraMaker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1' } })
    .toBuffer();

/** A picture whose camera says when it was taken: `2026:11:20 08:12:03`, and with which offset. */
export const photoTaken = (DateTimeOriginal: string, OffsetTimeOriginal?: string, format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> =>
  canvas(64, 48, '#3a5a9c')
    .toFormat(format)
    .withExif({ IFD0: { Make: 'SecretCameraMaker' }, IFD2: { DateTimeOriginal, ...(OffsetTimeOriginal === undefined ? {} : { OffsetTimeOriginal }) }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1' } })
    .toBuffer();

/** EXIF whose one directory stands at its own field, and claims to hold more than there is. */
export function cyclicExif(): Buffer {
  const bytes = Buffer.alloc(65_000);
  bytes.write('MM', 0, 'latin1');
  bytes.writeUInt16BE(42, 2);
  bytes.writeUInt32BE(8, 4);
  bytes.writeUInt16BE(0xffff, 8);
  bytes.writeUInt16BE(0x8769, 10);
  bytes.writeUInt32BE(8, 18);
  return bytes;
}

/** A photo with that for its EXIF. */
export async function photoWithExif(exif: Buffer): Promise<Buffer> {
  const photo = await canvas(64, 48, '#3a5a9c').jpeg().toBuffer();
  const named = Buffer.concat([Buffer.from('Exif\0\0'), exif]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(named.length + 2, 2);
  return Buffer.concat([photo.subarray(0, 2), head, named, photo.subarray(2)]);
}

/** A GIF of that many pictures. */
export async function gifOf(frames: number, side = 16): Promise<Buffer> {
  const pictures = await Promise.all(Array.from({ length: frames }, (_, i) => canvas(side, side, { r: (i * 67) % 256, g: (i * 151) % 256, b: i % 256 }).png().toBuffer()));
  return sharp(pictures, { join: { animated: true } }).gif({ delay: pictures.map(() => 40), keepDuplicateFrames: true }).toBuffer();
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
}

/** A few hundred bytes that say they are a PNG of this size. */
export function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 0, 0, 0, 0])]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(Buffer.alloc(4096))), pngChunk('IEND', Buffer.alloc(0))]);
}

/** A real HEIC (HEVC) picture of 96 × 64, left half red, with a camera's name in its EXIF. */
export const HEIC = Buffer.from(
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAZdtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAABuwABAAAAAAAAAFoAAgAAAAACFQABAAAA' +
  'AAAAADYAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA1mlwcnAAAAC3aXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAA' +
  'DwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHBcrAiQAAAABNjb2xybmNseAABAA0ABoAAAAAUaXNwZQAA' +
  'AAAAAABgAAAAQAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgQIDBAAAABppcmVmAAAAAAAAAA5jZHNjAAIAAQABAAAAmG1kYXQAAABWKAGvWPkyVRXFqwlfD3b0J6K8f3y6xinL5TFilmuU/JyN' +
  '+7xJgAR45rpu1xd52PTDZIYemdOKqp050J67xrNuIT5TEN7KUk3C3RYi0yqp8G/FWoHD70AAAAAGRXhpZgAATU0AKgAAAAgAAQEPAAIAAAASAAAAGgAAAABTZWNyZXRDYW1lcmFNYWtlcgA=',
  'base64',
);

/** Bytes of EXIF at its end. */
const HEIC_EXIF = 54;

/** The same picture claiming another size. */
export function heicBomb(width: number, height: number): Buffer {
  const bytes = Buffer.from(HEIC);
  const at = bytes.indexOf('ispe') + 8;
  bytes.writeUInt32BE(width, at);
  bytes.writeUInt32BE(height, at + 4);
  return bytes;
}

/** The same picture with the EXIF of another one: it is the last of the file, its length stands in `iloc` and in that of `mdat`. */
export async function heicWithExifOf(photo: Buffer): Promise<Buffer> {
  const exif = Buffer.concat([uint32(6), (await sharp(photo).metadata()).exif ?? Buffer.alloc(0)]);
  const mdat = HEIC.indexOf('mdat') - 4;
  const before = HEIC.length - HEIC_EXIF;
  const bytes = Buffer.concat([HEIC.subarray(0, before), exif]);
  bytes.writeUInt32BE(bytes.length - mdat, mdat);
  bytes.writeUInt32BE(exif.length, bytes.indexOf(uint32(HEIC_EXIF), bytes.indexOf('iloc')));
  return bytes;
}
