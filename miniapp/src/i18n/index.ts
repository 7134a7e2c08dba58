import { dictionary, type Speaker } from './dictionary';
import type { Locale } from './word';
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

export type Speak = Speaker<WordKey>;

/** `const t = useT()`, then `t('home.title')`; `t` outside of components; `translate` into a given language. */
export const { use: useT, say: t, translate } = dictionary(WORDS);
