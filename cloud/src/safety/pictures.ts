import { Hook } from '../infra/hooks';
import { now } from '../infra/clock';
import { log } from '../infra/logger';
import { askAboutMedium, isCheckable } from './media';
import { findPicture, insertPicture } from './store';

/** WeChat calls a face or a cover risky; who shows it must stop. */
export const pictureRefused = new Hook<{ fileId: string; usedBy: string }>();

interface Picture {
  _id: string;
  kind: 'image' | 'voice' | 'file';
  size: number;
  usedBy?: string;
}

/**
 * Has WeChat look at a face or cover. People see it meanwhile: they chose it to be seen with, and WeChat's own picker
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

/** Takes a verdict that is about a face or cover; false when it is about something else. */
export async function settlePicture({ traceId, suggest }: { traceId: string; suggest: string }): Promise<boolean> {
  const picture = await findPicture(traceId);
  if (picture && suggest === 'risky') await pictureRefused.tell({ fileId: picture.fileId, usedBy: picture.usedBy });
  return picture !== null;
}
