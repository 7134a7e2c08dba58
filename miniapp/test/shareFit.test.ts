import { cutTo, fitName, middleSquare, sizeToFit, spacedNumber } from '@/features/share/fit';

/* Chinese signs as wide as they are high, others half. */
const measure = (text: string, size: number): number => Array.from(text).reduce((sum, sign) => sum + (/[\u2e80-\uffff]/.test(sign) ? size : size / 2), 0);

it('a short name stands large; a long one smaller and cut, so that it never meets the table', () => {
  expect(fitName('秋天去杭州', 240, measure)).toEqual({ text: '秋天去杭州', size: 46 });
  const long = fitName('老林家的厨房和花园', 300, measure);
  expect(long.size).toBe(36);
  expect(long.text).toBe('老林家的厨房和…');
  expect(measure(fitName('Jonathan and his friends go hiking', 240, measure).text, 36)).toBeLessThanOrEqual(240);
});

it('cuts a line to a width and says so', () => {
  expect(cutTo('一二三四五', 10, 50, measure)).toBe('一二三四五');
  expect(cutTo('一二三四五六', 10, 50, measure)).toBe('一二三四…');
});

it('a word on a seat shrinks until it is inside', () => {
  expect(sizeToFit('来', 20, 30, measure)).toBe(20);
  const size = sizeToFit('Come and sit', 20, 30, measure);
  expect(size).toBeGreaterThan(0);
  expect(measure('Come and sit', size)).toBeLessThanOrEqual(30);
});

it('draws the middle of a picture that is not square', () => {
  expect(middleSquare(600, 400)).toEqual({ x: 100, y: 0, side: 400 });
  expect(middleSquare(100, 300)).toEqual({ x: 0, y: 100, side: 100 });
});

it('writes a pai number in two groups', () => expect(spacedNumber('48291536')).toBe('4829 1536'));
