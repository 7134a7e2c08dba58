import { civilOf, dayOf, weekdayOf } from '@shared/domain/civil';
import { dayNumber } from '@shared/domain/checkin/plan';
import type { Challenge } from '@shared/wire/challenge';
import type { ProofRule, Rules } from '@shared/wire/challengeRules';
import { repeatName, whenName } from '@/features/card/when';
import { dayName, weekdayName } from '@/i18n/time';
import type { SpeakPunch } from './words';

/* Rules and days in words. Pure. */

/** A calendar day (YYYY-MM-DD) as a date of this device, at noon. */
export function dateOf(day: string): Date {
  const { year, month, day: date } = civilOf(dayNumber(day));
  return new Date(year, month - 1, date, 12);
}

/** This device's date as a day number. */
export const dayOfDate = (date: Date): number => dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate()) ?? 0;

/** 11 月 18 日 */
export const dayWords = (day: string, t: SpeakPunch): string => dayName(dateOf(day), new Date(), t.locale);

/** 11 月 18 日 周三 */
export const dayInFull = (day: string, t: SpeakPunch): string => `${dayWords(day, t)} ${weekdayName(weekdayOf(dayNumber(day)), t.locale)}`;

export function cadenceName({ cadence }: Pick<Rules, 'cadence'>, t: SpeakPunch): string {
  if (cadence.kind === 'perWeek') return t('say.perWeek', { n: cadence.n });
  return cadence.kind === 'rrule' ? repeatName(cadence.rrule, t.locale).replace(/^E/, 'e') : t(`say.${cadence.kind}`);
}

/** Midnight at the end of a day is said as 24:00. */
const closing = (to: string): string => (to === '00:00' ? '24:00' : to);

/** Whether a window lasts past midnight; up to midnight itself is not past it. */
export const isPastMidnight = ({ from, to }: { from: string; to: string }): boolean => to <= from && to !== '00:00';

export function windowName(window: Rules['window'], t: SpeakPunch): string {
  if (!window) return '';
  return t(isPastMidnight(window) ? 'say.at.past' : 'say.at', { from: window.from, to: closing(window.to) });
}

export function proofSentence(proof: ProofRule, t: SpeakPunch): string {
  if (proof.kind === 'text') return t('say.proof.text', { n: proof.minWords });
  if (proof.kind !== 'number') return t(`say.proof.${proof.kind}`);
  return proof.min ? t('say.proof.number.min', { n: proof.min, unit: proof.unit }) : t('say.proof.number', { unit: proof.unit });
}

function goalSentence({ goal, cadence }: Rules, t: SpeakPunch): string {
  if (!goal) return '';
  const isWeeks = goal.kind === 'consecutive' && cadence.kind === 'perWeek';
  return t(isWeeks ? 'say.goal.weeks' : `say.goal.${goal.kind}`, { n: goal.days });
}

/** When to check in: 每天 06:00–08:00 */
export const timesName = (rules: Pick<Rules, 'cadence' | 'window'>, t: SpeakPunch): string => cadenceName(rules, t) + windowName(rules.window, t);

/** All the rules, read back in a few plain sentences. */
export function rulesSentence(rules: Rules, t: SpeakPunch): string {
  const { start, end, makeup, cadence } = rules;
  const cards = makeup?.cards ?? 0;
  return [
    cadence.kind === 'perWeek' ? t('say.punch.perWeek', { n: cadence.n, at: windowName(rules.window, t) }) : t('say.punch', { when: timesName(rules, t) }),
    end === undefined ? t('say.span.open', { start: dayWords(start, t) }) : t('say.span', { start: dayWords(start, t), end: dayWords(end, t) }),
    goalSentence(rules, t),
    proofSentence(rules.proof, t),
    rules.cadence.kind === 'perWeek' ? '' : cards > 0 ? t('say.makeup', { n: cards, age: makeup?.maxAgeDays ?? 0 }) : t('say.makeup.none'),
    rules.review ? t('say.review') : '',
    rules.strict ? t('say.strict') : '',
    t('say.stake'),
  ].join('');
}

/** 06:00–08:00's end, for the button. */
export const closesWords = (window: Rules['window'], t: SpeakPunch): string =>
  window ? t(isPastMidnight(window) ? 'big.until.next' : 'big.until', { time: closing(window.to) }) : t('big.today');

/** When the next reminder comes, and by which way with so many messages left in WeChat; undefined where none is known. */
export function nextReminder({ next }: Challenge['mine']['reminder'], left: number, t: SpeakPunch): string | undefined {
  if (!next || Date.parse(next.at) < Date.now()) return undefined;
  const when = whenName(next.at, new Date(), t.locale);
  return left > 0 ? t('remind.next.wechat', { when, n: left }) : t('remind.next.app', { when });
}
