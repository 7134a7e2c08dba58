import Taro from '@tarojs/taro';
import { observable, useObservable } from '@/observable';
import { isH5, isWeapp } from '@/platform/env';
import { readStored, writeStored } from '@/platform/storage';

export type Theme = 'system' | 'light' | 'dark';
export type LocaleName = 'zh' | 'en';

/** How this person wants the app to look, on this device. */
export interface Prefs {
  /** 大字版: everything 1.4 times as large. */
  elder: boolean;
  theme: Theme;
  locale: LocaleName;
}

const KEY = 'prefs';
/** WeChat's own large text starts about here (its default is 16 or 17). */
const LARGE_SYSTEM_FONT = 20;

function isPrefs(value: unknown): value is Prefs {
  const prefs = value as Partial<Prefs> | null;
  return (
    typeof prefs === 'object' &&
    prefs !== null &&
    typeof prefs.elder === 'boolean' &&
    ['system', 'light', 'dark'].includes(prefs.theme ?? '') &&
    ['zh', 'en'].includes(prefs.locale ?? '')
  );
}

/** Before anything was chosen: the language and text size of the device. */
function devicePrefs(): Prefs {
  const found: Prefs = { elder: false, theme: 'system', locale: 'zh' };
  try {
    if (isH5) return { ...found, locale: /^zh/i.test(window.navigator.language) ? 'zh' : 'en' };
    const base = Taro.getAppBaseInfo() as { language?: string; fontSizeSetting?: number };
    return {
      ...found,
      locale: /^zh/i.test(base.language ?? 'zh') ? 'zh' : 'en',
      elder: (base.fontSizeSetting ?? 0) >= LARGE_SYSTEM_FONT,
    };
  } catch {
    return found;
  }
}

export const prefs = observable<Prefs>(readStored(KEY, isPrefs) ?? devicePrefs());

export function changePrefs(change: Partial<Prefs>): void {
  prefs.set((now) => ({ ...now, ...change }));
  writeStored(KEY, prefs.get());
}

export const usePrefs = (): Prefs => useObservable(prefs);
export const useLocale = (): LocaleName => useObservable(prefs, (now) => now.locale);

/** What the system asks for: dark or not. Followed while the theme is `system`. */
export const systemDark = observable<boolean>(false);

function watchSystemTheme(): void {
  if (isH5) {
    const query = typeof window.matchMedia === 'function' ? window.matchMedia('(prefers-color-scheme: dark)') : undefined;
    if (query === undefined) return;
    systemDark.set(query.matches);
    /* Safari before 14 has only addListener. */
    query.addListener(() => systemDark.set(query.matches));
    return;
  }
  if (!isWeapp) return;
  try {
    systemDark.set(Taro.getAppBaseInfo().theme === 'dark');
    Taro.onThemeChange(({ theme }) => systemDark.set(theme === 'dark'));
  } catch {
    /* an engine without themes stays light */
  }
}
watchSystemTheme();

export const isDark = (now: Prefs, system: boolean): boolean => now.theme === 'dark' || (now.theme === 'system' && system);

/** Class of a page's outermost view; it carries the tokens of the chosen look. */
export function usePageClass(own = ''): string {
  const now = usePrefs();
  const dark = useObservable(systemDark);
  return ['pg', own, now.elder ? 'elder' : '', isDark(now, dark) ? 'dark' : ''].filter((name) => name !== '').join(' ');
}
