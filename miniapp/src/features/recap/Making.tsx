import { Text, View } from '@tarojs/components';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import type { RecapView } from './useRecap';
import { useRecapT } from './words';

/** While it is being made: how far it is, and the way to stop it. */
export function Making({ view }: { view: RecapView }) {
  const t = useRecapT();
  const percent = view.making.phase === 'making' ? view.making.percent : undefined;
  return (
    <View className="col" style={{ gap: '12px' }}>
      <View className="rc-making" {...aria({ role: 'status', live: 'polite' })}>
        <Text>{percent === undefined ? t('recap.making.start') : t('recap.making', { n: percent })}</Text>
        <Button kind="fill" size={44} icon="stop" onTap={view.stop}>
          {t('recap.stop')}
        </Button>
      </View>
      {[0, 1, 2].map((card) => (
        <View key={card} className="rc-card" {...aria({ hidden: true })}>
          {['38%', '92%', '64%'].map((width) => (
            <View key={width} className="rc-bone sk moves" style={{ width }} />
          ))}
        </View>
      ))}
    </View>
  );
}
