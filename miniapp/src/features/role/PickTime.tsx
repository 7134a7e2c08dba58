import { Picker, Text, View } from '@tarojs/components';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';

export interface PickTimeProps {
  label: string;
  /** HH:MM */
  value: string;
  onChange(value: string): void;
}

/** A time of day, on the wheels of the mini-program. */
export function PickTime({ label, value, onChange }: PickTimeProps) {
  return (
    <Picker mode="time" value={value} onChange={({ detail }) => onChange(String(detail.value))}>
      <View className="pick-time" {...aria({ role: 'button', label: `${label} ${value}` })}>
        <Text className="t14 soft">{label}</Text>
        <Text className="grow">{value}</Text>
        <Icon name="clock" size={20} className="soft" />
      </View>
    </Picker>
  );
}
