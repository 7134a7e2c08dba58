import { dictionary, type Speaker } from './dictionary';
import type { Locale } from './word';
import { common } from './words/common';
import { cover } from './words/cover';
import { home } from './words/home';
import { invite } from './words/invite';
import { landing } from './words/landing';
import { leave } from './words/leave';
import { legal } from './words/legal';
import { share } from './words/share';

export const WORDS = { ...common, ...cover, ...home, ...landing, ...invite, ...leave, ...legal, ...share };

export type WordKey = keyof typeof WORDS;
export type { Locale };

export type Speak = Speaker<WordKey>;

/** `const t = useT()`, then `t('home.title')`; `t` outside of components; `translate` into a given language. */
export const { use: useT, say: t, translate } = dictionary(WORDS);
