import Taro from '@tarojs/taro';
import type { LocalFile } from '@/platform/localFile';

/** A picture as a square, cut by the person; as it is where WeChat is too old for that, undefined when they think better of it. */
export async function square(file: LocalFile): Promise<LocalFile | undefined> {
  if (!Taro.canIUse('cropImage')) return file;
  return Taro.cropImage({ src: file.ref, cropScale: '1:1' }).then(
    ({ tempFilePath }) => ({ ...file, ref: tempFilePath }),
    ({ errMsg = '' }: { errMsg?: string }) => (errMsg.includes('cancel') ? undefined : file),
  );
}
