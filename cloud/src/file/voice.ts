import { LIMITS } from '@shared/domain/limits';
import { AppError } from '../errors';

/* Recorders stop a moment late. */
const SLACK_MS = 1500;

/**
 * Length of a recording in ms. Browsers' WebM recordings carry none; then the recorder's own figure counts, and the
 * bytes must fit it (a voice codec stays under 64 KB a second). Throws `file/unsupported-voice` or `file/too-long`.
 */
export async function voiceDuration(bytes: Buffer, mime: string, claimedMs: number | undefined): Promise<number> {
  const { parseBuffer } = await import('music-metadata');
  const parsed = await parseBuffer(bytes, { mimeType: mime, size: bytes.length }, { duration: true, skipCovers: true }).catch((error: unknown) => {
    throw new AppError('file/unsupported-voice', { field: 'file', cause: error });
  });
  const measured = parsed.format.duration === undefined ? undefined : Math.round(parsed.format.duration * 1000);
  const ms = measured ?? claimedMs;
  if (ms === undefined) throw new AppError('request/invalid', { field: 'durationMs', params: { field: 'durationMs', why: '?' } });
  const limit = LIMITS.voiceSeconds * 1000;
  const tooManyBytes = measured === undefined && bytes.length > 64 * (limit + SLACK_MS);
  if (ms > limit + SLACK_MS || tooManyBytes) throw new AppError('file/too-long', { field: 'file' });
  return Math.min(ms, limit);
}
