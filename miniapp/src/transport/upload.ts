import Taro from '@tarojs/taro';
import type { WireFile } from '@shared/wire/message';
import type { LocalFile } from '@/platform/localFile';
import { apiUrl } from './address';
import { ApiError } from './errors';
import { freshToken } from './http';
import { faultSentence } from './sentences';
import { fileFrom, formFields } from './uploadParts';

const TIMEOUT_MS = 120_000;

/** Sends a file to the cloud. `progress` hears 0–100. Throws ApiError (`file/too-large`, `file/heic` …). */
export async function uploadFile(file: LocalFile, progress?: (percent: number) => void): Promise<WireFile> {
  const token = await freshToken();
  if (token === undefined) throw new ApiError('auth/required', faultSentence('signed-out'), undefined, 401);
  const task = Taro.uploadFile({
    url: apiUrl('/files'),
    filePath: file.ref,
    name: 'file',
    fileName: file.name,
    formData: formFields(file),
    header: { Authorization: `Bearer ${token}` },
    timeout: TIMEOUT_MS,
  });
  task.progress?.(({ progress: percent }) => progress?.(percent));
  const reply = await task.catch(() => {
    throw new ApiError('client/offline', faultSentence('offline'));
  });
  return fileFrom(reply.statusCode, reply.data);
}
