import { dayText, DAY, parseDay, wallDay } from '@shared/domain/civil';
import { planOf } from '@shared/domain/checkin/plan';
import type { CardRow } from '@shared/wire/card';
import type { Rules } from '@shared/wire/challengeRules';
import { time, wallOf, type TimeItem } from '../../../engine/time';
import { makeupsIn, proofIn, withAmount } from './amounts';
import { oftenIn } from './cadence';
import { teamsIn } from './teams';
import { nameIn, titleIn } from './title';

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
  const rrule = items.find((item) => item.rrule !== undefined)?.rrule?.replace(/;BY(?:HOUR|MINUTE)=\d+/g, '');
  if (rrule === undefined) return /工作日|\bweekdays?\b/i.test(text) ? { kind: 'weekdays' } : /周末|\bweekends?\b/i.test(text) ? { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' } : undefined;
  if (rrule === 'FREQ=DAILY') return /工作日|\bweekdays?\b/i.test(text) ? { kind: 'weekdays' } : { kind: 'daily' };
  if (rrule === `FREQ=WEEKLY;${WORKDAYS}`) return { kind: 'weekdays' };
  return rrule === 'FREQ=WEEKLY' ? { kind: 'perWeek', n: 1 } : { kind: 'rrule', rrule };
}

const clockOf = (iso: string): string => iso.slice(11, 16);
const isWholeDay = (iso: string | undefined): boolean => iso === undefined || clockOf(iso) === '00:00';

/** From when to when of a day; `window` where a moment alone is named. */
function windowOf(items: readonly TimeItem[]): Rules['window'] | 'window' | undefined {
  const recurring = items.find(({ window }) => window)?.window;
  // midnight at the end of a day
  const to = recurring?.to === '24:00' ? '00:00' : recurring?.to;
  if (recurring && to !== undefined) return recurring.from === to ? undefined : { from: recurring.from, to };
  const range = items.find(({ kind, from, to }) => kind === 'range' && (!isWholeDay(from) || !isWholeDay(to)));
  const said = { from: range?.from ? clockOf(range.from) : '00:00', to: range?.to ? clockOf(range.to) : '00:00' };
  if (range) return said.from === said.to ? undefined : said;
  return items.some(({ kind, from, rrule }) => (kind === 'recurring' && /BYHOUR/.test(rrule ?? '')) || (kind === 'point' && !isWholeDay(from))) ? 'window' : undefined;
}

const UNTIL = /(?:到|至|截止|截至|until|till)\s*$/i;
const ENDS = /^\s*(?:结束|截止|为止|止)/;

/** Midnight said as a time is no day. */
const CLOCK = /[点时晚夜:：]|[ap]m\b|midnight/i;

const day = (iso: string | undefined): number | undefined => (iso === undefined ? undefined : (parseDay(iso.slice(0, 10)) ?? undefined));

/** The last day of what was read whole days of: they end at a midnight. */
function lastOf(item: TimeItem | undefined): number | undefined {
  const after = day(item?.to);
  return after === undefined ? day(item?.from) : after - 1;
}

/** The first and the last day, as far as they are said; `length` in days. */
function daysOf(text: string, items: readonly TimeItem[], today: number): { start?: number; end?: number; length?: number } {
  const whole = items.filter(({ kind, from, to, text: said }) => (kind === 'range' || kind === 'point') && isWholeDay(from) && isWholeDay(to) && !CLOCK.test(said));
  // until Dec 31 begins nowhere, 到年底 where the end of the year does
  const isEnd = ({ span, from }: TimeItem): boolean => from === undefined || UNTIL.test(text.slice(0, span[0])) || ENDS.test(text.slice(span[1]));
  const starts = whole.flatMap((item) => (isEnd(item) || /周末|weekend/i.test(item.text) ? [] : (day(item.from) ?? [])));
  // of 暑假，7月26日起 the day, not the season
  const start = starts.find((one) => one >= today) ?? (starts.length > 0 ? today : undefined);
  const until = lastOf(whole.find(isEnd));
  const last = lastOf(whole.find(({ kind, from, to, text: said }) => kind === 'range' && from && to && !/周末|weekend/i.test(said)));
  const length = items.map(({ kind, seconds }) => (kind === 'duration' && seconds ? seconds / SECONDS_A_DAY : 0)).find((days) => days >= 2 && Number.isInteger(days));
  const end = until ?? last;
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

/** What is done, not when: of 晨跑 the 晨 is no morning, of 周五一起 the 一 no Monday. */
const NO_TIME = /[晨夜](?=[跑读练骑泳])|早(?=[起睡读餐饭操教])|午(?=[睡休觉餐饭])|晚(?=[睡餐饭])|一[起块]/g;

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const END_OF_MONTH = new RegExp(`\\b(?:the )?end of (${MONTHS.join('|')})\\b`, 'gi');

/** An ask with what is said in ways the reader of times does not know said in those it does: two weeks, 10 minutes are two lengths. */
const plain = (ask: string): string =>
  ask.replace(/(?<=\b(?:day|week|month)s?),(?= \d)/gi, ';').replace(END_OF_MONTH, (_said, month: string) => `${month} ${LAST_DAYS[MONTHS.indexOf(month.toLowerCase())]}`);

/** Reads the rules of a challenge out of an ask. What is not said is the usual, and told as such; what cannot be guessed is asked for. */
export function rulesIn(ask: string, now: Date, zone: string, given = ''): Read | Lack {
  const { rest, teams } = teamsIn(ask);
  const { rest: text, cadence: often } = oftenIn(plain(rest));
  const { items } = time({ text: text.replace(NO_TIME, (said) => '，'.repeat(said.length)), now: now.toISOString(), zone });
  const window = windowOf(items);
  if (window === 'window') return 'window';
  const amounts = items.filter(({ kind, seconds }) => kind === 'duration' && (seconds ?? 0) < SECONDS_A_DAY);
  const title = (nameIn(ask) ?? (titleIn(text, items.filter((item) => !amounts.includes(item)).map(({ span }) => span)) || given)).slice(0, 40);
  if (title === '') return 'habit';
  const cadence = often ?? cadenceOf(text, items);
  const { start: said, end: last, length } = daysOf(text, items, firstDay(now, zone, undefined));
  const start = said ?? firstDay(now, zone, window);
  const end = last ?? (length === undefined || isGoalAlone(text) ? undefined : start + length - 1);
  const cards = makeupsIn(text);
  const proof = proofIn(text);
  const rules: Rules = {
    title: withAmount(title, text, proof).slice(0, 40),
    start: dayText(start),
    ...(end === undefined || end < start ? {} : { end: dayText(end) }),
    cadence: cadence ?? { kind: 'daily' },
    ...(window ? { window } : {}),
    ...(cards && cards.cards > 0 ? { makeup: { cards: cards.cards, maxAgeDays: MAKEUP_DAYS } } : {}),
    proof: proof ?? { kind: 'tap' },
    review: /审核|管理员(?:看|确认)|\breview/i.test(text),
    strict: false,
    ...(teams ? { teams } : {}),
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
