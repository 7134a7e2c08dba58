import type { WireFile } from '@shared/wire/message';
import { fileUrl } from '../infra/files';
import type { FileDoc } from './model';

/** A file with fresh links. Only for those who may read what it belongs to. */
export const presentFile = (file: FileDoc): WireFile => ({
  id: file._id,
  kind: file.kind,
  name: file.name,
  size: file.size,
  mime: file.mime,
  url: fileUrl(file._id),
  ...(file.hasThumb ? { thumbUrl: fileUrl(file._id, 'thumb') } : {}),
  ...(file.width === undefined ? {} : { width: file.width }),
  ...(file.height === undefined ? {} : { height: file.height }),
  ...(file.placeholder === undefined ? {} : { placeholder: file.placeholder }),
  ...(file.durationMs === undefined ? {} : { durationMs: file.durationMs }),
});
