import { Text, View } from '@tarojs/components';
import type { MemoryFact } from '@shared/wire/aiRole';
import { useRoleT } from '@/features/role/words';
import { openRoom } from '@/features/screen/go';
import { momentName } from '@/i18n/time';
import { Button, IconButton } from '@/ui/Button';
import { Tag } from '@/ui/Small';

interface FactProps {
  paiId: string;
  fact: MemoryFact;
  /** It is about me or mine, or I run the pai. */
  mayChange: boolean;
  onEdit: () => void;
  onDrop: () => void;
}

/** One thing kept in mind: whom it is about, who wrote it, the words it rests on. */
export function FactRow({ paiId, fact, mayChange, onEdit, onDrop }: FactProps) {
  const t = useRoleT();
  const { text, about, by, at, seq, stale } = fact;
  return (
    <View className="fact">
      <View className="fact-text any">{text}</View>
      <View className="fact-tags t12 soft">
        {about && <Tag>{t('memory.about', { name: about.name })}</Tag>}
        {stale && <Tag kind="warn">{t('memory.stale')}</Tag>}
        <Text className="any">{t('memory.by', { name: by.name, when: momentName(new Date(at), new Date(), t.locale) })}</Text>
      </View>
      <View className="fact-acts">
        <View className="grow">
          {seq !== undefined && (
            <Button kind="text" size={44} className="fact-source" label={`${t('memory.source')} ${text}`} onTap={() => void openRoom(paiId, seq)}>
              {t('memory.source')}
            </Button>
          )}
        </View>
        {mayChange && <IconButton icon="edit" size={20} label={`${t('memory.edit')} ${text}`} onTap={onEdit} />}
        {mayChange && <IconButton icon="trash" size={20} label={`${t('memory.drop')} ${text}`} onTap={onDrop} />}
      </View>
    </View>
  );
}
