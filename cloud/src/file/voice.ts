import { LIMITS } from '@shared/domain/limits';
import { AppError } from '../errors';
import { webmDuration } from './webm';

/* Recorders stop a moment late. */
const SLACK_MS = 1500;

/** Length as the bytes tell it; undefined when they do not (a fragmented MP4). Throws when they are no recording. */
async function measure(bytes: Buffer, mime: string): Promise<number | undefined> {
  if (mime.endsWith('/webm')) {
    const ms = webmDuration(bytes);
    if (ms === undefined) throw new Error('no block inside');
    return ms;
  }
  const { parseBuffer } = await import('music-metadata');
  const { format } = await parseBuffer(bytes, { mimeType: mime, size: bytes.length }, { duration: true, skipCovers: true });
  if (format.duration) return Math.round(format.duration * 1000);
  if (!format.sampleRate) throw new Error('no sound inside');
  return undefined;
}

/**
 * Length of a recording in ms. Where the bytes do not tell, the recorder's own figure counts, and the bytes must fit
 * it (a voice codec stays under 64 KB a second). Throws `file/unsupported-voice` or `file/too-long`.
 */
export async function voiceDuration(bytes: Buffer, mime: string, claimedMs: number | undefined): Promise<number> {
  const measured = await measure(bytes, mime).catch((error: unknown) => {
    throw new AppError('file/unsupported-voice', { field: 'file', cause: error });
  });
  const ms = measured ?? claimedMs;
  if (ms === undefined) throw new AppError('request/invalid', { field: 'durationMs', params: { field: 'durationMs', why: '?' } });
  const limit = LIMITS.voiceSeconds * 1000;
  const tooManyBytes = measured === undefined && bytes.length > 64 * (limit + SLACK_MS);
  if (ms > limit + SLACK_MS || tooManyBytes) throw new AppError('file/too-long', { field: 'file' });
  return Math.min(ms, limit);
}
