import { useMemo } from 'react';
import { prefs, useLocale } from '@/features/settings/prefs';
import { fill, type Locale, type Params } from './word';
import { common } from './words/common';
import { create } from './words/create';
import { home } from './words/home';
import { invite } from './words/invite';
import { landing } from './words/landing';
import { legal } from './words/legal';
import { me } from './words/me';
import { members } from './words/members';
import { search } from './words/search';
import { settings } from './words/settings';
import { share } from './words/share';

export const WORDS = { ...common, ...home, ...create, ...landing, ...invite, ...members, ...settings, ...search, ...me, ...legal, ...share };

export type WordKey = keyof typeof WORDS;
export type { Locale };

/** The text for a key, in a language. */
export const translate = (locale: Locale, key: WordKey, params?: Params): string => fill(WORDS[key][locale], params);

/** Speaks the reader's language. `locale` is at hand for what is not in the dictionary (dates, presets). */
export interface Speak {
  (key: WordKey, params?: Params): string;
  locale: Locale;
}

const speaker = (locale: Locale): Speak => Object.assign((key: WordKey, params?: Params) => translate(locale, key, params), { locale });

/** `const t = useT()`, then `t('home.title')`. Changes when the language does. */
export function useT(): Speak {
  const locale = useLocale();
  return useMemo(() => speaker(locale), [locale]);
}

/** Outside of components. */
export const t: Omit<Speak, 'locale'> & ((key: WordKey, params?: Params) => string) = (key, params) => translate(prefs.get().locale, key, params);
