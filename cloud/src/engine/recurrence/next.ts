import { DAY, SECOND } from '../time/civil';
import { isoOf, wallOf } from '../time/zone';
import { falls, readRule, wallDay, type Rule } from './rule';

/* 29 February comes again within eight years. */
const REACH = 8 * 366 + 1;

export interface Repeating {
  /** RFC 5545, of what readRule knows. */
  rrule: string;
  /** When it began: it repeats from there, at its time of day where the rule names none. */
  start: Date;
  /** IANA name: it repeats by the clocks there, whatever they are set to. */
  zone: string;
}

function nextByRule(rule: Rule, { start, zone }: Repeating, after: Date): Date | null {
  const from = wallOf(start.toISOString(), zone);
  const clock = rule.clock ?? from % DAY;
  const first = wallDay(from);
  const earliest = Math.max(first, wallDay(wallOf(after.toISOString(), zone)));
  for (let day = earliest; day < earliest + REACH * rule.interval; day++) {
    if (!falls(rule, first, day)) continue;
    // ISO texts are to the second
    const at = new Date(Date.parse(isoOf(day * DAY + clock, zone)) + (clock % SECOND));
    if (at > after) return at;
  }
  return null;
}

/** The next time after an instant; null where the rule is not known or never falls again. */
export function nextTime(repeating: Repeating, after: Date): Date | null {
  const rule = readRule(repeating.rrule);
  return rule && nextByRule(rule, repeating, after);
}
