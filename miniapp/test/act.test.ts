import { actsOn, mayRecall, type Reader } from '@/features/message/act';
import { aiSender, aMessage } from './support/message';

const message = aMessage(1);
const sent = Date.parse(message.sentAt);
const MINUTE = 60_000;
const reader = (over: Partial<Reader> = {}): Reader => ({ id: 'u9', role: 'member', ai: true, maySay: true, ...over });

it('offers a member what a member may do', () => {
  expect(actsOn(message, reader(), sent)).toEqual(['reply', 'copy', 'ask-ai', 'report']);
});

it('offers the sender to edit for 15 minutes and to recall for 5', () => {
  const mine = reader({ id: 'u-li' });
  expect(actsOn(message, mine, sent + 4 * MINUTE)).toEqual(['reply', 'copy', 'ask-ai', 'edit', 'recall']);
  expect(actsOn(message, mine, sent + 6 * MINUTE)).toEqual(['reply', 'copy', 'ask-ai', 'edit']);
  expect(actsOn(message, mine, sent + 16 * MINUTE)).toEqual(['reply', 'copy', 'ask-ai']);
});

it('offers admins to pin and to recall at any time', () => {
  expect(actsOn(message, reader({ role: 'admin' }), sent + 600 * MINUTE)).toEqual(['reply', 'copy', 'ask-ai', 'recall', 'pin', 'report']);
  expect(actsOn(aMessage(1, { pinnedAt: message.sentAt }), reader({ role: 'owner' }), sent)).toContain('unpin');
});

it('offers who is muted only to read', () => {
  expect(actsOn(message, reader({ maySay: false }), sent)).toEqual(['copy', 'report']);
});

it('an AI answer can be taken back by who asked', () => {
  const answer = aMessage(2, { sender: aiSender, askers: ['u9'] });
  expect(mayRecall(answer, { id: 'u9', role: 'member' }, sent + 600 * MINUTE)).toBe(true);
  expect(mayRecall(answer, { id: 'u8', role: 'member' }, sent)).toBe(false);
  expect(actsOn(answer, reader(), sent)).not.toContain('ask-ai');
});
