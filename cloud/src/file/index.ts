import { claimFile as claim } from './store';
import { AppError } from '../errors';
import type { FileDoc } from './model';

export type { FileDoc } from './model';
export { removeFile, removeFilesUsedBy, sweepFiles } from './keep';
export { presentFile } from './present';
export { fileRoutes } from './routes';
export { serveFile } from './serve';
export { isFileOf, listFilesOf, listUsesOf, unclaimFile } from './store';

/**
 * Ties one's own unused upload to what it is for. Throws `file/not-found` when it is somebody else's, used elsewhere
 * or of another kind than wanted.
 */
export async function claimFile(id: string, ownerId: string, usedBy: string, kind?: FileDoc['kind']): Promise<FileDoc> {
  const file = await claim(id, ownerId, usedBy, kind);
  if (!file) throw new AppError('file/not-found', { field: 'fileId' });
  return file;
}
