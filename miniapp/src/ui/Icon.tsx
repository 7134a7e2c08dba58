import { View } from '@tarojs/components';
import { aria } from './aria';
import { px } from './size';

export type IconName =
  | 'ban' | 'bell' | 'calendar' | 'camera' | 'check' | 'clock' | 'close' | 'copy' | 'crown' | 'down' | 'edit' | 'exit' | 'eye' | 'fail' | 'flag' | 'globe'
  | 'hide' | 'image' | 'invite' | 'keyboard' | 'left' | 'link' | 'lock' | 'log' | 'me' | 'mic' | 'moon' | 'more' | 'mute' | 'offline' | 'pass' | 'pause'
  | 'people' | 'pie' | 'pin' | 'play' | 'plus' | 'quote' | 'recap' | 'receipt' | 'reply' | 'retry' | 'right' | 'save' | 'search' | 'send' | 'share' | 'shield'
  | 'size' | 'sliders' | 'smile' | 'speaker' | 'stop' | 'trash' | 'unknown' | 'up' | 'vote' | 'warn' | 'wish';

interface IconProps {
  name: IconName;
  /** Design pixels, square. */
  size?: number;
  className?: string;
}

/** A line drawing in the colour of the text around it. It says nothing to a screen reader: the words beside it do. */
export function Icon({ name, size = 24, className = '' }: IconProps) {
  const side = px(size);
  return <View {...aria({ hidden: true })} className={`i i-${name} ${className}`} style={size === 24 ? undefined : { width: side, height: side }} />;
}
