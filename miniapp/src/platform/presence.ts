import Taro from '@tarojs/taro';

/* Whether this app is in front, and whether the device has a network. */

export function onVisible(shown: () => void): () => void {
  Taro.onAppShow(shown);
  return () => Taro.offAppShow(shown);
}

export function onHidden(hidden: () => void): () => void {
  Taro.onAppHide(hidden);
  return () => Taro.offAppHide(hidden);
}

export function onNetwork(changed: (online: boolean) => void): () => void {
  const heard = ({ isConnected }: { isConnected: boolean }): void => changed(isConnected);
  Taro.onNetworkStatusChange(heard);
  return () => Taro.offNetworkStatusChange(heard);
}

/** A page unload the app is told of only on H5. */
export function onLeaving(_leaving: () => void): () => void {
  return () => undefined;
}

let front = true;
Taro.onAppShow(() => {
  front = true;
});
Taro.onAppHide(() => {
  front = false;
});
export const isVisible = (): boolean => front;
