import type { WireFile } from '@shared/wire/message';
import type { LocalFile } from '@/platform/localFile';
import { errorFrom } from './http';

/** The text fields that go with a file. */
export function formFields(file: LocalFile): Record<string, string> {
  return {
    as: file.kind,
    ...(file.durationMs === undefined ? {} : { durationMs: String(file.durationMs) }),
  };
}

/** The file in the cloud's answer. Throws ApiError. */
export function fileFrom(status: number, text: string): WireFile {
  let reply: unknown;
  try {
    reply = JSON.parse(text);
  } catch {
    throw errorFrom(status, null);
  }
  const file = (reply as { file?: WireFile } | null)?.file;
  if (status >= 200 && status < 300 && file) return file;
  throw errorFrom(status, reply);
}
