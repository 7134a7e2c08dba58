import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const MODULES = 16;

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(content.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(typed));
  return Buffer.concat([head, typed, tail]);
}

/** A square picture of `width` px: 16 × 16 black and white fields that are the bits of sha256(text), in a white border. */
export function codePng(text: string, width: number): Buffer {
  const bits = createHash('sha256').update(text).digest();
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.set([8, 0, 0, 0, 0], 8); // 8 bit grey, no filter choice, not interlaced
  const rows = Buffer.alloc(width * (width + 1), 255);
  const moduleAt = (pixel: number): number => Math.floor((pixel * (MODULES + 2)) / width) - 1;
  const isInside = (module: number): boolean => module >= 0 && module < MODULES;
  for (let y = 0; y < width; y++) {
    rows[y * (width + 1)] = 0;
    for (let x = 0; x < width; x++) {
      const [row, column] = [moduleAt(y), moduleAt(x)];
      const bit = row * MODULES + column;
      const isBlack = isInside(row) && isInside(column) && ((bits[bit >> 3] as number) >> (bit & 7)) & 1;
      if (isBlack) rows[y * (width + 1) + 1 + x] = 0;
    }
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
