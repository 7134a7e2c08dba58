import { View } from '@tarojs/components';
import { aria } from './aria';
import { cls } from './cls';
import './controls.css';
import { Pressable } from './Pressable';

interface ToggleProps {
  on: boolean;
  /** What it switches, for a screen reader. */
  label: string;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

export function Toggle({ on, label, disabled = false, onChange }: ToggleProps) {
  return (
    <Pressable role="switch" label={label} checked={on} disabled={disabled} className={cls('toggle', on && 'toggle-on')} onTap={() => onChange(!on)}>
      <View className="toggle-track moves">
        <View className="toggle-knob moves" />
      </View>
    </Pressable>
  );
}

export interface Option<Value extends string> {
  value: Value;
  text: string;
}

interface SegmentsProps<Value extends string> {
  options: readonly Option<Value>[];
  value: Value;
  /** What is chosen here, for a screen reader. */
  label: string;
  onChange: (value: Value) => void;
}

/** One of a few, side by side. */
export function Segments<Value extends string>({ options, value, label, onChange }: SegmentsProps<Value>) {
  return (
    <View {...aria({ role: 'radiogroup', label })} className="seg">
      {options.map((option) => (
        <Pressable key={option.value} role="radio" checked={option.value === value} className={cls('seg-one', option.value === value && 'seg-on')} onTap={() => onChange(option.value)}>
          {option.text}
        </Pressable>
      ))}
    </View>
  );
}
