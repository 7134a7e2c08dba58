import { Picker, Text, View } from '@tarojs/components';
import { aria } from '@/ui/aria';
import './pickField.css';

export interface PickFieldProps {
  mode: 'time' | 'date';
  label: string;
  /** HH:MM or YYYY-MM-DD; empty: none yet. */
  value: string;
  /** Shown while there is none. */
  none?: string;
  disabled?: boolean;
  onChange(value: string): void;
}

/** A time of day or a day, on the wheels of the mini-program. */
export function PickField({ mode, label, value, none = '', disabled = false, onChange }: PickFieldProps) {
  const shown = value === '' ? none : value;
  const face = (
    <View className="pf" {...aria({ role: 'button', label: `${label} ${shown}`, disabled })}>
      <Text className="t14 soft">{label}</Text>
      <Text className="pf-in">{shown}</Text>
    </View>
  );
  if (disabled) return face;
  /* The two kinds of wheels have types of their own. */
  return mode === 'time' ? (
    <Picker mode="time" value={value} onChange={({ detail }) => onChange(String(detail.value))}>
      {face}
    </Picker>
  ) : (
    <Picker mode="date" value={value} onChange={({ detail }) => onChange(detail.value)}>
      {face}
    </Picker>
  );
}
