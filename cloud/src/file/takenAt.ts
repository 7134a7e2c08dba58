import { parseDay } from '@shared/domain/civil';

/* EXIF is a TIFF file without a picture: directories of fields of 12 bytes, what is longer than 4 bytes elsewhere. Only the way to two fields is followed; a read beyond the end throws. */
const EXIF_DIRECTORY = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
const TEXT = 2;
const LONGEST = 32;
/** No camera wrote EXIF before. */
const FIRST_YEAR = 1995;

interface Tiff {
  u16(at: number): number;
  u32(at: number): number;
  text(at: number, length: number): string;
}

function openTiff(exif: Buffer): Tiff | undefined {
  const bytes = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
  const text = (at: number, length: number): string => bytes.toString('latin1', at, at + length);
  const order = text(0, 2);
  if (order === 'II') return { text, u16: (at) => bytes.readUInt16LE(at), u32: (at) => bytes.readUInt32LE(at) };
  return order === 'MM' ? { text, u16: (at) => bytes.readUInt16BE(at), u32: (at) => bytes.readUInt32BE(at) } : undefined;
}

function fieldOf({ u16 }: Tiff, directory: number, tag: number): number | undefined {
  const end = directory + 2 + 12 * u16(directory);
  for (let at = directory + 2; at < end; at += 12) if (u16(at) === tag) return at;
  return undefined;
}

function textOf(tiff: Tiff, directory: number, tag: number): string {
  const at = fieldOf(tiff, directory, tag);
  const length = at === undefined ? 0 : tiff.u32(at + 4);
  if (at === undefined || tiff.u16(at + 2) !== TEXT || length > LONGEST) return '';
  return tiff.text(length > 4 ? tiff.u32(at + 8) : at + 8, length);
}

/** `YYYY-MM-DDTHH:MM:SS`, undefined where no clock shows that. */
function wallTime(text: string): string | undefined {
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  return Number(year) >= FIRST_YEAR && parseDay(date) !== null ? `${date}T${time}` : undefined;
}

const offset = (text: string): string => /^[+-](?:0\d|1[0-4]):[0-5]\d/.exec(text)?.[0] ?? '';

/**
 * When a picture was taken, by the clock of its camera, with the offset where it says one: `2026-11-20T08:12:03+08:00`.
 * undefined where the EXIF (CIPA DC-008, 4.6) does not tell, or is none. Never throws.
 */
export function takenAtOf(exif: Buffer): string | undefined {
  try {
    const tiff = openTiff(exif);
    const pointer = tiff && fieldOf(tiff, tiff.u32(4), EXIF_DIRECTORY);
    if (!tiff || pointer === undefined) return undefined;
    const directory = tiff.u32(pointer + 8);
    const time = wallTime(textOf(tiff, directory, DATE_TIME_ORIGINAL));
    return time && time + offset(textOf(tiff, directory, OFFSET_TIME_ORIGINAL));
  } catch {
    return undefined;
  }
}
