import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Types } from 'mongoose';
import { config } from '../config';
import { HOUR, nowMs } from './clock';
import { openBucket } from './mongo';
import { mac, sameText } from './secret';

export type Variant = 'full' | 'thumb';

const bucket = () => openBucket('blobs');

const blobId = (fileId: string, variant: Variant): Types.ObjectId => `${fileId}/${variant}` as unknown as Types.ObjectId;

export async function putBlob(fileId: string, variant: Variant, bytes: Buffer): Promise<void> {
  await pipeline(Readable.from([bytes]), bucket().openUploadStreamWithId(blobId(fileId, variant), variant));
}

/** A blob's length in bytes, or undefined when there is none. */
export async function blobLength(fileId: string, variant: Variant): Promise<number | undefined> {
  const [found] = await bucket().find({ _id: blobId(fileId, variant) }).toArray();
  return found?.length;
}

/** Bytes [start, end) of a blob. */
export const readBlob = (fileId: string, variant: Variant, start: number, end: number): Readable =>
  bucket().openDownloadStream(blobId(fileId, variant), { start, end });

export async function removeBlobs(fileId: string): Promise<void> {
  for (const variant of ['full', 'thumb'] as const) {
    await bucket()
      .delete(blobId(fileId, variant))
      .catch((error: Error) => {
        if (!/not found/i.test(error.message)) throw error;
      });
  }
}

/** A link lives 2 to 3 hours; it is the same text for an hour, so that clients and proxies can keep what they fetched. */
const LINK_STEP = HOUR;

const signature = (path: string, expires: number): string => mac(config().DATA_KEY, 'file-link', `${path}?${expires}`).slice(0, 22);

/** A link that lets whoever holds it read one variant of a file until it expires. Give it only to those who may. */
export function fileUrl(fileId: string, variant: Variant = 'full'): string {
  const path = `/files/${fileId}/${variant}`;
  const expires = (Math.floor(nowMs() / LINK_STEP) + 3) * (LINK_STEP / 1000);
  return `${path}?e=${expires}&s=${signature(path, expires)}`;
}

export const linkIsGood = (path: string, expires: number, signed: string): boolean => expires * 1000 > nowMs() && sameText(signed, signature(path, expires));

/** Link to a face or cover: pictures people chose to be seen with. */
export const pictureUrl = (fileId: string, variant: Variant = 'thumb'): string => fileUrl(fileId, variant);
