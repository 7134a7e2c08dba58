import { parseDay } from '@shared/domain/civil';
import { chancesOf } from '@shared/domain/checkin/chances';
import { dayNumber } from '@shared/domain/checkin/plan';
import { LIMITS } from '@shared/domain/limits';
import { readRule } from '@shared/domain/recurrence/rule';
import { cleanLine, graphemeCount } from '@shared/domain/text';
import { isZone } from '@shared/domain/zone';
import type { Rules } from '@shared/wire/challengeRules';
import { AppError } from '../errors';
import { wordsOfRules } from '../message';
import { requireHarmless } from '../safety';

/** Throws `challenge/zone-unknown`. */
export function acceptZone(zone: string): string {
  if (!isZone(zone)) throw new AppError('challenge/zone-unknown', { field: 'zone' });
  return zone;
}

function requireTitle(title: string): void {
  if (title === '') throw new AppError('challenge/no-title', { field: 'title' });
  if (graphemeCount(title) > LIMITS.challengeTitleGraphemes) throw new AppError('challenge/title-long', { field: 'title', params: { max: LIMITS.challengeTitleGraphemes } });
}

function requireEnd(start: string, end: string): void {
  if (parseDay(end) === null) throw new AppError('challenge/day-unknown', { field: 'end' });
  if (end < start) throw new AppError('challenge/end-early', { field: 'end' });
  if (dayNumber(end) - dayNumber(start) >= LIMITS.challengeDays) throw new AppError('challenge/too-long', { field: 'end', params: { max: LIMITS.challengeDays } });
}

function requireDays(rules: Rules): void {
  const { start, end, cadence, goal } = rules;
  if (cadence.kind === 'rrule' && !readRule(cadence.rrule)) throw new AppError('challenge/rule-unknown', { field: 'cadence' });
  if (parseDay(start) === null) throw new AppError('challenge/day-unknown', { field: 'start' });
  if (end !== undefined) requireEnd(start, end);
  const most = chancesOf(rules);
  if (most === 0) throw new AppError('challenge/no-day', { field: 'cadence' });
  if (goal && goal.days > most) throw new AppError('challenge/goal-high', { field: 'goal', params: { max: most } });
}

function acceptTeams({ teams }: Rules): Pick<Rules, 'teams'> {
  if (!teams || teams.length === 0) return { teams: undefined };
  const named = teams.map(({ name, members }) => ({ name: cleanLine(name), members: [...new Set(members)] }));
  const everybody = named.flatMap(({ members }) => members);
  const isDouble = new Set(everybody).size < everybody.length || new Set(named.map(({ name }) => name)).size < named.length;
  if (isDouble || named.some(({ name }) => name === '')) throw new AppError('challenge/team-twice', { field: 'teams' });
  return { teams: named };
}

/** Rules as they are kept, without looking at what their words say. Throws `challenge/…`. */
export function acceptRules(rules: Rules): Rules {
  const { teams: _given, ...rest } = { ...rules, title: cleanLine(rules.title) };
  requireTitle(rest.title);
  requireDays(rest);
  const proof = rest.proof.kind === 'number' ? { ...rest.proof, unit: cleanLine(rest.proof.unit) } : rest.proof;
  const { teams } = acceptTeams(rules);
  return { ...rest, proof, ...(teams ? { teams } : {}) };
}

/** The same, judged as well: they are shown to everybody. Throws `text/unsafe` too. */
export async function acceptJudged(rules: Rules): Promise<Rules> {
  const accepted = acceptRules(rules);
  await requireHarmless(wordsOfRules(accepted), 'title');
  return accepted;
}
