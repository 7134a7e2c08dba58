import Taro from '@tarojs/taro';
import { isH5 } from './env';

const HEX = '0123456789abcdef';

const hexOf = (bytes: ArrayLike<number>): string =>
  Array.from(bytes, (byte) => HEX.charAt(byte >> 4) + HEX.charAt(byte & 15)).join('');

function weakBytes(count: number): number[] {
  return Array.from({ length: count }, () => Math.floor(Math.random() * 256));
}

/** `bytes` random bytes as hex, unpredictable where the platform can (WeChat from base library 2.17.3, every browser). */
export async function secretHex(bytes: number): Promise<string> {
  if (isH5) return hexOf(window.crypto.getRandomValues(new Uint8Array(bytes)));
  try {
    const { randomValues } = await new Promise<{ randomValues: ArrayBuffer }>((resolve, reject) => {
      Taro.getUserCryptoManager().getRandomValues({ length: bytes, success: resolve, fail: reject });
    });
    return hexOf(new Uint8Array(randomValues));
  } catch {
    return hexOf(weakBytes(bytes));
  }
}

/** An id nobody else makes by accident; not a secret. */
export const freshId = (): string => Date.now().toString(36) + hexOf(weakBytes(8));
