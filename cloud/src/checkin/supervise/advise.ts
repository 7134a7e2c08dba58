import type { Entry } from '@shared/wire/challenge';
import { blobLength, readBlob } from '../../infra/files';
import { log } from '../../infra/logger';
import type { EntryDoc } from '../model';
import { markEntry } from '../store';
import { hashPicture, isCopied, looksSame, shinglesOf } from './look';
import { listEarlierLooks, listEarlierTexts } from './store';
import { onTime } from './taken';

type Advice = NonNullable<Entry['advice']>[number];

async function bytesOf(fileId: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readBlob(fileId, 'thumb', 0, (await blobLength(fileId, 'thumb')) ?? 0)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function onPicture({ _id, challengeId, file }: EntryDoc): Promise<Advice[]> {
  if (!file?.hasThumb) return [];
  const hash = await hashPicture(await bytesOf(file._id));
  if (hash === undefined) return [];
  await markEntry(_id, { $set: { look: hash.toString(16) } });
  const same = (await listEarlierLooks(challengeId, _id)).find(({ look = '0' }) => looksSame(BigInt(`0x${look}`), hash));
  return same ? [{ kind: 'same-picture', note: '和之前的一张照片很像', entryId: same._id }] : [];
}

async function onText({ _id, challengeId, text = '' }: EntryDoc): Promise<Advice[]> {
  const pieces = shinglesOf(text);
  if (pieces.size === 0) return [];
  const same = (await listEarlierTexts(challengeId, _id)).find((earlier) => isCopied(pieces, earlier.text ?? ''));
  return same ? [{ kind: 'copied', note: '和之前写的几乎一样', entryId: same._id }] : [];
}

/**
 * Notes beside a check-in what a program noticed, for those who judge. Advice only: nothing is refused, and when it
 * cannot be made the check-in stands without.
 */
export async function advise(entry: EntryDoc): Promise<void> {
  if (entry.kind !== 'checkin' && entry.kind !== 'makeup') return;
  try {
    const advice = [...onTime(entry), ...(await onPicture(entry)), ...(await onText(entry))];
    if (advice.length > 0) await markEntry(entry._id, { $set: { advice } });
  } catch (error) {
    log().warn({ err: error, entry: entry._id }, 'a check-in has no advice');
  }
}
