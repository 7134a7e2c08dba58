import { Picker, Text, View } from '@tarojs/components';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';

export interface PickProps {
  label: string;
  /** HH:MM, or a day as YYYY-MM-DD. */
  value: string;
  /** The earliest day. */
  from?: string;
  onChange(value: string): void;
}

const field = (mode: 'time' | 'date') =>
  function Pick({ label, value, from, onChange }: PickProps) {
    return (
      <Picker mode={mode as 'time'} value={value} {...(from === undefined ? {} : { start: from })} onChange={({ detail }: { detail: { value: unknown } }) => onChange(String(detail.value))}>
        <View className="pk" {...aria({ role: 'button', label: `${label} ${value}` })}>
          <Text className="t14 soft">{label}</Text>
          <Text className="grow pk-value">{value}</Text>
          <Icon name={mode === 'time' ? 'clock' : 'calendar'} size={20} className="soft" />
        </View>
      </Picker>
    );
  };

/** A time of day, on the wheels of the mini-program. */
export const Clock = field('time');
/** A calendar day. */
export const Calendar = field('date');
