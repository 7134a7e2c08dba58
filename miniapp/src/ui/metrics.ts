import Taro from '@tarojs/taro';
import { isWeapp } from '@/platform/env';

/** What WeChat puts over the top of a page, in device px; nothing on H5. */
export interface TopMetrics {
  /** Height of the status bar. */
  status: number;
  /** Height of the bar that holds WeChat's capsule; 0: as tall as the design says. */
  bar: number;
  /** Room to leave at the right of the bar for the capsule. */
  capsule: number;
}

function measure(): TopMetrics {
  if (!isWeapp) return { status: 0, bar: 0, capsule: 0 };
  try {
    const { statusBarHeight = 44, windowWidth } = Taro.getWindowInfo();
    const button = Taro.getMenuButtonBoundingClientRect();
    return { status: statusBarHeight, bar: button.height + 2 * (button.top - statusBarHeight), capsule: windowWidth - button.left + 8 };
  } catch {
    return { status: 44, bar: 44, capsule: 106 };
  }
}

let measured: TopMetrics | undefined;
export const topMetrics = (): TopMetrics => (measured ??= measure());

/** Height of the window in px, to fit a picture above the fold. */
export function windowHeight(): number {
  if (!isWeapp) return window.innerHeight;
  try {
    return Taro.getWindowInfo().windowHeight;
  } catch {
    return 667;
  }
}
