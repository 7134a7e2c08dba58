import fc from 'fast-check';
import type { Cursor, SyncFrame } from '@shared/wire/event';
import type { Message } from '@shared/wire/message';
import { rowsOf } from '@/features/message/rows';
import { openLog, takeMessages, timelineOf } from '@/features/message/timeline';
import { hear, line } from './support/line';
import { aMessage } from './support/message';

/* The room's log over a line that loses, doubles and reorders. */

jest.mock('@/transport/socket', () => jest.requireActual<{ socket: object }>('./support/line').socket);
jest.mock('@/transport/api', () => ({}));
jest.mock('@/features/pai/store', () => ({ findPai: () => undefined, onPaiLeft: () => undefined }));

const AT = '2026-11-20T01:00:00.000Z';
const EPOCH = 'e1';

/** The cloud's side of one pai. */
function aCloud(paiId: string, head: number) {
  const log: Message[] = Array.from({ length: head }, (_, i) => aMessage(i + 1, { paiId, clientMsgId: `${paiId}-${i + 1}`, sender: i % 3 === 0 ? { id: 'me', name: '我', kind: 'user' } : { id: 'u-li', name: '李', kind: 'user' } }));
  const sync = ({ seq, epoch }: Cursor): SyncFrame => {
    const reset = epoch !== EPOCH;
    return { type: 'sync', paiId, epoch: EPOCH, messages: reset ? log.slice(-20) : log.slice(seq), changed: [], head: log.length, from: 1, reset, at: AT };
  };
  const answer = (): void => {
    const asked = line.sent.splice(0);
    asked.forEach((frame) => frame.type === 'sync' && frame.paiId === paiId && hear(sync(frame.cursor)));
  };
  return { log, sync, answer };
}

const welcome = (): void => hear({ type: 'welcome', v: 1, userId: 'me', at: AT, heads: {} });
let rooms = 0;
const freshPai = (): string => `pai${++rooms}`;

beforeEach(() => {
  jest.useFakeTimers();
  line.isOpen = true;
  line.sent = [];
});
afterEach(() => jest.useRealTimers());

it('[R2] a room opened between hello and welcome is asked for after the welcome', () => {
  const paiId = freshPai();
  line.isOpen = false;
  line.cursors();
  openLog(paiId);
  line.isOpen = true;
  welcome();
  expect(line.sent.map((frame) => frame.type)).toEqual(['open', 'sync']);
});

it('[R2] one that hello named is left to the cloud', () => {
  const paiId = freshPai();
  line.isOpen = false;
  openLog(paiId);
  expect(line.cursors()).toHaveProperty(paiId);
  line.isOpen = true;
  welcome();
  expect(line.sent.filter((frame) => frame.type === 'sync' && frame.paiId === paiId)).toEqual([]);
});

it('[R1] a sync that is not answered is asked again', () => {
  const paiId = freshPai();
  openLog(paiId);
  line.sent = [];
  jest.advanceTimersByTime(6_500);
  expect(line.sent.map((frame) => frame.type)).toEqual(['sync']);
});

type Happening = { kind: 'push' | 'http'; seqs: number[] } | { kind: 'answer' } | { kind: 'cut' } | { kind: 'lag' };

const happening = (head: number): fc.Arbitrary<Happening> => {
  const seqs = fc.array(fc.integer({ min: 1, max: head }), { minLength: 1, maxLength: 6 });
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('push' as const, 'http' as const), seqs }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'answer' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'cut' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'lag' as const }) },
  );
};

function happen(what: Happening, paiId: string, cloud: ReturnType<typeof aCloud>): void {
  const said = (seqs: number[]): Message[] => seqs.flatMap((seq) => cloud.log[seq - 1] ?? []);
  if (what.kind === 'push') hear({ type: 'events', paiId, at: AT, events: said(what.seqs).map((message) => ({ type: 'message.created', message })) });
  if (what.kind === 'http') takeMessages(paiId, said(what.seqs));
  if (what.kind === 'answer') cloud.answer();
  if (what.kind === 'lag') hear({ type: 'lag', paiIds: [paiId] });
  if (what.kind === 'cut') {
    line.sent = [];
    const cursor = line.cursors()[paiId];
    welcome();
    if (cursor) hear(cloud.sync(cursor));
  }
}

it('[R1] [L1] frames in any order, doubled or lost, end in the log of the cloud; nothing is shown twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }).chain((head) => fc.tuple(fc.constant(head), fc.array(happening(head), { maxLength: 25 }))), ([head, story]) => {
      const paiId = freshPai();
      const cloud = aCloud(paiId, head);
      line.sent = [];
      const close = openLog(paiId);
      for (const what of story) {
        happen(what, paiId, cloud);
        const { messages, cursor } = timelineOf(paiId);
        expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_m, i) => cursor - messages.length + 1 + i));
      }
      /* The line is good again: one question, one answer. */
      line.sent = [];
      jest.advanceTimersByTime(6_500);
      hear({ type: 'lag', paiIds: [paiId] });
      cloud.answer();
      const { messages } = timelineOf(paiId);
      expect(messages).toEqual(cloud.log.slice(-messages.length));
      expect(messages.length).toBeGreaterThanOrEqual(Math.min(head, 20));

      const unsent = cloud.log.map((message) => ({ clientMsgId: message.clientMsgId, userId: 'me', paiId, at: 1, text: '', state: 'sent' as const }));
      const mine = unsent.filter((_entry, i) => cloud.log[i]?.sender.id === 'me' && messages.some((message) => message.seq === i + 1));
      const shown = rowsOf({ messages, unsent: mine, me: 'me', hideAi: false }).filter((row) => row.kind === 'message' || row.kind === 'unsent');
      expect(shown).toHaveLength(messages.length);
      close();
    }),
    { numRuns: 200 },
  );
});
