import fc from 'fast-check';
import type { ServerEvent, SyncFrame } from '../wire/event';
import type { Message } from '../wire/message';
import { applyEvent, applyMessage, applySync, cursorOf, emptyTimeline, hasOlder, prependOlder, replaceMessage, type Timeline } from './timeline';

const PAI = 'paiid000000000000000';
const AT = '2026-11-01T08:00:00.000Z';
const EPOCH = 'epoch-1';

const said = (seq: number, rev = 1, more: Partial<Message> = {}): Message => ({
  paiId: PAI,
  seq,
  clientMsgId: `client-${seq}`,
  kind: 'text',
  sender: { id: 'li', name: '李雷', kind: 'user' },
  text: `第 ${seq} 句，第 ${rev} 版`,
  sentAt: AT,
  rev,
  ...more,
});

const created = (message: Message): ServerEvent => ({ type: 'message.created', message });
const changed = (message: Message): ServerEvent => ({ type: 'message.changed', message });

/** The log as the server has it, and every version each message ever had. */
class Server {
  readonly versions = new Map<number, Message[]>();

  constructor(
    readonly head: number,
    revs: readonly number[],
  ) {
    for (let seq = 1; seq <= head; seq++) this.versions.set(seq, Array.from({ length: revs[seq - 1] ?? 1 }, (_, i) => said(seq, i + 1)));
  }

  latest = (seq: number): Message => this.versions.get(seq)?.at(-1) as Message;

  get log(): Message[] {
    return Array.from({ length: this.head }, (_, i) => this.latest(i + 1));
  }

  /** What the server answers to a cursor [R2]. */
  sync({ cursor, epoch }: Timeline): SyncFrame {
    const reset = epoch !== EPOCH || cursor > this.head;
    const from = reset ? Math.max(1, this.head - 9) : cursor + 1;
    return {
      type: 'sync',
      paiId: PAI,
      epoch: EPOCH,
      messages: this.log.filter(({ seq }) => seq >= from),
      changed: reset ? [] : this.log.filter(({ seq, rev }) => seq <= cursor && rev > 1),
      head: this.head,
      from: 1,
      reset,
      at: AT,
    };
  }

  /** Everything ever pushed, once, in the order it happened. */
  get pushes(): ServerEvent[] {
    const first = Array.from({ length: this.head }, (_, i) => created(said(i + 1)));
    const later = [...this.versions.values()].flatMap((versions) => versions.slice(1).map(changed));
    return [...first, ...later];
  }
}

const servers = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 40 }).map((revs) => new Server(revs.length, revs));

/** A server and what arrives of its pushes: any order, any of them missing, any of them several times, syncs between. */
const arrivals = servers.chain((server) =>
  fc.record({
    server: fc.constant(server),
    steps: fc.array(fc.oneof({ arbitrary: fc.integer({ min: 0, max: server.pushes.length - 1 }), weight: 9 }, { arbitrary: fc.constant('sync' as const), weight: 1 }), { maxLength: 200 }),
    start: fc.integer({ min: 0, max: server.head }),
  }),
);

function startAt(server: Server, start: number): Timeline {
  const half = new Server(start, []);
  return start === 0 ? emptyTimeline(PAI) : applySync(emptyTimeline(PAI), { ...half.sync(emptyTimeline(PAI)), messages: half.log });
}

interface Played {
  timeline: Timeline;
  /** Positions in the order they went on the screen, since the last start over. */
  shown: number[];
}

function play(server: Server, from: Timeline, steps: readonly (number | 'sync')[]): Played {
  let timeline = from;
  let shown = from.messages.map(({ seq }) => seq);
  for (const step of steps) {
    const before = timeline;
    const frame = step === 'sync' ? server.sync(timeline) : undefined;
    timeline = frame ? applySync(timeline, frame) : applyEvent(timeline, server.pushes[step as number] as ServerEvent);
    if (frame && (frame.reset || frame.epoch !== before.epoch)) shown = timeline.messages.map(({ seq }) => seq);
    else shown.push(...timeline.messages.filter(({ seq }) => seq > before.cursor).map(({ seq }) => seq));
  }
  return { timeline, shown };
}

const contiguous = (seqs: readonly number[]): boolean => seqs.every((seq, i) => i === 0 || seq === (seqs[i - 1] as number) + 1);

