import { Slider as Native } from '@tarojs/components';
import { useObservable } from '@/observable';
import { isDark, systemDark, usePrefs } from '../settings/prefs';

export interface SliderProps {
  value: number;
  min: number;
  max: number;
  /** What is set, for a screen reader. */
  label: string;
  disabled: boolean;
  /** While it moves. */
  onMove: (value: number) => void;
  /** When it has come to rest. */
  onChange: (value: number) => void;
}

/* The native slider takes colours, not classes: --primary, --fill and --knob of the tokens. */
const COLOURS = { light: { on: '#3450B8', off: '#EFEBE4' }, dark: { on: '#AEBBFF', off: '#2C2824' } };

/** A number between two others, by sliding. */
export function Slider({ value, min, max, label, disabled, onMove, onChange }: SliderProps) {
  const system = useObservable(systemDark);
  const { on, off } = COLOURS[isDark(usePrefs(), system) ? 'dark' : 'light'];
  return (
    <Native className="slider" ariaLabel={label} value={value} min={min} max={max} step={1} disabled={disabled} activeColor={on} backgroundColor={off} blockSize={28} onChanging={({ detail }) => onMove(detail.value)} onChange={({ detail }) => onChange(detail.value)} />
  );
}
