import type { WireFile } from '@shared/wire/message';
import { prefs } from '@/features/settings/prefs';
import { blobOf, type LocalFile } from '@/platform/localFile.h5';
import { apiUrl } from './address';
import { ApiError } from './errors';
import { freshToken } from './http';
import { faultSentence } from './sentences';
import { fileFrom, formFields } from './uploadParts';

const TIMEOUT_MS = 120_000;

export async function uploadFile(file: LocalFile, progress?: (percent: number) => void): Promise<WireFile> {
  const token = await freshToken();
  if (token === undefined) throw new ApiError('auth/required', faultSentence('signed-out'), undefined, 401);
  const blob = await blobOf(file.ref);
  if (!blob) throw new ApiError('file/not-found', faultSentence('file-gone'), undefined, 404);
  const form = new FormData();
  Object.entries(formFields(file)).forEach(([name, value]) => form.append(name, value));
  form.append('file', blob, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', apiUrl('/files'));
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Accept-Language', prefs.get().locale);
    request.timeout = TIMEOUT_MS;
    request.upload.onprogress = ({ loaded, total }) => progress?.(Math.round((loaded / total) * 100));
    request.onerror = () => reject(new ApiError('client/offline', faultSentence('offline')));
    request.ontimeout = () => reject(new ApiError('client/timeout', faultSentence('timeout')));
    request.onload = () => {
      try {
        resolve(fileFrom(request.status, request.responseText));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    request.send(form);
  });
}
