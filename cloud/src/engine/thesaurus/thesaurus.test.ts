import { fold } from '../text/fold';
import business from './business.json';
import { kinOf, knownWords, matcherOf } from './index';
import life from './life.json';
import society from './society.json';

const found = (words: string[], text: string) => text.match(matcherOf(words)) ?? [];

it('holds groups of two words and more, each folded, each once, none of a single sign', () => {
  const isWord = (word: string): boolean => word === fold(word) && [...word].length > 1;
  const isGroup = (words: string[]): boolean => words.length > 1 && new Set(words).size === words.length && words.every(isWord);
  expect([...society, ...business, ...life].filter((group) => !isGroup(group.split(' ')))).toEqual([]);
});

it('reads the longest words it knows', () => expect(knownWords('我要辞职，停车场在哪')).toEqual(['辞职', '停车场']));

it('reads Latin words only whole', () => {
  expect(knownWords('看 PPT')).toContain('ppt');
  expect(knownWords('xpptx')).toEqual([]);
  expect(found(['ip', 'n+1'], 'tip ip n+1')).toEqual(['ip', 'n+1']);
});

it('finds nothing by no words', () => expect(found([], '什么都没有')).toEqual([]));

it('gives what means the same, not what holds the word', () => {
  expect(kinOf('辞职')).toContain('离职');
  expect(kinOf('停车').filter((word) => word.includes('停车'))).toEqual([]);
  expect(kinOf('没有这个词')).toEqual([]);
});
