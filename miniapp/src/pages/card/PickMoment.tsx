import { Picker, Text, View } from '@tarojs/components';
import { dayName } from '@/i18n/time';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';
import { instantOf, type Moment } from './form';
import { useFormT } from './words';

export interface PickMomentProps {
  value: Moment;
  onChange(value: Moment): void;
}

/** A day and a time of day, chosen on the wheels of the mini-program. */
export function PickMoment({ value, onChange }: PickMomentProps) {
  const t = useFormT();
  return (
    <View className="pick-moment">
      <Picker mode="date" value={value.day} onChange={({ detail }) => onChange({ ...value, day: detail.value })}>
        <View className="pick-one" {...aria({ role: 'button', label: `${t('form.day')} ${value.day}` })}>
          <Icon name="calendar" size={20} className="soft" />
          <Text>{dayName(instantOf(value), new Date(), t.locale)}</Text>
        </View>
      </Picker>
      <Picker mode="time" value={value.time} onChange={({ detail }) => onChange({ ...value, time: String(detail.value) })}>
        <View className="pick-one" {...aria({ role: 'button', label: `${t('form.time')} ${value.time}` })}>
          <Icon name="clock" size={20} className="soft" />
          <Text>{value.time}</Text>
        </View>
      </Picker>
    </View>
  );
}
