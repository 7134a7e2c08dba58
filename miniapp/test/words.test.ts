import fs from 'node:fs';
import path from 'node:path';
import { translate } from '@/i18n';
import { fill, type Word } from '@/i18n/word';

jest.mock('@/i18n/word', () => {
  const areas: Record<string, Word>[] = [];
  return { ...jest.requireActual<object>('@/i18n/word'), areas, words: (area: Record<string, Word>) => (areas.push(area), area) };
});

const SOURCES = path.join(__dirname, '../src');
for (const file of fs.readdirSync(SOURCES, { recursive: true }) as string[]) if (/\bwords\/\w+\.ts$|[wW]ords\.ts$/.test(file)) jest.requireActual(path.join(SOURCES, file));

const { areas } = jest.requireMock<{ areas: Record<string, Word>[] }>('@/i18n/word');
const entries = areas.flatMap((area) => Object.entries(area));
/** What a text shows of its parameters; a choice between one and many shows nothing. */
const shown = (text: string): string[] => Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name as string);
const takes = (text: string, name: string): boolean => new RegExp(`\\{${name}[|}]`).test(text);
const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

it('the words of all areas are looked at', () => expect(['common', 'me', 'settings', 'members', 'room', 'trip', 'punch', 'recap', 'role', 'card'].filter((area) => !entries.some(([key]) => key.startsWith(`${area}.`)))).toEqual([]));

it('every word is there in both languages', () => {
  const empty = entries.filter(([key, { zh, en }]) => key !== 'legal.between' && (zh.trim() === '' || en.trim() === '')).map(([key]) => key);
  expect(empty).toEqual([]);
});

it('both languages take the same parameters', () => {
  // months have names in English
  const uneven = entries.filter(([key, { zh, en }]) => key !== 'heat.month' && !(shown(zh).every((name) => takes(en, name)) && shown(en).every((name) => takes(zh, name)))).map(([key]) => key);
  expect(uneven).toEqual([]);
});

it('no Chinese is left in English, but for its own name', () => {
  expect(entries.filter(([key, { en }]) => key !== 'me.zh' && isChinese(en)).map(([key]) => key)).toEqual([]);
});

it('counts in English with one and many', () => {
  expect(translate('en', 'common.people', { n: 1 })).toBe('1 person');
  expect(translate('en', 'common.people', { n: 0 })).toBe('0 people');
  expect(translate('zh', 'common.people', { n: 1 })).toBe('1 人');
});

it('a parameter that is not given is noticed', () => expect(fill('{name}来了')).toBe('{name}来了'));
