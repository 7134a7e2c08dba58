import { View } from '@tarojs/components';
import { tintOf } from '@shared/domain/tint';
import { aria } from './aria';
import { cls } from './cls';
import './people.css';
import { Photo } from './Photo';
import { px } from './size';

/* The emoji of the kinds have grounds picked by eye; any other gets one by chance, but always the same one. */
const PICKED: Record<string, number> = { '🍁': 1, '🏡': 2, '📚': 3, '🏃': 4, '🍲': 5, '🎓': 6, '💼': 7 };
export const coverGround = (emoji: string): string => `c${PICKED[emoji] ?? tintOf(emoji) + 1}`;

interface CoverProps {
  emoji: string;
  picture?: string | undefined;
  /** Whether an AI member is on here. */
  ai?: boolean;
  size?: number;
}

/** A pai's sign: its picture, else its emoji on a soft ground. */
export function Cover({ emoji, picture, ai = false, size = 52 }: CoverProps) {
  const radius = px(Math.round(size * 0.31));
  return (
    <View {...aria({ hidden: true })} className={cls('cover', coverGround(emoji))} style={{ width: px(size), height: px(size), borderRadius: radius, fontSize: px(Math.round(size * 0.5)) }}>
      <Photo src={picture} style={{ borderRadius: radius }}>
        {emoji}
      </Photo>
      {ai && (
        <View className="cover-ai">
          <View className="cover-ai-dot" />
        </View>
      )}
    </View>
  );
}
