import { createContext, useContext } from 'react';
import { textOf, type Locale, type Params, type TextKey } from './text';

export const LocaleContext = createContext<Locale>('zh');

export interface Words {
  locale: Locale;
  t: (key: TextKey, params?: Params) => string;
  /** A whole number with separators. */
  n: (value: number) => string;
}

/** The reader's language. */
export function useWords(): Words {
  const locale = useContext(LocaleContext);
  return { locale, t: (key, params) => textOf(locale, key, params), n: (value) => value.toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB') };
}
