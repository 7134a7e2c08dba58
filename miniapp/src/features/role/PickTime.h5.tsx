import type { PickTimeProps } from './PickTime';

export type { PickTimeProps };

/** A time of day, in the browser's own field. */
export function PickTime({ label, value, onChange }: PickTimeProps) {
  return (
    <label className="pick-time">
      <span className="t14 soft">{label}</span>
      <input className="pick-time-in" type="time" value={value} onChange={(event) => event.target.value !== '' && onChange(event.target.value)} />
    </label>
  );
}
