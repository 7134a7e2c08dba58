import { DAY, SECOND, wallDay } from '../../../../shared/domain/civil';
import { firstRuleDay } from '../../../../shared/domain/recurrence/days';
import { readRule, type Rule } from '../../../../shared/domain/recurrence/rule';
import { isoOf, wallOf } from '../time/zone';

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

function nextByRule({ until, ...rule }: Rule, { start, zone }: Repeating, after: Date): Date | null {
  const from = wallOf(start.toISOString(), zone);
  const clock = rule.clock ?? from % DAY;
  const first = wallDay(from);
  const earliest = Math.max(first, wallDay(wallOf(after.toISOString(), zone)));
  const latest = earliest + REACH * rule.interval;
  for (let day = firstRuleDay(rule, first, earliest, latest); day !== null; day = firstRuleDay(rule, first, day + 1, latest)) {
    // ISO texts are to the second
    const at = new Date(Date.parse(isoOf(day * DAY + clock, zone)) + (clock % SECOND));
    if (until && (until.isUtc ? at.getTime() : day * DAY + clock) > until.at) return null;
    if (at > after) return at;
  }
  return null;
}

/** The next time after an instant; null where the rule is not known or never falls again. */
export function nextTime(repeating: Repeating, after: Date): Date | null {
  const rule = readRule(repeating.rrule);
  return rule && nextByRule(rule, repeating, after);
}
