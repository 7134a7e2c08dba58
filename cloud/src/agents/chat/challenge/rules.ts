import { dayText, DAY, parseDay, wallDay } from '@shared/domain/civil';
import { planOf } from '@shared/domain/checkin/plan';
import type { CardRow } from '@shared/wire/card';
import type { Rules } from '@shared/wire/challengeRules';
import { time, wallOf, type TimeItem } from '../../../engine/time';
import { makeupsIn, proofIn, timesAWeek } from './amounts';
import { titleIn } from './title';

/** What was understood of an ask, and which rows nobody said anything about. */
export interface Read {
  rules: Rules;
  assumed: CardRow['field'][];
}

export type Lack = 'habit' | 'window';

const WORKDAYS = 'BYDAY=MO,TU,WE,TH,FR';
/** How far back a day may be made up where only the number of cards was said. */
const MAKEUP_DAYS = 3;
const SECONDS_A_DAY = DAY / 1000;

type Cadence = Rules['cadence'];

function cadenceOf(text: string, items: readonly TimeItem[]): Cadence | undefined {
  const weekly = timesAWeek(text);
  if (weekly) return { kind: 'perWeek', n: weekly.n };
  const rrule = items.find((item) => item.rrule !== undefined)?.rrule?.replace(/;BY(?:HOUR|MINUTE)=\d+/g, '');
  if (rrule === undefined) return /工作日|\bweekdays?\b/i.test(text) ? { kind: 'weekdays' } : /周末|\bweekends?\b/i.test(text) ? { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' } : undefined;
  if (rrule === 'FREQ=DAILY') return { kind: 'daily' };
  if (rrule === `FREQ=WEEKLY;${WORKDAYS}`) return { kind: 'weekdays' };
  return rrule === 'FREQ=WEEKLY' ? { kind: 'perWeek', n: 1 } : { kind: 'rrule', rrule };
}

const clockOf = (iso: string): string => iso.slice(11, 16);
const isWholeDay = (iso: string | undefined): boolean => iso === undefined || clockOf(iso) === '00:00';

/** From when to when of a day; `window` where a moment alone is named. */
function windowOf(items: readonly TimeItem[]): Rules['window'] | 'window' | undefined {
  const recurring = items.find(({ window }) => window)?.window;
  // midnight at the end of a day
  if (recurring) return { from: recurring.from, to: recurring.to === '24:00' ? '00:00' : recurring.to };
  const range = items.find(({ kind, from, to }) => kind === 'range' && (!isWholeDay(from) || !isWholeDay(to)));
  if (range) return { from: range.from ? clockOf(range.from) : '00:00', to: range.to ? clockOf(range.to) : '00:00' };
  return items.some(({ kind, from, rrule }) => (kind === 'recurring' && /BYHOUR/.test(rrule ?? '')) || (kind === 'point' && !isWholeDay(from))) ? 'window' : undefined;
}

const UNTIL = /(?:到|至|截止|截至|until|till)\s*$/i;

/** The first and the last day, as far as they are said; `length` in days. */
function daysOf(text: string, items: readonly TimeItem[], today: number): { start?: number; end?: number; length?: number } {
  const whole = items.filter(({ kind, from, to }) => (kind === 'range' || kind === 'point') && isWholeDay(from) && isWholeDay(to));
  const isEnd = ({ kind, span, to, from }: TimeItem): boolean => from !== undefined && (kind === 'point' || to === undefined) && UNTIL.test(text.slice(0, span[0]));
  const day = (iso: string | undefined): number | undefined => (iso === undefined ? undefined : (parseDay(iso.slice(0, 10)) ?? undefined));
  const starts = whole.flatMap((item) => (isEnd(item) || /周末|weekend/i.test(item.text) ? [] : (day(item.from) ?? [])));
  // of 暑假，7月26日起 the day, not the season
  const start = starts.find((one) => one >= today) ?? (starts.length > 0 ? today : undefined);
  const until = day(whole.find(isEnd)?.from);
  const last = day(whole.find(({ kind, from, to, text: said }) => kind === 'range' && from && to && !/周末|weekend/i.test(said))?.to);
  const length = items.map(({ kind, seconds }) => (kind === 'duration' && seconds ? seconds / SECONDS_A_DAY : 0)).find((days) => days >= 2 && Number.isInteger(days));
  const end = until ?? (last === undefined ? undefined : last - 1);
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }), ...(length === undefined ? {} : { length }) };
}

/** Today, where there is still time to check in. */
function firstDay(now: Date, zone: string, window: Rules['window']): number {
  const wall = wallOf(now.toISOString(), zone);
  const today = wallDay(wall);
  return window && window.to > window.from && new Date(wall).toISOString().slice(11, 16) >= window.to ? today + 1 : today;
}

function goalOf(text: string, length: number | undefined, cadence: Cadence): Rules['goal'] {
  if (length === undefined) return undefined;
  if (/连续|in a row|consecutive|straight/i.test(text)) return { kind: 'consecutive', days: length };
  if (/累计|一共|总共|in (?:all|total)/i.test(text)) return { kind: 'total', days: length };
  return cadence.kind === 'daily' ? { kind: 'total', days: length } : undefined;
}

/** A length that is a goal says nothing of the end: whoever misses a day goes on. */
const isGoalAlone = (text: string): boolean => /连续|累计|in a row|consecutive/i.test(text);

/** Reads the rules of a challenge out of an ask. What is not said is the usual, and told as such; what cannot be guessed is asked for. */
export function rulesIn(text: string, now: Date, zone: string, given = ''): Read | Lack {
  const { items } = time({ text, now: now.toISOString(), zone });
  const window = windowOf(items);
  if (window === 'window') return 'window';
  const amounts = items.filter(({ kind, seconds }) => kind === 'duration' && (seconds ?? 0) < SECONDS_A_DAY);
  const title = (titleIn(text, items.filter((item) => !amounts.includes(item)).map(({ span }) => span)) || given).slice(0, 40);
  if (title === '') return 'habit';
  const cadence = cadenceOf(text, items);
  const { start: said, end: last, length } = daysOf(text, items, firstDay(now, zone, undefined));
  const start = said ?? firstDay(now, zone, window);
  const end = last ?? (length === undefined || isGoalAlone(text) ? undefined : start + length - 1);
  const cards = makeupsIn(text);
  const proof = proofIn(text);
  const rules: Rules = {
    title,
    start: dayText(start),
    ...(end === undefined || end < start ? {} : { end: dayText(end) }),
    cadence: cadence ?? { kind: 'daily' },
    ...(window ? { window } : {}),
    ...(cards && cards.cards > 0 ? { makeup: { cards: cards.cards, maxAgeDays: MAKEUP_DAYS } } : {}),
    proof: proof ?? { kind: 'tap' },
    review: /审核|管理员(?:看|确认)|\breview/i.test(text),
    strict: false,
  };
  const goal = goalOf(text, length, rules.cadence);
  const isSaid: Partial<Record<CardRow['field'], boolean>> = { cadence: cadence !== undefined, window: window !== undefined, days: said !== undefined || last !== undefined || length !== undefined, makeup: cards !== undefined, proof: proof !== undefined };
  return { rules: goal && (rules.end === undefined || goal.days <= daysIn(rules)) ? { ...rules, goal } : rules, assumed: (Object.keys(isSaid) as CardRow['field'][]).filter((field) => !isSaid[field]) };
}

function daysIn(rules: Rules): number {
  const plan = planOf(rules);
  let count = 0;
  for (let day = plan.start; day <= plan.on(plan.start).end; day++) if (plan.on(day).isRequired(day)) count++;
  return count;
}
