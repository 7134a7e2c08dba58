import { withCalls } from '@/features/message/useMentions';
import { aMessage } from './support/message';

const call = (seq: number, over = {}) => aMessage(seq, { mentions: ['me'], ...over });

it('adds calls that are news, in their order', () => {
  expect(withCalls([12], [call(15), call(14), aMessage(16)], 'me', 10)).toEqual([12, 14, 15]);
  expect(withCalls([], [aMessage(11, { mentions: ['all'] })], 'me', 10)).toEqual([11]);
});

it('a reaction to an old call does not call again', () => {
  const seqs: number[] = [];
  expect(withCalls(seqs, [call(7, { rev: 3 })], 'me', 10)).toBe(seqs);
});

it('a recalled call is gone, my own never was one', () => {
  expect(withCalls([12], [call(12, { recalledAt: '2026-11-20T01:00:00.000Z' })], 'me', 10)).toEqual([]);
  expect(withCalls([], [call(13, { sender: { id: 'me', name: '我', kind: 'user' } })], 'me', 10)).toEqual([]);
});
