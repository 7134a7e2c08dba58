import { Text, View } from '@tarojs/components';
import type { Challenge } from '@shared/wire/challenge';
import type { Here } from '@/features/challenge/local';
import { usePunchT } from '@/features/challenge/words';
import { cls } from '@/ui/cls';

interface NumbersProps {
  challenge: Challenge;
  here: Here;
  elder: boolean;
}

/** The row I am on, and all I have done. */
export function Numbers({ challenge, here, elder }: NumbersProps) {
  const t = usePunchT();
  const { goal, cadence } = challenge.rules;
  const isWeeks = cadence.kind === 'perWeek';
  const of = (kind: 'total' | 'consecutive'): string | undefined => (goal?.kind === kind && !elder ? t(kind === 'consecutive' && isWeeks ? 'num.ofWeeks' : 'num.of', { n: goal.days }) : undefined);
  const rows = [
    { name: t('num.streak'), n: here.streak, unit: of('consecutive') ?? t(isWeeks ? 'num.weeks' : 'num.days', { n: here.streak }) },
    { name: t('num.total'), n: here.total, unit: of('total') ?? t('num.days', { n: here.total }) },
  ];
  return (
    <View className={cls('pn-nums', elder && 'pn-nums-elder')}>
      {rows.map(({ name, n, unit }) => (
        <View key={name} className="pn-num">
          <View className="t14 soft">{name}</View>
          <View className="pn-num-row">
            <Text className="pn-n">{String(n)}</Text>
            <Text className="t14">{unit}</Text>
          </View>
        </View>
      ))}
      {challenge.mine.done && !elder && <View className="tag tag-sun pn-reached">{t('num.reached')}</View>}
    </View>
  );
}
