import type { PickProps } from './Clock';

export type { PickProps };

const field = (type: 'time' | 'date') =>
  function Pick({ label, value, from, onChange }: PickProps) {
    return (
      <label className="pk">
        <span className="t14 soft">{label}</span>
        <input className="pk-in" type={type} value={value} min={from} onChange={(event) => event.target.value !== '' && onChange(event.target.value)} />
      </label>
    );
  };

/** In the browser's own fields. */
export const Clock = field('time');
export const Calendar = field('date');
