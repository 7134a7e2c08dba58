import Taro from '@tarojs/taro';

/** A file on this device that is not in the cloud yet. `ref` finds it again, also after a restart if `keepLocal` was asked. */
export interface LocalFile {
  ref: string;
  kind: 'image' | 'voice' | 'file';
  name: string;
  /** Bytes; 0 when the platform did not say. */
  size: number;
  width?: number;
  height?: number;
  durationMs?: number;
}

const files = (): Taro.FileSystemManager => Taro.getFileSystemManager();

/** Moves a picked file to where it outlives a restart. Answers the same file when there is no room for it. */
export function keepLocal(file: LocalFile): Promise<LocalFile> {
  return new Promise((resolve) => {
    files().saveFile({
      tempFilePath: file.ref,
      success: ({ savedFilePath }) => resolve({ ...file, ref: String(savedFilePath) }),
      fail: () => resolve(file),
    });
  });
}

/** Lets go of a file that is no longer needed. */
export function dropLocal(ref: string): void {
  files().removeSavedFile({ filePath: ref, fail: () => undefined });
}

/** An address the screen can show; undefined when the file is gone. */
export function localUrl(ref: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    files().access({ path: ref, success: () => resolve(ref), fail: () => resolve(undefined) });
  });
}
