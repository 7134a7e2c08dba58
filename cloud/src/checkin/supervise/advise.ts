import type { Entry } from '@shared/wire/challenge';
import { blobLength, readBlob } from '../../infra/files';
import { log } from '../../infra/logger';
import { proofOf } from '../beside';
import type { EntryDoc, ProofDoc } from '../model';
import { markEntry } from '../store';
import { hashPicture, isCopied, looksSame, shinglesOf } from './look';
import { listLooks, listTexts, type Others } from './store';
import { onTime } from './taken';

type Advice = NonNullable<Entry['advice']>[number];

async function bytesOf(fileId: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readBlob(fileId, 'thumb', 0, (await blobLength(fileId, 'thumb')) ?? 0)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What an entry brings that is new, and which of the others it is held against. */
interface New {
  entry: EntryDoc;
  brought: ProofDoc;
  others: Others;
}

async function onPicture({ entry: { _id, challengeId }, brought: { file }, others }: New): Promise<Advice[]> {
  if (!file?.hasThumb) return [];
  const hash = await hashPicture(await bytesOf(file._id));
  if (hash === undefined) return [];
  await markEntry(_id, { $set: { look: hash.toString(16) } });
  const same = (await listLooks(challengeId, others)).find(({ look = '0' }) => looksSame(BigInt(`0x${look}`), hash));
  return same ? [{ kind: 'same-picture', note: '和之前的一张照片很像', entryId: same._id }] : [];
}

async function onText({ entry: { challengeId }, brought: { text = '' }, others }: New): Promise<Advice[]> {
  const pieces = shinglesOf(text);
  if (pieces.size === 0) return [];
  const same = (await listTexts(challengeId, others)).find((earlier) => isCopied(pieces, proofOf(earlier).text ?? ''));
  return same ? [{ kind: 'copied', note: '和之前写的几乎一样', entryId: same._id }] : [];
}

async function noteAdvice(about: New): Promise<void> {
  const { entry, brought } = about;
  if (entry.kind !== 'checkin' && entry.kind !== 'makeup') return;
  try {
    const advice = [...onTime({ ...entry, file: brought.file }), ...(await onPicture(about)), ...(await onText(about))];
    if (advice.length > 0) await markEntry(entry._id, { $push: { advice: { $each: advice } } });
  } catch (error) {
    log().warn({ err: error, entry: entry._id }, 'a check-in has no advice');
  }
}

/**
 * Notes beside a check-in what a program noticed, for those who judge. Advice only: nothing is refused, and when it
 * cannot be made the check-in stands without.
 */
export const advise = (entry: EntryDoc): Promise<void> => noteAdvice({ entry, brought: entry, others: { before: entry._id } });

/** The same for what was added later: whatever else stands in the challenge by then was there before. */
export const adviseOnAdded = (entry: EntryDoc, added: ProofDoc): Promise<void> => noteAdvice({ entry, brought: added, others: { but: entry._id } });
