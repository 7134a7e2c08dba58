import { View } from '@tarojs/components';
import type { SpeakMode } from '@shared/wire/aiRole';
import { useRoleT } from '@/features/role/words';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Pressable } from '@/ui/Pressable';

const MODES: readonly SpeakMode[] = ['off', 'called', 'helpful', 'host'];

/** One, two, three bars: the freer it may speak, the more of them. */
const Bars = ({ n }: { n: number }) => (
  <View className="bars" {...aria({ hidden: true })}>
    {[1, 2, 3].map((bar) => (
      <View key={bar} className={cls('bar', `bar-${bar}`, bar <= n && 'bar-on')} />
    ))}
  </View>
);

interface ModeProps {
  mode: SpeakMode;
  mayEdit: boolean;
  onChange: (mode: SpeakMode) => void;
}

/** When it speaks: four choices, and below them what the chosen one means. */
export function ModeChoice({ mode, mayEdit, onChange }: ModeProps) {
  const t = useRoleT();
  return (
    <View>
      <View className="mode" {...aria({ role: 'radiogroup', label: t('role.mode') })}>
        {MODES.map((one, i) => (
          <Pressable key={one} role="radio" checked={one === mode} disabled={!mayEdit} className={cls('mode-one', one === mode && 'mode-on')} onTap={() => one !== mode && onChange(one)}>
            <Bars n={i} />
            {t(`role.mode.${one}`)}
          </Pressable>
        ))}
      </View>
      <View className="mode-means t14 soft" {...aria({ live: 'polite' })}>
        {t(`role.means.${mode}`)}
        {!mayEdit && <View className="t12">{t('role.ownerCan')}</View>}
      </View>
    </View>
  );
}
