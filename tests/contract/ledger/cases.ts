import type { Cadence, ChallengeRules, LedgerEvent, LedgerInput, LedgerMember } from '../../../shared/domain/checkin/types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The same numbers for the same seed (mulberry32). */
class Chance {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  of<T>(values: readonly T[]): T {
    return values[this.int(0, values.length - 1)] as T;
  }

  is(share: number): boolean {
    return this.next() < share;
  }
}

/* Clocks change in the days after each of these, in one zone or another; on 30 December 2011 Apia had no day at all. */
const STARTS = ['2026-10-19', '2026-10-28', '2026-03-04', '2026-03-25', '2011-12-24', '2024-02-22', '2026-12-21'];
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Apia', 'America/St_Johns', 'Pacific/Pago_Pago', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
const WINDOWS = [['06:00', '08:00'], ['22:00', '02:00'], ['20:00', '00:00'], ['00:00', '06:00'], ['12:00', '12:00'], ['23:59', '00:01'], ['02:00', '03:00'], ['00:00', '00:00'], ['05:30', '23:59']];
const RRULES = ['FREQ=WEEKLY;BYDAY=TU,SA', 'FREQ=DAILY;INTERVAL=2', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;WKST=SU', 'FREQ=MONTHLY;BYMONTHDAY=1,15,-1', 'FREQ=MONTHLY;BYDAY=1MO,-1FR', 'FREQ=DAILY;COUNT=9', 'FREQ=WEEKLY', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,1'];
const EDGES = [-60_000, -1000, -1, 0, 1, 1000, 60_000];

class Case {
  private readonly from: number;
  private readonly length: number;
  private last: number;

  constructor(
    private readonly chance: Chance,
    private readonly start = chance.of(STARTS),
  ) {
    this.from = Date.parse(`${start}T00:00:00Z`);
    this.length = chance.int(2, 30);
    this.last = this.from;
  }

  private day(min = -3, max = this.length): string {
    return new Date(this.from + this.chance.int(min, max) * DAY).toISOString().slice(0, 10);
  }

  /** The same moment in one of several spellings. */
  private text(instant: number): string {
    const minutes = this.chance.of([0, 480, -300, 345, -210]);
    if (minutes === 0) return new Date(instant).toISOString();
    const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((n) => String(n).padStart(2, '0'));
    return `${new Date(instant + minutes * MINUTE).toISOString().slice(0, -1)}${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
  }

  /** Often on the hour or half hour, or a hair beside it: there the windows and days end. */
  private moment(): number {
    const { chance } = this;
    if (chance.is(0.15)) return this.last;
    const instant = this.from + chance.int(-3 * 48, this.length * 48) * (HOUR / 2);
    return (this.last = instant + (chance.is(0.5) ? chance.of(EDGES) : chance.int(0, HOUR / 2)));
  }

  private cadence(): Cadence {
    const { chance } = this;
    switch (chance.int(0, 3)) {
      case 0:
        return { kind: 'weekdays' };
      case 1:
        return { kind: 'perWeek', n: chance.int(1, 7) };
      case 2:
        return { kind: 'rrule', rrule: chance.of(RRULES) };
      default:
        return { kind: 'daily' };
    }
  }

  private rules(): ChallengeRules {
    const { chance } = this;
    const [from = '', to = ''] = chance.of(WINDOWS);
    return {
      start: this.start,
      cadence: this.cadence(),
      ...(chance.is(0.6) ? { end: this.day(0) } : {}),
      ...(chance.is(0.6) ? { window: { from, to } } : {}),
      ...(chance.is(0.7) ? { goal: { kind: chance.of(['total', 'consecutive'] as const), days: chance.int(1, 8) } } : {}),
      ...(chance.is(0.7) ? { makeup: { cards: chance.int(0, 3), maxAgeDays: chance.int(0, 6) } } : {}),
      ...(chance.is(0.5) ? { review: chance.is(0.7) } : {}),
    };
  }

  private checkin(at: number): Pick<Extract<LedgerEvent, { kind: 'checkin' }>, 'kind' | 'doneAt'> {
    const { chance } = this;
    if (chance.is(0.7)) return { kind: 'checkin' };
    const late = chance.is(0.3) ? -chance.of([5 * MINUTE, 5 * MINUTE + 1, MINUTE]) : chance.is(0.2) ? DAY + chance.of(EDGES) : chance.int(0, DAY);
    return { kind: 'checkin', doneAt: this.text(at - late) };
  }

  private event(members: readonly LedgerMember[]): LedgerEvent {
    const { chance } = this;
    const instant = this.moment();
    const base = { at: this.text(instant), member: chance.is(0.02) ? 'nobody' : chance.of(members).id };
    const kind = chance.int(1, 100);
    if (kind <= 58) return { ...base, ...this.checkin(instant) };
    if (kind <= 70) return { ...base, kind: 'makeup', day: this.day() };
    if (kind <= 78) return { ...base, kind: 'pause', ...(chance.is(0.5) ? { until: this.day() } : {}) };
    if (kind <= 84) return { ...base, kind: 'resume' };
    if (kind <= 89) return { ...base, kind: 'zone', zone: chance.of(ZONES) };
    return { ...base, kind: 'verdict', day: this.day(), ok: chance.is(0.4) };
  }

  build(): LedgerInput {
    const { chance } = this;
    const members = ['b', 'a', 'c'].slice(0, chance.int(1, 3)).map((id) => ({ id, joined: this.text(chance.is(0.6) ? this.from - 3 * DAY : this.moment()), zone: chance.of(ZONES) }));
    const events = Array.from({ length: chance.int(0, 90) }, () => this.event(members));
    return { challenge: this.rules(), members, events, now: this.text(chance.is(0.3) ? this.from + this.length * DAY : this.moment()) };
  }
}

/** A challenge of a few weeks with up to three members and 90 events, another for each seed. */
export const caseOf = (seed: number): LedgerInput => new Case(new Chance(seed)).build();
