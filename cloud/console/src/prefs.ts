import { useEffect, useState } from 'react';
import type { Locale } from './words/text';

export type Look = 'system' | 'light' | 'dark';

export interface Prefs {
  locale: Locale;
  look: Look;
  /** What `look` comes to. */
  dark: boolean;
  set: (change: Partial<Pick<Prefs, 'locale' | 'look'>>) => void;
}

const KEY = 'pai.console.prefs';

function kept(): { locale: Locale; look: Look } {
  const own = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  try {
    const { locale, look } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Prefs>;
    return { locale: locale === 'zh' || locale === 'en' ? locale : own, look: look === 'light' || look === 'dark' ? look : 'system' };
  } catch {
    return { locale: own, look: 'system' };
  }
}

function useSystemDark(): boolean {
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return dark;
}

/** Language and appearance of this browser; kept between visits. */
export function usePrefs(): Prefs {
  const [prefs, setPrefs] = useState(kept);
  const systemDark = useSystemDark();
  const dark = prefs.look === 'dark' || (prefs.look === 'system' && systemDark);
  const set: Prefs['set'] = (change) => {
    const next = { ...prefs, ...change };
    setPrefs(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // without storage the choice lasts as long as the page
    }
  };
  return { ...prefs, dark, set };
}
