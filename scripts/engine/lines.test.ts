import { answerLine } from './answer';
import { VERBS } from './verbs';

const LINE = {
  challenge: { start: '2026-11-01', end: '2026-11-21', cadence: { kind: 'daily' }, window: { from: '06:00', to: '08:00' }, goal: { kind: 'total', days: 2 }, makeup: { cards: 2, maxAgeDays: 3 }, review: false },
  members: [{ id: 'li', joined: '2026-11-01T05:00:00+08:00', zone: 'Asia/Shanghai' }],
  events: [
    { at: '2026-11-01T22:30:00Z', member: 'li', kind: 'checkin' },
    { at: '2026-11-02T07:00:00+08:00', member: 'nobody', kind: 'checkin' },
    { at: '2026-11-02T09:00:00+08:00', member: 'li', kind: 'makeup', day: '2026-11-01' },
  ],
  now: '2026-11-02T12:00:00+08:00',
};

type Json = Record<string, unknown>;

const answer = (line: unknown): Json => JSON.parse(answerLine(VERBS.ledger, JSON.stringify(line))) as Json;
const faultOf = (line: unknown): unknown => (answer(line).error as Json | undefined)?.field;

describe('a line of the verb ledger', () => {
  test('is answered with days, figures, rankings and refusals; an unknown member is refused, not malformed', () => {
    expect(answer(LINE)).toEqual({
      members: [{ id: 'li', days: [{ day: '2026-11-01', state: 'made-up' }, { day: '2026-11-02', state: 'accepted' }], streak: 2, best: 2, total: 2, cardsLeft: 1, done: true }],
      ranking: { byTotal: ['li'], byStreak: ['li'] },
      refused: [{ index: 1, code: 'not-member' }],
    });
  });

  test('may leave out, or give as null, what need not be', () => {
    const { start, cadence } = LINE.challenge;
    const bare = { ...LINE, challenge: { start, cadence }, events: LINE.events.slice(0, 1) };
    const nulls = { ...bare, challenge: { start, cadence, end: null, window: null, goal: null, makeup: null, review: null }, events: [{ ...LINE.events[0], doneAt: null }] };
    expect(answer(bare).members).toHaveLength(1);
    expect(answer(nulls)).toEqual(answer(bare));
  });

  const challenge = (more: Json): Json => ({ ...LINE, challenge: { ...LINE.challenge, ...more } });
  const event = (more: Json): Json => ({ ...LINE, events: [{ at: '2026-11-02T07:00:00+08:00', member: 'li', ...more }] });
  const li = LINE.members[0] as Json;

  test.each<[string, unknown]>([
    ['challenge.start', challenge({ start: '2026-11-31' })],
    ['challenge.start', challenge({ start: '1.11.2026' })],
    ['challenge.end', challenge({ end: '2026-10-31' })],
    ['challenge.cadence.kind', challenge({ cadence: { kind: 'hourly' } })],
    ['challenge.cadence.n', challenge({ cadence: { kind: 'perWeek', n: 0 } })],
    ['challenge.cadence.n', challenge({ cadence: { kind: 'perWeek', n: 2.5 } })],
    ['challenge.cadence.rrule', challenge({ cadence: { kind: 'rrule', rrule: 'FREQ=SOMETIMES' } })],
    ['challenge.window.to', challenge({ window: { from: '06:00', to: '8:00' } })],
    ['challenge.goal.days', challenge({ goal: { kind: 'total', days: 0 } })],
    ['challenge.makeup.cards', challenge({ makeup: { cards: -1, maxAgeDays: 3 } })],
    ['challenge.review', challenge({ review: 'yes' })],
    ['members[0].joined', { ...LINE, members: [{ ...li, joined: '2026-11-01T09:00:00' }] }],
    ['members[0].zone', { ...LINE, members: [{ ...li, zone: 'Asia/Atlantis' }] }],
    ['members[1].id', { ...LINE, members: [li, li] }],
    ['events[0].at', event({ at: '2026-02-30T07:00:00Z', kind: 'resume' })],
    ['events[0].kind', event({ kind: 'nap' })],
    ['events[0].doneAt', event({ kind: 'checkin', doneAt: 'yesterday' })],
    ['events[0].day', event({ kind: 'makeup' })],
    ['events[0].until', event({ kind: 'pause', until: '2026-13-01' })],
    ['events[0].zone', event({ kind: 'zone', zone: '' })],
    ['events[0].ok', event({ kind: 'verdict', day: '2026-11-01', ok: 1 })],
    ['now', { ...LINE, now: 'now' }],
    ['line', [LINE]],
  ])('names %s where that is at fault', (field, line) => {
    expect(faultOf(line)).toBe(field);
  });
});

describe('a line of the verb settle', () => {
  const settleFault = (line: unknown): unknown => ((JSON.parse(answerLine(VERBS.settle, JSON.stringify(line))) as Json).error as Json | undefined)?.field;
  const paid = (more: Json): Json => ({ people: ['an', 'bo'], expenses: [{ payer: 'an', cents: 100, for: ['an', 'bo'], ...more }] });

  test('is answered with balances in the order of the people, and transfers', () => {
    expect(JSON.parse(answerLine(VERBS.settle, JSON.stringify(paid({ weights: [1, 3] }))))).toEqual({ balances: [{ id: 'an', cents: 75 }, { id: 'bo', cents: -75 }], transfers: [{ from: 'bo', to: 'an', cents: 75 }] });
  });

  test.each<[string, unknown]>([
    ['people[1]', { people: ['an', 'an'], expenses: [] }],
    ['expenses[0].payer', paid({ payer: 'ce' })],
    ['expenses[0].cents', paid({ cents: 0 })],
    ['expenses[0].cents', paid({ cents: 1.5 })],
    ['expenses[0].cents', paid({ cents: '100' })],
    ['expenses[0].for', paid({ for: [] })],
    ['expenses[0].for[1]', paid({ for: ['an', 'ce'] })],
    ['expenses[0].for[1]', paid({ for: ['an', 'an'] })],
    ['expenses[0].weights', paid({ weights: [1] })],
    ['expenses[0].weights[1]', paid({ weights: [1, 0] })],
    ['people', { expenses: [] }],
  ])('names %s where that is at fault', (field, line) => {
    expect(settleFault(line)).toBe(field);
  });
});
