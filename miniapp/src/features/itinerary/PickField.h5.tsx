import './pickField.css';
import type { PickFieldProps } from './PickField';

export type { PickFieldProps };

/** A time of day or a day, in the browser's own field. */
export function PickField({ mode, label, value, disabled = false, onChange }: PickFieldProps) {
  return (
    <label className="pf">
      <span className="t14 soft">{label}</span>
      <input className="pf-in" type={mode} value={value} disabled={disabled} onChange={(event) => event.target.value !== '' && onChange(event.target.value)} />
    </label>
  );
}
