import Taro from '@tarojs/taro';
import { pickFile } from './pick';

/** Lets somebody choose a file and reads it as text; undefined when none was chosen, or it is no text. */
export async function pickText(): Promise<string | undefined> {
  const file = await pickFile();
  if (!file) return undefined;
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({ filePath: file.ref, encoding: 'utf8', success: ({ data }) => resolve(String(data)), fail: () => resolve(undefined) });
  });
}
