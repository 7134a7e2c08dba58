import fc from 'fast-check';
import { excerptOf, spansIn, type Span } from '@/features/search/excerpt';

const said = (pieces: ReturnType<typeof excerptOf>): string => pieces.map(({ text }) => text).join('');
const hits = (pieces: ReturnType<typeof excerptOf>): string[] => pieces.filter(({ hit }) => hit).map(({ text }) => text);

it('sets off what was found and keeps the rest', () => {
  expect(excerptOf('高铁我已经抢到了', [[0, 2]])).toEqual([
    { text: '高铁', hit: true },
    { text: '我已经抢到了', hit: false },
  ]);
});

it('starts near the first hit of a long text', () => {
  const text = `${'前'.repeat(200)}民宿${'后'.repeat(200)}`;
  const pieces = excerptOf(text, [[200, 202]], 60);
  expect(pieces[0]).toEqual({ text: '…', hit: false });
  expect(said(pieces)).toMatch(/^…前{12}民宿后+…$/);
  expect(hits(pieces)).toEqual(['民宿']);
});

it('joins spans that overlap or touch, in any order, and forgets those outside', () => {
  expect(hits(excerptOf('abcdefgh', [[4, 6], [0, 2], [1, 4], [99, 120], [7, 7]]))).toEqual(['abcdef']);
});

it('puts lines on one line', () => {
  expect(said(excerptOf('周六\n\n 七点', []))).toBe('周六 七点');
});

it('does not cut an emoji in two', () => {
  const text = '🍁'.repeat(50);
  expect(said(excerptOf(text, [[81, 82]], 21))).not.toMatch(/(^|[^\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff]([^\udc00-\udfff]|$)/);
});

it('shows nothing that is not in the text, and every hit that fits', () => {
  const words = fc.array(fc.constantFrom('a', '杭', '州', 'b'), { minLength: 1, maxLength: 120 }).map((signs) => signs.join(''));
  const spans = fc.array(fc.tuple(fc.nat(130), fc.nat(130)));
  fc.assert(
    fc.property(words, spans, (text, some) => {
      const pieces = excerptOf(text, some as Span[], 60);
      const shown = said(pieces).replace(/^…|…$/g, '');
      expect(text).toContain(shown);
      expect(shown.length).toBeLessThanOrEqual(60);
      if (text.length <= 60) expect(shown).toBe(text);
    }),
  );
});

it('finds a word in a name whatever its case', () => {
  expect(spansIn('Autumn Trip', ' trip ')).toEqual([[7, 11]]);
  expect(spansIn('Autumn Trip', 'x')).toEqual([]);
  expect(spansIn('Autumn Trip', '  ')).toEqual([]);
});
