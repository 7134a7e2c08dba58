import type { Trip } from '../trip';
import { costs, sum } from './costs';
import { daily, days, nights, once } from './days';
import { type Facts, factsOf } from './facts';
import type { Finding, Rule } from './finding';
import { legs, order } from './legs';
import { hours, meals, places, stays } from './visits';
import { wishes } from './wish';

export { CODES, RULES, type Code, type Finding, type Fix, type Rule, type State } from './finding';

const CHECKS: Record<Exclude<Rule, 'wish'>, (facts: Facts) => Finding[]> = { days, places, order, hours, once, meals, stays, legs, costs, sum, daily, nights };

/** Who splits up shares stops: what is wrong with one of them is said once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const keys = findings.map((finding) => JSON.stringify(finding));
  return findings.filter((_, i) => keys.indexOf(keys[i] as string) === i);
}

/**
 * Holds a plan against what every plan must hold and against every wish, however it came to be: no code of the planner
 * is in here. A rule gives one pass, or one finding for each fault; a wish one finding for each constraint. What is not
 * known (hours, prices, tags) is `unknown`, never a pass.
 */
export function check(trip: Trip): Finding[] {
  const facts = factsOf(trip);
  const rules = Object.entries(CHECKS).flatMap(([rule, faults]): Finding[] => {
    const found = distinct(faults(facts));
    return found.length > 0 ? found : [{ rule: rule as Rule, state: 'pass', code: 'ok' }];
  });
  return [...rules, ...wishes(facts)];
}

const keyOf = ({ rule, code, day, item, wish, member, constraint }: Finding): string => JSON.stringify([rule, code, rule === 'wish' ? undefined : (item ?? day), wish, member, constraint]);

/** What fails now and did not before: the thing to say after a step of editing. */
export function broken(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const known = new Set(before.filter(({ state }) => state === 'fail').map(keyOf));
  return after.filter((finding) => finding.state === 'fail' && !known.has(keyOf(finding)));
}

/** Where a wish stands, from the findings of its constraints; one that nothing can be checked of is unverified. */
export function stateOfWish(findings: readonly Finding[]): 'placed' | 'unverified' | 'unplaced' {
  if (findings.some(({ state }) => state === 'fail')) return 'unplaced';
  return findings.length > 0 && findings.every(({ state }) => state === 'pass') ? 'placed' : 'unverified';
}
