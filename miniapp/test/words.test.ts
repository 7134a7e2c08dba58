import { WORDS, translate, type WordKey } from '@/i18n';
import { fill } from '@/i18n/word';

const entries = Object.entries(WORDS) as [WordKey, { zh: string; en: string }][];
const params = (text: string): string[] => Array.from(new Set(Array.from(text.matchAll(/\{(\w+)[|}]/g), ([, name]) => name as string))).sort();

it('every word is there in both languages', () => {
  const empty = entries.filter(([key, { zh, en }]) => key !== 'legal.between' && (zh.trim() === '' || en.trim() === '')).map(([key]) => key);
  expect(empty).toEqual([]);
});

it('both languages take the same parameters', () => {
  const uneven = entries.filter(([, { zh, en }]) => params(zh).some((name) => !params(en).includes(name)) || params(en).some((name) => !params(zh).includes(name))).map(([key]) => key);
  expect(uneven).toEqual([]);
});

it('no Chinese is left in English, but for its own name', () => {
  expect(entries.filter(([key, { en }]) => key !== 'me.zh' && /[\u4e00-\u9fff]/.test(en)).map(([key]) => key)).toEqual([]);
});

it('counts in English with one and many', () => {
  expect(translate('en', 'common.people', { n: 1 })).toBe('1 person');
  expect(translate('en', 'common.people', { n: 0 })).toBe('0 people');
  expect(translate('zh', 'common.people', { n: 1 })).toBe('1 人');
});

it('a parameter that is not given is noticed', () => expect(fill('{name}来了')).toBe('{name}来了'));
