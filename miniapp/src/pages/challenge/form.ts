import { dayText } from '@shared/domain/civil';
import { chancesOf } from '@shared/domain/checkin/chances';
import { changeRules } from '@shared/domain/checkin/changeRules';
import { dayNumber } from '@shared/domain/checkin/plan';
import type { ProofRule, RuleChanges, Rules } from '@shared/wire/challengeRules';

/* What the form holds while somebody writes, and the rules that become of it. Pure. */

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export const CADENCES = ['daily', 'weekdays', 'perWeek', 'rrule', 'interval'] as const;
export const PROOFS = ['tap', 'picture', 'text', 'number', 'voice', 'place'] as const;
export const LENGTHS = [7, 21, 30, 100] as const;
export const MAX = { title: 40, cards: 30, age: 30, goal: 1000, every: 30, words: 2000, unit: 20, teams: 10, team: 40 } as const;

export interface Form {
  title: string;
  start: string;
  /** Empty: no end. */
  end: string;
  cadence: (typeof CADENCES)[number];
  times: number;
  /** Days from one to the next. */
  every: number;
  /** Of `WEEKDAYS`, in order of the week. */
  weekdays: readonly string[];
  /** A rule that is no choice of weekdays, as it came. */
  kept: string | undefined;
  hasWindow: boolean;
  from: string;
  to: string;
  goal: 'none' | 'total' | 'consecutive';
  goalDays: number;
  proof: ProofRule['kind'];
  words: number;
  unit: string;
  min: number;
  cards: number;
  age: number;
  review: boolean;
  strict: boolean;
  /** The AI member tells the week in the log. */
  report: boolean;
  teams: readonly { name: string; members: readonly string[] }[];
}

export const blankForm = (today: string): Form => ({
  title: '', start: today, end: dayText(dayNumber(today) + 20), cadence: 'daily', times: 3, every: 2, weekdays: ['TU', 'SA'], kept: undefined, hasWindow: false, from: '06:00', to: '08:00',
  goal: 'total', goalDays: 21, proof: 'tap', words: 20, unit: '', min: 0, cards: 2, age: 3, review: false, strict: false, report: true, teams: [],
});

const weekdaysOf = (rrule: string): string[] | undefined => /^FREQ=WEEKLY;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)$/.exec(rrule)?.[1]?.split(',');

/** Of a rule that is so many days from one to the next: how many. */
function intervalOf(rrule: string): number | undefined {
  const every = Number(/^FREQ=DAILY;INTERVAL=(\d{1,2})$/.exec(rrule)?.[1]);
  return every >= 2 && every <= MAX.every ? every : undefined;
}

/** The form of rules that are there. */
export function formOf(rules: Rules): Form {
  const blank = blankForm(rules.start);
  const { cadence, window, goal, proof, makeup } = rules;
  const days = cadence.kind === 'rrule' ? weekdaysOf(cadence.rrule) : undefined;
  const every = cadence.kind === 'rrule' ? intervalOf(cadence.rrule) : undefined;
  return {
    ...blank,
    title: rules.title, end: rules.end ?? '', cadence: every === undefined ? cadence.kind : 'interval', every: every ?? blank.every, times: cadence.kind === 'perWeek' ? cadence.n : blank.times, weekdays: days ?? blank.weekdays,
    kept: cadence.kind === 'rrule' && !days && every === undefined ? cadence.rrule : undefined,
    hasWindow: window !== undefined, from: window?.from ?? blank.from, to: window?.to ?? blank.to, goal: goal?.kind ?? 'none', goalDays: goal?.days ?? blank.goalDays,
    proof: proof.kind, words: proof.kind === 'text' ? proof.minWords : blank.words, unit: proof.kind === 'number' ? proof.unit : '', min: proof.kind === 'number' ? (proof.min ?? 0) : 0,
    cards: makeup?.cards ?? 0, age: makeup?.maxAgeDays ?? blank.age, review: rules.review, strict: rules.strict, report: rules.report !== 'off', teams: rules.teams ?? [],
  };
}

