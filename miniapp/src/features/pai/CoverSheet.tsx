import { View } from '@tarojs/components';
import { useT } from '@/i18n';
import type { LocalFile } from '@/platform/localFile';
import { pickImages } from '@/platform/pick';
import { Button } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import './cover.css';

const EMOJI = [
  '🍲', '🍁', '🏡', '🎓', '📚', '🏃', '💼', '🎉', '🍜', '🥟', '🍰', '☕', '🍵', '🍻', '🏖️', '⛰️', '🏕️', '🚲', '🚄', '✈️', '🗺️', '🌸', '🌻', '🌊',
  '❄️', '🌙', '⚽', '🏀', '🏸', '🏊', '🧘', '🎾', '🎬', '🎮', '🎸', '🎤', '📷', '🎨', '🧩', '🐱', '🐶', '🐼', '👶', '👵', '🧧', '💡', '🛠️', '❤️',
];

interface CoverSheetProps {
  emoji: string;
  hasPicture: boolean;
  onEmoji: (emoji: string) => void;
  onPicture: (file: LocalFile) => void;
  onRemovePicture: () => void;
  onClose: () => void;
}

/** Chooses a pai's sign: an emoji, or a picture of one's own. */
export function CoverSheet({ emoji, hasPicture, onEmoji, onPicture, onRemovePicture, onClose }: CoverSheetProps) {
  const t = useT();
  const pick = async (): Promise<void> => {
    const [file] = await pickImages('album', 1);
    if (!file) return;
    onClose();
    onPicture(file);
  };
  return (
    <Sheet title={t('cover.title')} onClose={onClose}>
      <Button kind="card" icon="image" wide onTap={() => void pick()}>
        {t('cover.picture')}
      </Button>
      {hasPicture && (
        <Button
          kind="text"
          size={44}
          wide
          onTap={() => {
            onClose();
            onRemovePicture();
          }}
        >
          {t('cover.remove')}
        </Button>
      )}
      <View className="t14 soft">{t('cover.emoji')}</View>
      <View className="emoji-grid">
        {EMOJI.map((one) => (
          <Pressable
            key={one}
            className={cls('emoji-one', one === emoji && !hasPicture && 'emoji-on')}
            label={t('cover.one', { emoji: one })}
            onTap={() => {
              onClose();
              onEmoji(one);
            }}
          >
            {one}
          </Pressable>
        ))}
      </View>
    </Sheet>
  );
}
