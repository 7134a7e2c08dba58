import { foldEvent, inOrder, withRead } from '@/features/pai/fold';
import { aiSender, aMessage } from './support/message';
import { aPai } from './support/pai';

const created = (seq: number, over = {}) => ({ type: 'message.created' as const, message: aMessage(seq, over) });

it('counts what others say, not my own and not system lines', () => {
  let pai = foldEvent(aPai(), created(11), 'me');
  expect(pai.mine.unread).toBe(1);
  expect(pai.last).toMatchObject({ seq: 11, senderName: '李', recalled: false });
  pai = foldEvent(pai, created(12, { sender: { id: 'me', name: '我', kind: 'user' } }), 'me');
  pai = foldEvent(pai, created(13, { kind: 'system', sender: { id: 'system', name: '', kind: 'system' } }), 'me');
  expect(pai.mine.unread).toBe(1);
  expect(pai.headSeq).toBe(13);
});

it('[R1] a message seen before changes nothing', () => {
  const pai = aPai();
  expect(foldEvent(pai, created(10), 'me')).toBe(pai);
});

it('does not count the AI member where it is hidden', () => {
  expect(foldEvent(aPai({}, { hideAi: true }), created(11, { sender: aiSender }), 'me').mine.unread).toBe(0);
  expect(foldEvent(aPai(), created(11, { sender: aiSender }), 'me').mine.unread).toBe(1);
});

it('keeps the first unread mention of me, also of everybody', () => {
  let pai = foldEvent(aPai(), created(11, { mentions: ['all'] }), 'me');
  pai = foldEvent(pai, created(12, { mentions: ['me'] }), 'me');
  expect(pai.mine.mentionSeq).toBe(11);
  expect(withRead(pai, 12).mine.mentionSeq).toBeUndefined();
});

it('reading never goes back', () => {
  const pai = aPai({ headSeq: 20 }, { readSeq: 10, unread: 10 });
  expect(withRead(pai, 9)).toBe(pai);
  expect(withRead(pai, 18).mine).toMatchObject({ readSeq: 18, unread: 2 });
  expect(withRead(pai, 20).mine.unread).toBe(0);
});

it('a recalled last message takes its words from the list', () => {
  const pai = foldEvent(aPai(), created(11), 'me');
  const after = foldEvent(pai, { type: 'message.changed', message: aMessage(11, { text: '', recalledAt: '2026-11-20T01:20:00.000Z', rev: 2 }) }, 'me');
  expect(after.last).toMatchObject({ recalled: true, text: '' });
});

it('what is withheld is neither counted nor the last line, until it is shown', () => {
  const before = foldEvent(aPai(), created(11), 'me');
  const held = foldEvent(before, created(12, { text: '', held: true as const }), 'me');
  expect([held.headSeq, held.mine.unread, held.last?.seq]).toEqual([12, 1, 11]);
  expect(foldEvent(held, { type: 'message.changed', message: aMessage(12, { rev: 2 }) }, 'me').last?.seq).toBe(12);
});

it('lists pinned pais first, then the newest', () => {
  const old = aPai({ id: 'old' }, { pinned: true });
  const mid = aPai({ id: 'mid', createdAt: '2026-11-02T00:00:00.000Z' });
  const talk = foldEvent(aPai({ id: 'talk' }), created(11, { paiId: 'talk' }), 'me');
  expect(inOrder([mid, talk, old]).map((pai) => pai.id)).toEqual(['old', 'talk', 'mid']);
});
