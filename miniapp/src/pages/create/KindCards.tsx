import { View } from '@tarojs/components';
import { KIND_PRESETS, type PaiKind } from '@shared/domain/kind';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Cover } from '@/ui/Cover';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { KIND_ORDER } from './kinds';
import { useT } from './words';

interface KindCardsProps {
  value: PaiKind;
  onChange: (kind: PaiKind) => void;
}

export function KindCards({ value, onChange }: KindCardsProps) {
  const t = useT();
  return (
    <View className="kinds" {...aria({ role: 'radiogroup', label: t('create.kinds') })}>
      {KIND_ORDER.map((kind, i) => (
        <Pressable key={kind} role="radio" checked={kind === value} className={cls('kind', i === KIND_ORDER.length - 1 && 'kind-last', kind === value && 'kind-on')} onTap={() => onChange(kind)}>
          <View className="kind-face">
            <Cover emoji={KIND_PRESETS[kind].emoji} size={42} />
          </View>
          <View>
            <View className="b">{t(`kind.${kind}`)}</View>
            <View className="t12 soft">{t(`kind.${kind}.brings`)}</View>
          </View>
          {kind === value && (
            <View className="kind-tick">
              <Icon name="check" size={18} />
            </View>
          )}
        </Pressable>
      ))}
    </View>
  );
}
