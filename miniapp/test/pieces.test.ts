import { aiPieces, mentionQuery, namedOf, textPieces } from '@/features/message/pieces';

const shown = (text: string, named = [{ id: 'm1', name: '阿楠' }]): string[] => textPieces(text, named).map((piece) => `${piece.kind}:${piece.text}`);

it('finds links and leaves the punctuation behind them', () => {
  expect(shown('看 https://a.cn/b?c=1。还有（www.b.com/x）')).toEqual(['plain:看 ', 'link:https://a.cn/b?c=1', 'plain:。还有（', 'link:www.b.com/x', 'plain:）']);
  expect(shown('http://a.cn.')).toEqual(['link:http://a.cn', 'plain:.']);
  expect(textPieces('www.b.com', [])[0]?.url).toBe('https://www.b.com');
});

it('ends a link where Chinese begins', () => {
  expect(shown('https://a.cn/路是这条')).toEqual(['link:https://a.cn/', 'plain:路是这条']);
});

it('makes no link of other schemes or of a bare prefix', () => {
  expect(shown('javascript:alert(1) https:// www.')).toEqual(['plain:javascript:alert(1) https:// www.']);
});

it('marks mentions by id, and everybody in both languages', () => {
  expect(shown('@阿楠 你好')).toEqual(['mention:@阿楠', 'plain: 你好']);
  expect(shown('@阿楠 你好', [])).toEqual(['plain:@阿楠 你好']);
  expect(textPieces('@everyone hi @所有人', namedOf(['all'], [])).filter((piece) => piece.kind === 'mention')).toHaveLength(2);
});

it('puts the numbers of the sources before the punctuation', () => {
  const pieces = aiPieces([{ text: '周六走约 2.4 公里。', cites: [12, 40] }, { text: '没查到', cites: [99] }], [{ seq: 40 }, { seq: 12 }]);
  expect(pieces).toEqual([
    { kind: 'plain', text: '周六走约 2.4 公里' },
    { kind: 'cite', text: '2', seq: 12 },
    { kind: 'cite', text: '1', seq: 40, after: '。' },
    { kind: 'plain', text: '没查到' },
  ]);
});

it('tells the titles of an answer from the name of whom it answers', () => {
  const parts = [{ text: '阿楠：', cites: [] }, { text: '要做的：', cites: [] }, { text: '\n妈妈订房。', cites: [] }, { text: '\n还没人答的：', cites: [] }];
  expect(aiPieces(parts, []).map((piece) => piece.kind)).toEqual(['plain', 'title', 'plain', 'title']);
});

it('knows when a name is being typed', () => {
  expect(mentionQuery('你好 @阿', 5)).toEqual({ at: 3, query: '阿' });
  expect(mentionQuery('@', 1)).toEqual({ at: 0, query: '' });
  expect(mentionQuery('li@example.com', 14)).toBeUndefined();
  expect(mentionQuery('@阿楠 好', 5)).toBeUndefined();
  expect(mentionQuery('没有', 2)).toBeUndefined();
});
