import { useState } from 'react';
import { View } from '@tarojs/components';
import type { RecapBody } from '@shared/wire/recap';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { Chip } from '@/ui/Small';
import { useRecapT } from './words';

export interface Chosen {
  range: 'unread' | 'today' | 'two-days' | 'week';
  /** Where the unread begin. */
  from: number | undefined;
  topic?: NonNullable<RecapBody['topic']>;
}

const RANGES = ['unread', 'today', 'two-days', 'week'] as const;
const LONGEST_TOPIC = 30;

interface RangesProps {
  chosen: Chosen;
  from: number | undefined;
  onChoose(chosen: Chosen): void;
  onAbout(): void;
}

/** Asks what the recap is to be about. */
export function AboutSheet({ onTopic, onClose }: { onTopic(topic: string): void; onClose(): void }) {
  const t = useRecapT();
  const [text, setText] = useState('');
  const topic = text.trim();
  const done = (): void => {
    if (topic === '') return;
    onClose();
    onTopic(topic);
  };
  return (
    <Sheet title={t('recap.range.about.title')} onClose={onClose}>
      <Field value={text} onChange={setText} maxLength={LONGEST_TOPIC} label={t('recap.range.about.title')} hint={t('recap.range.about.hint')} on="card" focus onEnter={done} />
      <Button wide disabled={topic === ''} onTap={done}>
        {t('recap.range.about.go')}
      </Button>
    </Sheet>
  );
}

/** Which stretch of the talk. */
export function Ranges({ chosen, from, onChoose, onAbout }: RangesProps) {
  const t = useRecapT();
  return (
    <View className="rc-ranges">
      {RANGES.filter((range) => range !== 'unread' || from !== undefined).map((range) => (
        <Chip key={range} on={chosen.range === range && chosen.topic === undefined} onTap={() => onChoose({ range, from })}>
          {t(`recap.range.${range}`)}
        </Chip>
      ))}
      <Chip on={chosen.topic !== undefined} onTap={onAbout}>
        {t('recap.range.about')}
      </Chip>
    </View>
  );
}
