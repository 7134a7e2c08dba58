import type { PickMomentProps } from './PickMoment';
import { useFormT } from './words';

export type { PickMomentProps };

/** A day and a time of day, in the browser's own fields. */
export function PickMoment({ value, onChange }: PickMomentProps) {
  const t = useFormT();
  const set = (change: Partial<typeof value>): void => {
    // An emptied field keeps what it was: there is no reminder without a time.
    if (Object.values(change).every((text) => text !== '')) onChange({ ...value, ...change });
  };
  return (
    <div className="pick-moment">
      <input className="pick-one" type="date" aria-label={t('form.day')} value={value.day} onChange={(event) => set({ day: event.target.value })} />
      <input className="pick-one" type="time" aria-label={t('form.time')} value={value.time} onChange={(event) => set({ time: event.target.value })} />
    </div>
  );
}
