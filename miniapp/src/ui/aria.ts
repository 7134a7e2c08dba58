import { isH5 } from '@/platform/env';

export interface Aria {
  role?: string;
  label?: string;
  hidden?: boolean;
  checked?: boolean;
  selected?: boolean;
  /** The page one is on, among links to pages; today, among days. */
  current?: 'page' | 'date';
  expanded?: boolean;
  disabled?: boolean;
  modal?: boolean;
  busy?: boolean;
  level?: number;
  live?: 'polite' | 'assertive';
  describedBy?: string;
}

/* What the mini-program templates carry (plugins/a11y); the rest has no counterpart there. */
const WEAPP: Partial<Record<keyof Aria, string>> = {
  role: 'ariaRole',
  label: 'ariaLabel',
  hidden: 'ariaHidden',
  checked: 'ariaChecked',
  disabled: 'ariaDisabled',
  live: 'ariaLive',
};

const h5Name = (name: keyof Aria): string => (name === 'role' ? 'role' : `aria-${name.toLowerCase()}`);

/** Accessibility attributes for any Taro element: `<View {...aria({ role: 'heading', level: 1 })} />`. */
export function aria(wanted: Aria): Record<string, string> {
  const attributes: Record<string, string> = {};
  (Object.keys(wanted) as (keyof Aria)[]).forEach((name) => {
    const value = wanted[name];
    const attribute = isH5 ? h5Name(name) : WEAPP[name];
    if (value !== undefined && attribute !== undefined) attributes[attribute] = String(value);
  });
  return attributes;
}
