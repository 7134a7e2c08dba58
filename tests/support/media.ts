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

/** The same picture claiming another size. */
export function heicBomb(width: number, height: number): Buffer {
  const bytes = Buffer.from(HEIC);
  const at = bytes.indexOf('ispe') + 8;
  bytes.writeUInt32BE(width, at);
  bytes.writeUInt32BE(height, at + 4);
  return bytes;
}
