import Taro from '@tarojs/taro';
import { apiUrl } from './address';
import { freshToken } from './http';

/** Fetches a file below /api that only the signed-in may have, and opens or hands it over; false when that failed. */
export async function download(path: string, name: string): Promise<boolean> {
  try {
    const token = await freshToken();
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url: apiUrl(path), header: { Authorization: `Bearer ${token ?? ''}` } });
    if (statusCode !== 200) return false;
    await Taro.shareFileMessage({ filePath: tempFilePath, fileName: name });
    return true;
  } catch {
    return false;
  }
}
