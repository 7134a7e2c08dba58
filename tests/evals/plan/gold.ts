import type { PlanInput } from '../../../cloud/src/engine/plan';
import type { Constraint, ConstraintValue } from '../../../shared/domain/itinerary/types';
import type { GroupCase } from './cases';
import type { Outcome, WishOutcome } from './judge';
import { TOWN } from './town';

type Mark = '+' | '-' | '~' | '?';

function valueOf(text: string): ConstraintValue {
  const parts = text.split(',').map((part) => (/^\d+(?:\.\d+)?$/.test(part) ? Number(part) : part));
  return parts.length > 1 ? parts : (parts[0] as string | number);
}

function parse(line: string): { mark: Mark; constraint: Constraint } {
  const [mark, type, op, ...rest] = line.split(' ');
  const value = valueOf(rest.join(' '));
  // means are given as a list where they are the only ones, as the reader of wishes gives them
  return { mark: mark as Mark, constraint: { type: type as Constraint['type'], op: op as Constraint['op'], value: op === 'in' && typeof value === 'string' ? [value] : value } };
}

const SATURDAY = '2026-11-28';

/** A case as the planner is asked. */
export function inputOf({ days, start = SATURDAY, members, places, intercity }: GroupCase): PlanInput {
  return {
    city: '小城',
    days,
    start,
    members: Object.entries(members).map(([id, lines]) => ({ id, constraints: lines.map((line) => parse(line).constraint) })),
    pois: places ? places(TOWN) : [...TOWN],
    ...(intercity ? { intercity } : {}),
  };
}

const unsaid = ({ state, listed }: WishOutcome): boolean => state === 'fail' && !listed;
const met = ({ state, listed }: WishOutcome): boolean => state === 'pass' && !listed;

/** What of a case is not as it must be; empty: all of it is. */
export function missed({ members, bare }: GroupCase, { faults, wishes }: Outcome): string[] {
  const marks = Object.values(members).flat().map((line) => parse(line).mark);
  const wrong = wishes.flatMap((outcome, i): string[] => {
    const right = { '+': met(outcome), '-': outcome.state === 'fail' && outcome.listed, '?': outcome.state !== 'fail', '~': !unsaid(outcome) && !(outcome.state === 'pass' && outcome.listed) }[marks[i] as Mark];
    const { type, op, value } = outcome.constraint;
    return right ? [] : [`${marks[i]} ${outcome.member} ${type} ${op} ${String(value)}: ${outcome.state}${outcome.listed ? ', said to be unmet' : ''}`];
  });
  const clash = wishes.filter((_, i) => marks[i] === '~');
  const halved = clash.length === 0 || (clash.some(met) && clash.some(({ state }) => state === 'fail'));
  return [...(bare ? [] : faults), ...wrong, ...(halved ? [] : ['~ neither side of a clash gave way, or both did'])];
}
