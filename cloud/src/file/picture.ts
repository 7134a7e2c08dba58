import type { HeicPixels } from 'heic-decode';
import type { Sharp } from 'sharp';
import { LIMITS } from '@shared/domain/limits';
import { AppError } from '../errors';
import { takenAtOf } from './takenAt';

export interface Picture {
  bytes: Buffer;
  mime: string;
  thumb: Buffer;
  width: number;
  height: number;
  /** Data URL of a few blurred pixels. */
  placeholder: string;
  takenAt?: string;
}

const MAX_SIDE = 2560;
const THUMB_SIDE = 480;

const loadSharp = async () => (await import('sharp')).default;

async function decoder(): Promise<(bytes: Buffer, animated: boolean) => Sharp> {
  const sharp = await loadSharp();
  return (bytes, animated) => sharp(bytes, { limitInputPixels: LIMITS.imagePixels, failOn: 'error', animated, sequentialRead: true });
}

/* The size is looked at before a pixel is decoded: that takes four bytes for each. */
async function decodeHeic(bytes: Buffer): Promise<HeicPixels> {
  const { default: decode } = await import('heic-decode');
  const images = await decode.all({ buffer: bytes });
  try {
    const [first] = images;
    if (!first) throw new Error('no picture inside');
    if (first.width * first.height > LIMITS.imagePixels) throw new AppError('file/too-many-pixels', { field: 'file' });
    return await first.decode();
  } finally {
    images.dispose();
  }
}

/** iPhone pictures: HEVC inside HEIF, which the image library cannot decode. Throws `file/heic` where this decoder cannot either. */
async function fromHeic(bytes: Buffer): Promise<Buffer> {
  try {
    const { width, height, data } = await decodeHeic(bytes);
    const sharp = await loadSharp();
    return await sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } }).jpeg({ quality: 90 }).toBuffer();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file/heic', { field: 'file', cause: error });
  }
}

function refusal(error: unknown): AppError {
  const reason = (error as Error).message;
  if (/pixel limit|too large|exceeds/i.test(reason)) return new AppError('file/too-many-pixels', { field: 'file', cause: error });
  return new AppError('file/unsupported-picture', { field: 'file', cause: error });
}

async function encode(image: Sharp, animated: boolean, alpha: boolean): Promise<{ bytes: Buffer; mime: string }> {
  if (animated) return { bytes: await image.gif().toBuffer(), mime: 'image/gif' };
  if (alpha) return { bytes: await image.png({ compressionLevel: 8 }).toBuffer(), mime: 'image/png' };
  return { bytes: await image.jpeg({ quality: 84, mozjpeg: true }).toBuffer(), mime: 'image/jpeg' };
}

async function readTime(image: Sharp): Promise<Pick<Picture, 'takenAt'>> {
  const { exif } = await image.metadata().catch((): { exif?: Buffer } => ({}));
  const takenAt = exif && takenAtOf(exif);
  return takenAt === undefined ? {} : { takenAt };
}

/**
 * Re-encodes a picture: turned upright, at most 2560 px a side, without EXIF or any other metadata, whatever the file
 * claimed to be. When it was taken is read before. Throws `file/unsupported`, `file/heic` or `file/too-many-pixels`.
 */
export async function readPicture(original: Buffer, heic: boolean): Promise<Picture> {
  const open = await decoder();
  const bytes = heic ? await fromHeic(original) : original;
  try {
    const meta = await open(bytes, true).metadata();
    const frames = meta.pages ?? 1;
    const animated = frames > 1;
    const pixels = (meta.width ?? 0) * (meta.height ?? 0);
    if (frames > LIMITS.imageFrames || pixels > LIMITS.imagePixels) throw new AppError('file/too-many-pixels', { field: 'file' });
    const fitted = open(bytes, animated).rotate().resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true });
    const full = await encode(fitted, animated, meta.hasAlpha ?? false);
    const still = open(full.bytes, false);
    const { width = 0, height = 0 } = await still.metadata();
    const flat = open(full.bytes, false).flatten({ background: '#ffffff' });
    const thumb = await flat.clone().resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 78 }).toBuffer();
    const tiny = await flat.clone().resize(8, 8, { fit: 'fill' }).blur(0.8).png({ palette: true, colours: 32 }).toBuffer();
    return { ...full, thumb, width, height, placeholder: `data:image/png;base64,${tiny.toString('base64')}`, ...(await readTime(open(original, false))) };
  } catch (error) {
    throw error instanceof AppError ? error : refusal(error);
  }
}