describe('a timeline', () => {
  it('[R1] whatever arrives, however often and in whatever order: an unbroken run that ends at the cursor, each shown once', () => {
    fc.assert(
      fc.property(arrivals, ({ server, steps, start }) => {
        const { timeline, shown } = play(server, startAt(server, start), steps);
        const seqs = timeline.messages.map(({ seq }) => seq);
        expect(contiguous(seqs)).toBe(true);
        expect(seqs.at(-1) ?? timeline.cursor).toBe(timeline.cursor);
        expect(shown).toEqual(seqs);
        expect(timeline.cursor).toBeLessThanOrEqual(server.head);
      }),
      { numRuns: 500 },
    );
  });

  it('[R1] [R2] after a last sync it is the log of the server, whatever was lost before', () => {
    fc.assert(
      fc.property(arrivals, ({ server, steps, start }) => {
        const { timeline } = play(server, startAt(server, start), [...steps, 'sync']);
        expect(timeline.stale).toBe(false);
        expect(timeline.cursor).toBe(server.head);
        expect(timeline.messages).toEqual(server.log.slice(-timeline.messages.length));
      }),
      { numRuns: 500 },
    );
  });

  it('[R1] knows when it must sync: a position past a gap marks it stale, and only that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 60 }), (cursor, seq) => {
        const held = startAt(new Server(cursor, []), cursor);
        const after = applyMessage(held, said(seq));
        expect(after.stale).toBe(seq > cursor + 1);
        expect(after.cursor).toBe(seq === cursor + 1 ? seq : cursor);
      }),
    );
  });

  it('changes: the highest rev stands, in whatever order and however often they come', () => {
    const cases = servers.chain((server) =>
      fc.record({
        server: fc.constant(server),
        order: fc.shuffledSubarray([...server.pushes.keys()], { minLength: server.pushes.length }),
        again: fc.array(fc.nat({ max: server.pushes.length - 1 })),
      }),
    );
    fc.assert(
      fc.property(cases, ({ server, order, again }) => {
        const held = startAt(server, server.head);
        const { timeline } = play(server, held, [...order, ...again]);
        expect(timeline.messages).toEqual(server.log);
      }),
      { numRuns: 300 },
    );
  });

  it('a recall takes the words out of every quote of it, in any order of the two events', () => {
    const recalled = said(1, 3, { text: '', recalledAt: AT });
    const quote = said(3, 1, { replyTo: { seq: 1, senderId: 'li', senderName: '李雷', text: '第 1 句', gone: false } });
    const quoteGone = said(3, 2, { replyTo: { seq: 1, senderId: 'li', senderName: '李雷', text: '', gone: true } });
    const start = [said(1), said(2), quote].reduce(applyMessage, { ...emptyTimeline(PAI), stale: false });
    fc.assert(
      fc.property(fc.shuffledSubarray([changed(recalled), changed(quoteGone), created(quote), changed(said(1, 2))], { minLength: 1 }), (events) => {
        const after = events.reduce(applyEvent, start);
        const told = events.some((event) => event.type === 'message.changed' && event.message.recalledAt);
        if (told) expect(JSON.stringify(after.messages)).not.toContain('第 1 句');
        if (told) expect(after.messages[2]?.replyTo).toMatchObject({ text: '', gone: true });
      }),
    );
  });

  it('older pages: only the one that ends just before what is held is taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }), (first, low, size) => {
        const server = new Server(60, []);
        const held = applySync(emptyTimeline(PAI), { ...server.sync(emptyTimeline(PAI)), messages: server.log.slice(first - 1) });
        const page = server.log.slice(low - 1, low - 1 + size);
        const after = prependOlder(held, page);
        const seqs = after.messages.map(({ seq }) => seq);
        expect(contiguous(seqs)).toBe(true);
        expect(after.cursor).toBe(60);
        expect(seqs[0]).toBe(size > 0 && low < first && low + size >= first ? low : first);
        expect(hasOlder(after)).toBe((seqs[0] as number) > 1);
      }),
    );
  });

  it('a restored store starts over: nothing of the old epoch stays, though positions are used again', () => {
    fc.assert(
      fc.property(servers, fc.integer({ min: 1, max: 40 }), (server, oldHead) => {
        const old = { ...startAt(new Server(oldHead, []), oldHead), epoch: 'epoch-0' };
        const before = { ...old, messages: old.messages.map((message) => ({ ...message, rev: 99, text: '旧' })) };
        const after = applySync(before, server.sync(before));
        expect(after.messages).toEqual(server.log.slice(-after.messages.length));
        expect(cursorOf(after)).toEqual({ seq: server.head, epoch: EPOCH, since: AT });
      }),
    );
  });

  it('leaves another pai and a message it does not hold alone', () => {
    const held = startAt(new Server(3, []), 3);
    expect(applyEvent(held, created({ ...said(4), paiId: 'other000000000000000' }))).toBe(held);
    expect(replaceMessage(held, said(9, 5))).toBe(held);
    expect(applyEvent(held, { type: 'pai.changed', paiId: PAI })).toBe(held);
  });
});
