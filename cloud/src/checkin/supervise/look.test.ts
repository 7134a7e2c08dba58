import sharp from 'sharp';
import { hashPicture, isCopied, looksSame, shinglesOf } from './look';

/** A picture of `n` bars of their own heights and greys. */
function bars(seed: number): Promise<Buffer> {
  let state = seed;
  const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  const shapes = Array.from({ length: 12 }, (_, i) => `<rect x="${i * 30}" y="${next(150)}" width="30" height="${80 + next(120)}" fill="rgb(${next(256)},${next(256)},${next(256)})"/>`);
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="360" height="270"><rect width="360" height="270" fill="#ddd"/>${shapes.join('')}</svg>`)).png().toBuffer();
}
const hashOf = async (picture: Buffer): Promise<bigint> => (await hashPicture(picture)) as bigint;

describe('[P2] a picture', () => {
  it('is known again smaller, lighter and badly compressed', async () => {
    const original = await bars(7);
    const again = await sharp(original).resize(120).modulate({ brightness: 1.1 }).jpeg({ quality: 30 }).toBuffer();
    expect(looksSame(await hashOf(original), await hashOf(again))).toBe(true);
  });

  it('is told from others', async () => {
    const hashes = await Promise.all(Array.from({ length: 20 }, async (_, i) => hashOf(await bars(i * 977 + 5))));
    const alike = hashes.flatMap((a, i) => hashes.slice(i + 1).filter((b) => looksSame(a, b)));
    expect(alike).toEqual([]);
  });

  it('that shows nothing is compared with nothing', async () => {
    expect(await hashPicture(await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c96442' } }).png().toBuffer())).toBeUndefined();
  });
});

describe('a text', () => {
  const earlier = '今天读了《活着》第三章，福贵赌输了家产，父亲气死了，看得我心里很难受。';
  it('is copied where most of it stood before, other marks and blanks aside', () => {
    expect(isCopied(shinglesOf('今天读了活着第三章 福贵赌输了家产 父亲气死了 看得我心里很难受！！'), earlier)).toBe(true);
  });
  it('of the same book in other words is not', () => {
    expect(isCopied(shinglesOf('今天读了《活着》第四章，福贵被抓去当兵，两年后才回到家里，母亲已经不在了。'), earlier)).toBe(false);
  });
  it('that is short is not', () => {
    expect(isCopied(shinglesOf('跑了五公里'), '跑了五公里')).toBe(false);
  });
});
