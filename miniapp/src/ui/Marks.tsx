import { Text, View } from '@tarojs/components';
import { aria } from './aria';
import { cls } from './cls';
import './marks.css';
import { Photo } from './Photo';
import { px } from './size';

/** The sign of the app: a pie with one slice taken out. */
export function LogoMark({ size = 28 }: { size?: number }) {
  return (
    <View {...aria({ hidden: true })} className="logo" style={{ width: px(size), height: px(size) }}>
      <View className="logo-pie" />
      <View className="logo-slice" />
    </View>
  );
}

interface AiMarkProps {
  size?: number;
  emoji?: string | undefined;
  /** A full address. */
  picture?: string | undefined;
}

/** An AI role's face: smaller than a person's and square; its own picture or emoji where it has one. */
export function AiMark({ size = 28, emoji, picture }: AiMarkProps) {
  const face = px(Math.round(size * 0.72));
  return (
    <View {...aria({ hidden: true })} className={cls('ai-mark', picture !== undefined && 'ai-mark-ring')} style={{ width: px(size), height: px(size) }}>
      <Photo src={picture}>{emoji ? <Text style={{ fontSize: px(Math.round(size * 0.6)) }}>{emoji}</Text> : <View className="ai-mark-face" style={{ width: face, height: face }} />}</Photo>
    </View>
  );
}
