import { rowsOf, type Row } from '@/features/message/rows';
import { aiSender, aMessage } from './support/message';

const base = { unsent: [], me: 'u1', hideAi: false };
const shape = (rows: Row[]): string[] => rows.map((row) => (row.kind === 'message' || row.kind === 'unsent' ? `${row.kind}${row.head ? '+' : ''}` : row.kind));

it('dates the start and every pause of 10 minutes', () => {
  const rows = rowsOf({ ...base, messages: [aMessage(1), aMessage(2), aMessage(30)] });
  expect(shape(rows)).toEqual(['date', 'message+', 'message', 'date', 'message+']);
});

it('shows face and name once for a run of one person', () => {
  const other = { sender: { id: 'u-wang', name: '王', kind: 'user' as const } };
  const rows = rowsOf({ ...base, messages: [aMessage(1), aMessage(2), aMessage(3, other), aMessage(4)] });
  expect(shape(rows)).toEqual(['date', 'message+', 'message', 'message+', 'message+']);
});

it('a recalled message and a system line break the run', () => {
  const rows = rowsOf({ ...base, messages: [aMessage(1), aMessage(2, { recalledAt: '2026-11-20T01:03:00.000Z' }), aMessage(3), aMessage(4, { kind: 'system' }), aMessage(5)] });
  expect(shape(rows)).toEqual(['date', 'message+', 'recalled', 'message+', 'system', 'message+']);
});

it('draws the unread line before the first unread message', () => {
  const rows = rowsOf({ ...base, messages: [aMessage(1), aMessage(2), aMessage(3)], unread: { from: 3, count: 1 } });
  expect(shape(rows)).toEqual(['date', 'message+', 'message', 'unread', 'message+']);
});

it('leaves out the AI member where it is hidden, not the line that it begins', () => {
  const rows = rowsOf({ ...base, hideAi: true, messages: [aMessage(1), aMessage(2, { sender: aiSender }), aMessage(3)], unread: { from: 2, count: 2 } });
  expect(shape(rows)).toEqual(['date', 'message+', 'unread', 'message+']);
});

it('shows nothing in the place of what is withheld from me, and my own as it is', () => {
  const held = { held: true as const, sender: { id: 'u-wang', name: '王', kind: 'user' as const } };
  expect(shape(rowsOf({ ...base, messages: [aMessage(1), aMessage(2, { ...held, text: '' }), aMessage(3)] }))).toEqual(['date', 'message+', 'message']);
  expect(shape(rowsOf({ ...base, messages: [aMessage(1), aMessage(2, { ...held, text: '只有我看到' })] }))).toEqual(['date', 'message+', 'message+']);
});

it('[R1] shows what I sent once: the arrived message takes the place of the waiting one', () => {
  const sender = { id: 'u1', name: '我', kind: 'user' as const };
  const entry = { clientMsgId: 'client-2', userId: 'u1', paiId: 'pai1', at: Date.parse(aMessage(2).sentAt), text: '第 2 句', state: 'sent' as const };
  expect(shape(rowsOf({ ...base, messages: [aMessage(1)], unsent: [entry] }))).toEqual(['date', 'message+', 'unsent+']);
  expect(shape(rowsOf({ ...base, messages: [aMessage(1), aMessage(2, { sender })], unsent: [entry] }))).toEqual(['date', 'message+', 'message+']);
});

it('a device whose clock is behind puts no date line before what is being sent', () => {
  const entry = { clientMsgId: 'client-9', userId: 'u1', paiId: 'pai1', at: 5, text: '好', state: 'sending' as const };
  expect(shape(rowsOf({ ...base, messages: [aMessage(1)], unsent: [entry] }))).toEqual(['date', 'message+', 'unsent+']);
});

it('gives every row an id of its own', () => {
  const messages = Array.from({ length: 50 }, (_, i) => aMessage(i + 1, { sentAt: new Date(Date.UTC(2026, 0, 1 + i)).toISOString() }));
  const ids = rowsOf({ ...base, messages }).map((row) => row.id);
  expect(new Set(ids).size).toBe(ids.length);
});
