import { useEffect, useRef } from 'react';
import type { SliderProps } from './Slider';

export type { SliderProps };

/** A number between two others, by the browser's own slider. Arrow keys count as coming to rest each time. */
export function Slider({ value, min, max, label, disabled, onMove, onChange }: SliderProps) {
  const input = useRef<HTMLInputElement>(null);
  const rest = useRef(onChange);
  rest.current = onChange;
  // React's onChange is the browser's input event; the one at rest has to be listened to.
  useEffect(() => {
    const element = input.current;
    const heard = (): void => rest.current(Number(element?.value));
    element?.addEventListener('change', heard);
    return () => element?.removeEventListener('change', heard);
  }, []);
  const share = `${((value - min) / (max - min)) * 100}%`;
  return (
    <input ref={input} className="range" type="range" aria-label={label} aria-valuetext={`${value}%`} style={{ '--share': share } as React.CSSProperties} value={value} min={min} max={max} step={1} disabled={disabled} onChange={(event) => onMove(Number(event.target.value))} />
  );
}
