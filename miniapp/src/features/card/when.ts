import { clockTime, dayName, daysBetween, nearDay } from '@/i18n/time';
import type { Locale } from '@/i18n/word';

const NEXT = { zh: ['明天', '后天'], en: ['Tomorrow', 'In two days'] } as const;
const DAYS = { zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;

/** A day that may lie ahead: 今天 · 明天 · 周六 within the week, with its date, else the day. */
function aheadDay(date: Date, now: Date, locale: Locale): string {
  const days = -daysBetween(date, now);
  if (days <= 0) return nearDay(date, now, locale);
  const near = NEXT[locale][days - 1];
  if (near !== undefined) return near;
  return days < 7 ? `${DAYS[locale][date.getDay()] as string} ${dayName(date, now, locale)}` : dayName(date, now, locale);
}

/** 明天 08:00 · 周六 11 月 28 日 08:00 */
export const whenName = (iso: string, now: Date, locale: Locale): string => `${aheadDay(new Date(iso), now, locale)} ${clockTime(new Date(iso))}`;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WORKDAYS = 'MO,TU,WE,TH,FR';
const NTH = { zh: ['一', '二', '三', '四'], en: ['first', 'second', 'third', 'fourth'] } as const;

interface Fields {
  [name: string]: string | undefined;
}

const nameOf = (day: string, locale: Locale): string => DAYS[locale][(WEEKDAYS.indexOf(day.slice(-2)) + 1) % 7] ?? '';

function nthName(day: string, locale: Locale): string {
  const nth = Number(day.slice(0, -2));
  if (locale === 'en') return `the ${nth < 0 ? 'last' : NTH.en[nth - 1]} ${nameOf(day, locale)}`;
  return `${nth < 0 ? '最后一个' : `第${NTH.zh[nth - 1]}个`}${nameOf(day, locale)}`;
}

function zhName({ FREQ, BYDAY, BYMONTHDAY, INTERVAL }: Fields): string {
  const n = Number(INTERVAL ?? 1);
  const each = (unit: string, counted: string): string => (n > 1 ? `每 ${n} ${counted}` : `每${unit}`);
  if (FREQ === 'DAILY') return each('天', '天');
  if (FREQ === 'YEARLY') return each('年', '年');
  if (FREQ === 'MONTHLY') return `${each('月', '个月')}${BYDAY ? nthName(BYDAY, 'zh') : BYMONTHDAY === undefined ? '' : BYMONTHDAY === '-1' ? '最后一天' : ` ${BYMONTHDAY} 号`}`;
  if (BYDAY === WORKDAYS && n === 1) return '每个工作日';
  const days = (BYDAY ?? '').split(',').filter(Boolean).map((day) => nameOf(day, 'zh'));
  return n > 1 ? `每 ${n} 周${days.length > 0 ? `的${days.join('、')}` : ''}` : days.length > 0 ? `每${days.join('、')}` : '每周';
}

function enName({ FREQ, BYDAY, BYMONTHDAY, INTERVAL }: Fields): string {
  const n = Number(INTERVAL ?? 1);
  const each = (unit: string): string => (n > 1 ? `Every ${n} ${unit}s` : `Every ${unit}`);
  if (FREQ === 'DAILY') return each('day');
  if (FREQ === 'YEARLY') return each('year');
  if (FREQ === 'MONTHLY') return `${each('month')}${BYDAY ? `, ${nthName(BYDAY, 'en')}` : BYMONTHDAY === undefined ? '' : BYMONTHDAY === '-1' ? ', the last day' : `, day ${BYMONTHDAY}`}`;
  if (BYDAY === WORKDAYS && n === 1) return 'Every weekday';
  const days = (BYDAY ?? '').split(',').filter(Boolean).map((day) => nameOf(day, 'en'));
  return days.length === 0 ? each('week') : n > 1 ? `${each('week')}: ${days.join(', ')}` : `Every ${days.join(', ')}`;
}

/** How often, of an RRULE: 每个工作日 · Every 2 weeks: Mon */
export function repeatName(rrule: string, locale: Locale): string {
  const fields: Fields = {};
  for (const part of rrule.split(';')) fields[part.split('=')[0] as string] = part.split('=')[1];
  return locale === 'zh' ? zhName(fields) : enName(fields);
}

/** 4:07 */
export function leftName(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
