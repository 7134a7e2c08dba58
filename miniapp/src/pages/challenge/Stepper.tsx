import { Text, View } from '@tarojs/components';
import { usePunchT } from '@/features/challenge/words';
import { aria } from '@/ui/aria';
import { Pressable } from '@/ui/Pressable';

interface StepperProps {
  label: string;
  value: number;
  min?: number;
  max: number;
  onChange(value: number): void;
}

/** A small number, one more or one less. */
export function Stepper({ label, value, min = 1, max, onChange }: StepperProps) {
  const t = usePunchT();
  return (
    <View className="step" {...aria({ role: 'group', label })}>
      <Pressable className="step-one" label={`${label}, ${t('rules.less')}`} disabled={value <= min} onTap={() => onChange(value - 1)}>
        −
      </Pressable>
      <Text className="step-n">{String(value)}</Text>
      <Pressable className="step-one" label={`${label}, ${t('rules.plus')}`} disabled={value >= max} onTap={() => onChange(value + 1)}>
        ＋
      </Pressable>
    </View>
  );
}
