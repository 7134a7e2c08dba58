import { wallClock, type WallClock } from '../zone';
import { applyTo } from './apply';
import { planOf, type Plan, type RulesChange } from './plan';
import { rankingOf, type Ranking } from './ranking';
import { openSheet, type Sheet } from './sheet';
import { standingOf } from './standing';
import type { ChallengeRules, LedgerEvent, LedgerInput, LedgerMember, LedgerOutput, Refusal, Standing } from './types';

/** A challenge as its events have left it. Entries are appended, never edited: `append` in order of `at`. */
export interface Ledger {
  plan: Plan;
  sheets: Map<string, Sheet>;
  clock: WallClock;
}

/** What a ledger begins with. `changes`: rules that take effect later than the first ones, in order of their days. */
export interface Opening {
  challenge: ChallengeRules;
  changes?: readonly RulesChange[] | undefined;
  members: readonly LedgerMember[];
}

export function openLedger({ challenge, changes, members }: Opening, clock: WallClock = wallClock): Ledger {
  const plan = planOf(challenge, changes);
  return { plan, sheets: new Map(members.map((member) => [member.id, openSheet(member, plan, clock)])), clock };
}

/** Takes one event in; a refused one changes nothing. */
export function append({ plan, sheets, clock }: Ledger, event: LedgerEvent, at = Date.parse(event.at)): Refusal | null {
  const sheet = sheets.get(event.member);
  return sheet ? applyTo(sheet, plan, clock, event, at) : 'not-member';
}

/** Where everybody stands at an instant (ms since 1970 UTC), in the order of the members, and both rankings [C14]. */
export function standings({ plan, sheets, clock }: Ledger, now: number): { members: Standing[]; ranking: Ranking } {
  const placed = [...sheets.values()].map((sheet) => standingOf(sheet, plan, clock, now));
  return { members: placed.map(({ standing }) => standing), ranking: rankingOf(placed) };
}

/** A whole challenge at once: events in any order, those after `now` ignored; `refused` in the order of the input. */
export function ledger({ events, now, ...opening }: LedgerInput & Opening, clock: WallClock = wallClock): LedgerOutput {
  const open = openLedger(opening, clock);
  const until = Date.parse(now);
  const known = events.map((event, index) => ({ event, index, at: Date.parse(event.at) })).filter(({ at }) => at <= until);
  const refused: LedgerOutput['refused'] = [];
  for (const { event, index, at } of known.sort((a, b) => a.at - b.at)) {
    const code = append(open, event, at);
    if (code) refused.push({ index, code });
  }
  return { ...standings(open, until), refused: refused.sort((a, b) => a.index - b.index) };
}
