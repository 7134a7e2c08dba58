import Taro from '@tarojs/taro';
import { withText } from './png';

/** The same picture with a text entry in its metadata. */
export function labelled(file: string, keyword: string, text: string): Promise<string> {
  const files = Taro.getFileSystemManager();
  const out = `${Taro.env.USER_DATA_PATH ?? ''}/recap.png`;
  return new Promise((resolve, reject) => {
    files.readFile({
      filePath: file,
      success: ({ data }) => files.writeFile({ filePath: out, data: withText(new Uint8Array(data as ArrayBuffer), keyword, text).buffer as ArrayBuffer, success: () => resolve(out), fail: reject }),
      fail: reject,
    });
  });
}
