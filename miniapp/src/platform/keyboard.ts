import Taro from '@tarojs/taro';

/** Hears how much of the window's foot the keyboard covers, in px; 0 when it is down. */
export function onKeyboard(changed: (height: number) => void): () => void {
  let last = -1;
  const heard = ({ height }: { height: number }): void => {
    if (height === last) return;
    last = height;
    changed(height);
  };
  Taro.onKeyboardHeightChange(heard);
  return () => Taro.offKeyboardHeightChange(heard);
}
