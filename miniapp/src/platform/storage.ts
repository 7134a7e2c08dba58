import Taro from '@tarojs/taro';
import { isH5 } from './env';

/*
 * Two windows of one browser share their storage. `?seat=2` in the address gives a window its own: two people can be
 * tried out side by side.
 */
function seatPrefix(): string {
  if (!isH5) return 'pai.';
  try {
    const asked = /[?&]seat=([A-Za-z0-9]{1,16})/.exec(window.location.search)?.[1];
    if (asked) window.sessionStorage.setItem('pai.seat', asked);
    const seat = asked ?? window.sessionStorage.getItem('pai.seat');
    return seat ? `pai.${seat}.` : 'pai.';
  } catch {
    return 'pai.';
  }
}

const prefix = seatPrefix();

/** What is kept under `key`, or undefined. Never throws: storage may be full, blocked or hold an older shape. */
export function readStored<T>(key: string, isValid: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = Taro.getStorageSync(prefix + key);
    return isValid(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a JSON value; false when the device refused. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(prefix + key, value);
    return true;
  } catch {
    return false;
  }
}

export function dropStored(key: string): void {
  try {
    Taro.removeStorageSync(prefix + key);
  } catch {
    /* a blocked storage holds nothing to remove */
  }
}

/** Keys in use that start with `start`. */
export function storedKeys(start: string): string[] {
  try {
    const keys: string[] = Taro.getStorageInfoSync().keys;
    return keys.filter((key) => key.startsWith(prefix + start)).map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}

/** Removes everything this app has kept under keys that start with `start`. */
export function dropAllStored(start: string): void {
  storedKeys(start).forEach(dropStored);
}
