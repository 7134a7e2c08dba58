import Taro from '@tarojs/taro';

export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where an element is in the window, in px. */
export function measure(id: string): Promise<Rect | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((rect) => resolve((rect as unknown as Rect | null) ?? undefined))
      .exec();
  });
}

/** The window's size and what its edges must be left free, in px. */
export function windowSpace(): { width: number; height: number; top: number; bottom: number } {
  const { windowWidth, windowHeight, safeArea, statusBarHeight = 0 } = Taro.getWindowInfo();
  return { width: windowWidth, height: windowHeight, top: statusBarHeight + 8, bottom: Math.max(8, windowHeight - (safeArea?.bottom ?? windowHeight)) };
}
