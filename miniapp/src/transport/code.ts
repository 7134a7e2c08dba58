import Taro from '@tarojs/taro';
import { isWeapp } from '@/platform/env';
import { inviteCodePath } from './api';
import { fileUrl } from './address';
import { freshToken } from './http';

/**
 * The mini-program code of an invite as a file, or undefined when it cannot be had (not in WeChat, WeChat's quota, an
 * unpublished page). A picture is told apart from an error by its type.
 */
export async function fetchInviteCode(token: string): Promise<string | undefined> {
  if (!isWeapp) return undefined;
  try {
    const key = await freshToken();
    if (key === undefined) return undefined;
    const { statusCode, tempFilePath, header } = await Taro.downloadFile({ url: fileUrl(inviteCodePath(token)), header: { Authorization: `Bearer ${key}` } });
    const type = String(header?.['Content-Type'] ?? header?.['content-type'] ?? 'image/');
    return statusCode === 200 && type.startsWith('image/') ? tempFilePath : undefined;
  } catch {
    return undefined;
  }
}
