import { cleanLine, ellipsize } from '@shared/domain/text';
import { LIMITS } from '@shared/domain/limits';
import { AppError } from '../errors';
import { DAY, dateAt, now, nowMs } from '../infra/clock';
import { putBlob, removeBlobs } from '../infra/files';
import { newId } from '../infra/ids';
import type { FileDoc } from './model';
import { readPicture } from './picture';
import { insertFile, listFilesUsedBy, listUnusedSince, removeFileDoc } from './store';
import { voiceDuration } from './voice';

export interface Upload {
  name: string;
  bytes: Buffer;
  /** What the sender means it to be; pictures and voice are checked to be that. */
  as: 'image' | 'voice' | 'file';
  durationMs?: number;
}

const VOICE_MIMES = /^(audio\/|video\/(webm|mp4|ogg)$|application\/ogg)/;
const IMAGE_MIMES = /^image\/(jpeg|png|webp|gif|heic|heif|heic-sequence|heif-sequence|avif)$/;

/** A file name that is safe to show and to save: no folders, no controls, no leading dot. */
export function safeName(name: string): string {
  const base = cleanLine(name).split(/[/\\]/).pop() ?? '';
  const plain = base.replace(/[<>:"|?*]/g, '_').replace(/^\.+/, '');
  return ellipsize(plain === '' ? 'file' : plain, 100);
}

async function describe(upload: Upload): Promise<{ stored: Buffer; thumb?: Buffer; fields: Partial<FileDoc> & Pick<FileDoc, 'kind' | 'mime'> }> {
  const { fileTypeFromBuffer } = await import('file-type');
  const sniffed = (await fileTypeFromBuffer(upload.bytes))?.mime ?? 'application/octet-stream';
  if (upload.as === 'image') {
    if (!IMAGE_MIMES.test(sniffed)) throw new AppError('file/unsupported-picture', { field: 'file' });
    const { bytes, thumb, ...about } = await readPicture(upload.bytes, /hei[cf]/.test(sniffed));
    return { stored: bytes, thumb, fields: { kind: 'image', ...about } };
  }
  if (upload.as === 'voice') {
    if (!VOICE_MIMES.test(sniffed)) throw new AppError('file/unsupported-voice', { field: 'file' });
    const mime = sniffed.replace('video/', 'audio/').replace('application/ogg', 'audio/ogg');
    return { stored: upload.bytes, fields: { kind: 'voice', mime, durationMs: await voiceDuration(upload.bytes, sniffed, upload.durationMs) } };
  }
  return { stored: upload.bytes, fields: { kind: 'file', mime: sniffed } };
}

/** Takes an upload in: checked, pictures re-encoded, bytes stored. It is unused until something claims it. */
export async function keepFile(ownerId: string, upload: Upload): Promise<FileDoc> {
  if (upload.bytes.length === 0) throw new AppError('file/empty', { field: 'file' });
  if (upload.bytes.length > LIMITS.fileBytes) throw new AppError('file/too-large', { field: 'file' });
  const { stored, thumb, fields } = await describe(upload);
  const file: FileDoc = { _id: newId(), ownerId, name: safeName(upload.name), size: stored.length, hasThumb: thumb !== undefined, createdAt: now(), ...fields };
  await putBlob(file._id, 'full', stored);
  if (thumb) await putBlob(file._id, 'thumb', thumb);
  await insertFile(file);
  return file;
}

/** Removes a file and its bytes. The document goes first: a link is dead from then on, whatever happens next. */
export async function removeFile(id: string): Promise<void> {
  await removeFileDoc(id);
  await removeBlobs(id);
}

/** Removes the files of every use that begins so. */
export async function removeFilesUsedBy(prefix: string): Promise<void> {
  for (const id of await listFilesUsedBy(prefix)) await removeFile(id);
}

/** Removes uploads nobody used for a day. */
export async function sweepFiles(): Promise<void> {
  for (const id of await listUnusedSince(dateAt(nowMs() - DAY))) await removeFile(id);
}
