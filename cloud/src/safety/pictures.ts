import { Hook } from '../infra/hooks';
import { now } from '../infra/clock';
import { log } from '../infra/logger';
import { askAboutMedium, isCheckable } from './media';
import { findPicture, insertPicture } from './store';

/** WeChat's word on a face, a cover or the picture of an AI role; who shows a refused one must stop. */
export const pictureJudged = new Hook<{ fileId: string; usedBy: string; refused: boolean }>();

interface Picture {
  _id: string;
  kind: 'image' | 'voice' | 'file';
  size: number;
  usedBy?: string;
}

/**
 * Has WeChat look at a face, a cover or the picture of an AI role. People see it meanwhile: they chose it to be seen with, and WeChat's own picker
 * has checked most of them before. Never rejects.
 */
export async function watchPicture(picture: Picture, openid: string | undefined): Promise<void> {
  if (openid === undefined || picture.usedBy === undefined || !isCheckable(picture, openid)) return;
  try {
    const traceId = await askAboutMedium(picture, openid);
    if (traceId) await insertPicture({ _id: traceId, fileId: picture._id, usedBy: picture.usedBy, at: now() });
  } catch (error) {
    log().warn({ reason: (error as Error).message }, 'WeChat could not be asked about a picture');
  }
}

/** Takes a verdict that is about such a picture; false when it is about something else. */
export async function settlePicture({ traceId, suggest }: { traceId: string; suggest: string }): Promise<boolean> {
  const picture = await findPicture(traceId);
  if (picture) await pictureJudged.tell({ fileId: picture.fileId, usedBy: picture.usedBy, refused: suggest === 'risky' });
  return picture !== null;
}
