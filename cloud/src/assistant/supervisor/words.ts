import type { Locale } from '../../agents';
import type { DayStanding, Moment, PastWeek } from '../../checkin';

/** A line that is said, with the entries it rests on. */
export interface Told {
  challengeId: string;
  text: string;
  entryIds: string[];
  what: Moment['kind'] | 'nudge' | 'week';
}

type Said = (moment: Moment, who: string, day: string) => string;

const rowZh = ({ n, unit }: Moment): string => (unit === 'weeks' ? `连续 ${n} 周` : unit === 'days' ? `连续 ${n} 天` : `累计 ${n} 天`);
const rowEn = ({ n, unit }: Moment): string => `${n} ${unit === 'weeks' ? 'week' : 'day'}${n === 1 ? '' : 's'} ${unit === 'in-all' ? 'in all' : 'in a row'}`;

/* Each says what the ledger counts and no more: of a return not how long it took. */
const MOMENTS: Record<Locale, Record<Moment['kind'], Said>> = {
  zh: {
    goal: (moment, who) => `${who}达成了「${moment.title}」的目标：${rowZh(moment)}。`,
    all: ({ title, n }, _who, day) => `「${title}」${day}全员 ${n} 人都打了。`,
    streak: ({ title, n, unit }, who) => `${who}的「${title}」连续第 ${n} ${unit === 'weeks' ? '周' : '天'}了。`,
    back: ({ title, n }, who) => `${who}又打上「${title}」了，累计 ${n} 天。`,
  },
  en: {
    goal: (moment, who) => `${who} has reached the goal of “${moment.title}”: ${rowEn(moment)}.`,
    all: ({ title, n }, _who, day) => `All ${n} have checked in to “${title}” ${day}.`,
    streak: ({ title, n, unit }, who) => `${who}: ${n} ${unit === 'weeks' ? 'weeks' : 'days'} of “${title}” in a row.`,
    back: (moment, who) => `${who} is back at “${moment.title}”: ${rowEn(moment)}.`,
  },
};

const DAYS: Record<Locale, [today: string, before: string]> = { zh: ['今天', '昨天'], en: ['today', 'yesterday'] };

/** What is said of a moment, on the day itself or after a night of quiet. */
export function cheerOf(moment: Moment, who: string, isToday: boolean, locale: Locale): Told {
  const { challengeId, entryIds, kind } = moment;
  return { challengeId, entryIds, what: kind, text: MOMENTS[locale][kind](moment, who, DAYS[locale][isToday ? 0 : 1]) };
}

function openZh({ done, open, closesAt }: DayStanding, names: readonly string[]): string {
  const until = closesAt === undefined ? '今天之内都算' : `${closesAt} 前都算`;
  const others = open.length - names.length;
  if (names.length === 0) return `今天${done.length === 0 ? '还没有人打' : ` ${done.length} 人打了，还有 ${open.length} 人没打`}，${until}。`;
  return `还没打的：${names.join('、')}${others > 0 ? `，另有 ${others} 人` : ''}。${until}。`;
}

function openEn({ done, open, closesAt }: DayStanding, names: readonly string[]): string {
  const until = closesAt === undefined ? 'Any time today counts' : `Until ${closesAt} it counts`;
  const others = open.length - names.length;
  if (names.length === 0) return `${done.length === 0 ? 'nobody has checked in yet today' : `${done.length} checked in today, ${open.length} to go`}. ${until}.`;
  return `still to check in: ${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}. ${until}.`;
}

/** Who is still to check in: how many, and who where the group chose so. `names`: of those who may be named. */
export const nudgeOf = (standing: DayStanding, names: readonly string[], locale: Locale): string => (locale === 'zh' ? `「${standing.title}」${openZh(standing, names)}` : `“${standing.title}”: ${openEn(standing, names)}`);

/** Lines of a week that several challenges share. */
const MOST_LINES = 12;

const shortDay = (day: string, locale: Locale): string => {
  const [, month = '', date = ''] = day.split('-').map(Number).map(String);
  return locale === 'zh' ? `${month}月${date}日` : `${date}/${month}`;
};

export const weekHead = (from: string, to: string, locale: Locale): string => (locale === 'zh' ? `上周的打卡（${shortDay(from, locale)}到${shortDay(to, locale)}）：` : `Check-ins of last week (${shortDay(from, locale)} to ${shortDay(to, locale)}):`);

/** A week as lines of the log, each challenge with as many as there is room for. */
export function weekOf(weeks: readonly PastWeek[], locale: Locale): Told[] {
  const most = Math.max(1, Math.floor(MOST_LINES / weeks.length));
  return weeks.flatMap(({ challengeId, title, lines }) =>
    lines.slice(0, most).map(({ text, entryIds }, i) => ({ challengeId, entryIds, what: 'week' as const, text: i > 0 ? `\n· ${text}` : locale === 'zh' ? `\n「${title}」${text}` : `\n“${title}”: ${text}` })),
  );
}
