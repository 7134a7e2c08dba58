import type { Readable } from 'node:stream';
import { AppError } from '../errors';
import { blobLength, linkIsGood, readBlob, type Variant } from '../infra/files';
import { findFile } from './store';

export interface Served {
  status: 200 | 206;
  headers: Record<string, string>;
  body: Readable;
}

interface Wanted {
  fileId: string;
  variant: string;
  expires: number;
  signature: string;
  range: string | undefined;
}

function rangeOf(header: string | undefined, length: number): [number, number] | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const start = match[1] === '' ? Math.max(0, length - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? length : Math.min(length, Number(match[2]) + 1);
  return start < end ? [start, end] : undefined;
}

/**
 * What a signed link opens. Pictures and voice are shown; every other file is a download, never run in the page.
 * Throws `file/not-found` for a wrong or expired link and for a file that is gone: one answer for all.
 */
export async function serveFile(wanted: Wanted): Promise<Served> {
  const good = (wanted.variant === 'full' || wanted.variant === 'thumb') && linkIsGood(`/files/${wanted.fileId}/${wanted.variant}`, wanted.expires, wanted.signature);
  const file = good ? await findFile(wanted.fileId) : null;
  const variant = wanted.variant as Variant;
  const length = file ? await blobLength(file._id, variant) : undefined;
  if (!file || length === undefined) throw new AppError('file/not-found');
  const range = rangeOf(wanted.range, length);
  const [start, end] = range ?? [0, length];
  const shown = file.kind !== 'file';
  const mime = !shown ? 'application/octet-stream' : variant === 'thumb' ? 'image/jpeg' : file.mime;
  return {
    status: range ? 206 : 200,
    body: readBlob(file._id, variant, start, end),
    headers: {
      'Content-Type': mime,
      'Content-Length': String(end - start),
      'Accept-Ranges': 'bytes',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, max-age=3600, immutable',
      'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      ...(range ? { 'Content-Range': `bytes ${start}-${end - 1}/${length}` } : {}),
    },
  };
}
