import { useMemo } from 'react';
import { prefs, useLocale } from '@/features/settings/prefs';
import { fill, type Locale, type Params, type Word } from './word';

/** Speaks the reader's language. `locale` is at hand for what is not in the dictionary (dates, presets). */
export interface Speaker<Key> {
  (key: Key, params?: Params): string;
  locale: Locale;
}

/** A dictionary in use: `use` in components, where it changes with the language, `say` outside of them. */
export function dictionary<Key extends string>(words: Record<Key, Word>) {
  const translate = (locale: Locale, key: Key, params?: Params): string => fill(words[key][locale], params);
  const speaker = (locale: Locale): Speaker<Key> => Object.assign((key: Key, params?: Params) => translate(locale, key, params), { locale });
  function use(): Speaker<Key> {
    const locale = useLocale();
    return useMemo(() => speaker(locale), [locale]);
  }
  return { use, translate, say: (key: Key, params?: Params): string => translate(prefs.get().locale, key, params) };
}
