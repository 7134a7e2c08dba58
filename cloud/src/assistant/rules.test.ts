import fc from 'fast-check';
import { SILENCE_REASONS, SPEAK_REASONS } from '../engine/speak';
import { RUN_REASONS } from '@shared/domain/runReason';
import { isWithin } from './allowance';
import { likeness, saysSame } from './near';
import { partingOf } from './stream';

describe('[A1] quiet hours', () => {
  it.each([
    ['23:30', '22:00', '08:00', true],
    ['07:59', '22:00', '08:00', true],
    ['08:00', '22:00', '08:00', false],
    ['12:00', '22:00', '08:00', false],
    ['13:00', '12:30', '14:00', true],
    ['14:00', '12:30', '14:00', false],
    ['03:00', '00:00', '00:00', true],
  ])('%s in %s–%s: %s', (time, from, to, within) => expect(isWithin(time, { from, to })).toBe(within));
});

describe('[A2] answers that are nearly the same', () => {
  it.each([
    ['周六早上八点半在南门集合，记得带水和帽子。', '周六早上八点半在南门集合；记得带水和帽子', true],
    ['周六早上八点半在南门集合，记得带水和帽子。', '周六早上八点半在北门集合，带好身份证和伞。', false],
    ['周六早上八点半在南门集合，记得带水和帽子，别迟到。', '周六早上九点半在南门集合，记得带水和帽子，别迟到。', false],
    ['门票一共六十元，王磊来买。', '车票一共九十元，阿楠来买。', false],
  ])('%s / %s: %s', (one, other, alike) => expect(saysSame(one, other)).toBe(alike));

  it('are told the same from both sides', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => likeness(one, other) === likeness(other, one) && likeness(one, other) <= 1));
  });
});

it('[A6] a delta leads from any text to any other and cuts no sign in two', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const from = partingOf(one, other);
      expect(one.slice(0, from) + other.slice(from)).toBe(other);
      expect(from === 0 || !/[\ud800-\udbff]/.test(other[from - 1] as string)).toBe(true);
    }),
  );
});

it('[A3] every reason of the engine is one of a run', () => {
  for (const reason of [...SPEAK_REASONS, ...SILENCE_REASONS]) expect(RUN_REASONS).toContain(reason);
});
