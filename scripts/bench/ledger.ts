import { ledger } from '../../shared/domain/checkin/ledger';
import type { LedgerEvent, LedgerInput } from '../../shared/domain/checkin/types';
import type { Measure } from '../../tests/evals/measure';
import { cheapest } from './engine';

const MEMBERS = 50;
const DAYS = 366;
const HOURS = [4, 10, 16];
const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York'];
const START = Date.UTC(2026, 0, 1);

const instant = (day: number, hour = 0): string => new Date(START + (day * 24 + hour) * 3_600_000).toISOString();
const memberId = (i: number): string => `m${i}`;

/** A year of a large challenge in which everybody taps three times a day. */
function year(): LedgerInput {
  const members = Array.from({ length: MEMBERS }, (_, i) => ({ id: memberId(i), joined: instant(0), zone: ZONES[i % ZONES.length] as string }));
  const taps = Array.from({ length: DAYS }, (_, day) => HOURS.map((hour) => instant(day, hour))).flat();
  const events = taps.flatMap((at) => members.map(({ id }): LedgerEvent => ({ at, member: id, kind: 'checkin' })));
  return { challenge: { start: '2026-01-01', cadence: { kind: 'daily' }, window: { from: '06:00', to: '23:00' } }, members, events, now: instant(DAYS) };
}

export function benchLedger(): Measure[] {
  const input = year();
  return [{ name: `ledger, ${input.events.length} events of ${MEMBERS} members in a year, ms of CPU`, figure: cheapest(() => ledger(input)), bar: 200, lowerIsBetter: true }];
}
