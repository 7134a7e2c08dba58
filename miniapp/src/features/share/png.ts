/* Metadata of a PNG. Pure. */

const table = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

export function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  bytes.forEach((byte) => (c = (table[(c ^ byte) & 255] as number) ^ (c >>> 8)));
  return (c ^ 0xffffffff) >>> 0;
}

const ascii = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0) & 255);
const word = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];

/** The header chunk always comes first and has this length, signature included. */
const AFTER_HEADER = 33;

/** Words in the metadata of a picture, in ASCII. */
export interface TextEntry {
  keyword: string;
  text: string;
}

/** A PNG with one more text entry, right after its header. */
export function withText(png: Uint8Array, { keyword, text }: TextEntry): Uint8Array<ArrayBuffer> {
  const body = ascii(`tEXt${keyword}\0${text}`);
  const chunk = Uint8Array.from([...word(body.length - 4), ...body, ...word(crc32(Uint8Array.from(body)))]);
  const out = new Uint8Array(png.length + chunk.length);
  out.set(png.subarray(0, AFTER_HEADER));
  out.set(chunk, AFTER_HEADER);
  out.set(png.subarray(AFTER_HEADER), AFTER_HEADER + chunk.length);
  return out;
}