function cadenceOf({ cadence, times, every, weekdays, kept }: Form): Rules['cadence'] {
  if (cadence === 'perWeek') return { kind: cadence, n: times };
  if (cadence === 'rrule') return { kind: cadence, rrule: kept ?? `FREQ=WEEKLY;BYDAY=${WEEKDAYS.filter((day) => weekdays.includes(day)).join(',')}` };
  return cadence === 'interval' ? { kind: 'rrule', rrule: `FREQ=DAILY;INTERVAL=${every}` } : { kind: cadence };
}

function proofOf({ proof, words, unit, min }: Form): ProofRule {
  if (proof === 'text') return { kind: proof, minWords: words };
  if (proof === 'number') return { kind: proof, unit: unit.trim(), ...(min > 0 ? { min } : {}) };
  return { kind: proof };
}

const named = ({ teams }: Form): { name: string; members: string[] }[] => teams.filter(({ name }) => name.trim() !== '').map(({ name, members }) => ({ name: name.trim(), members: [...members] }));

/** The rules as they stand in the form. */
export function rulesOf(form: Form): Rules {
  const { title, start, end, hasWindow, from, to, goal, goalDays, cards, age, review, strict, report, cadence } = form;
  const teams = named(form);
  return {
    title: title.trim(), start, ...(end === '' ? {} : { end }), cadence: cadenceOf(form), ...(hasWindow ? { window: { from, to } } : {}), ...(goal === 'none' ? {} : { goal: { kind: goal, days: goalDays } }),
    ...(cards > 0 && cadence !== 'perWeek' ? { makeup: { cards, maxAgeDays: age } } : {}), proof: proofOf(form), review, strict, report: report ? 'weekly' : 'off', ...(teams.length > 0 ? { teams } : {}),
  };
}

/** What is left to write before it can be sent; the cloud names what is wrong with the rest. */
export function lackOf({ title, cadence, weekdays, kept, proof, unit, start, end }: Form): 'title' | 'weekdays' | 'unit' | 'end' | undefined {
  if (title.trim() === '') return 'title';
  if (cadence === 'rrule' && kept === undefined && weekdays.length === 0) return 'weekdays';
  if (proof === 'number' && unit.trim() === '') return 'unit';
  return end === '' || end >= start ? undefined : 'end';
}

/** The highest goal there can be; Infinity without an end. */
const mostOf = (form: Form): number => chancesOf(rulesOf(form));

/** The goal of who keeps to the rules from the first day to the last. */
function wholeOf(form: Form): number {
  const { start, end, cadence, times, goal } = form;
  if (cadence !== 'perWeek' || goal !== 'total' || end === '') return mostOf(form);
  return Math.min(mostOf(form), times * Math.ceil((dayNumber(end) - dayNumber(start) + 1) / 7));
}

/** The form after a change: a goal that was all there is stays that, and none is more than there is. */
export function changed(form: Form, change: Partial<Form>): Form {
  const after = { ...form, ...change };
  if (after.goal === 'none' || lackOf({ ...after, title: '-', unit: '-' })) return after;
  const [most, whole] = [mostOf(after), wholeOf(after)];
  const isKept = change.goalDays === undefined && form.goal !== 'none' && form.goalDays === wholeOf(form) && Number.isFinite(whole);
  return { ...after, goalDays: Math.max(1, Math.min(isKept ? whole : after.goalDays, most, MAX.goal)) };
}

/** All rules of the form as changes: what it is without is taken away. */
export function changesOf(form: Form): RuleChanges {
  const { start: _fixed, end = null, window = null, goal = null, makeup = null, teams = null, ...rules } = rulesOf(form);
  return { ...rules, end, window, goal, makeup, teams };
}

const FIELDS = ['title', 'end', 'cadence', 'window', 'goal', 'makeup', 'proof', 'review', 'strict', 'report', 'teams'] as const;

/** What differs, and from which day it would count; undefined where nothing does. `today` is the one who changes' own day. */
export function changeOf(rules: Rules, form: Form, today: string): { rules: Rules; from: string; waits: boolean } | undefined {
  const [before, after] = [rulesOf(formOf(rules)), rulesOf(form)];
  if (FIELDS.every((field) => JSON.stringify(after[field]) === JSON.stringify(before[field]))) return undefined;
  const { from } = changeRules(before, Object.fromEntries(FIELDS.map((field) => [field, after[field]])), today);
  return { rules: after, from, waits: dayNumber(from) > dayNumber(today) + 1 };
}
