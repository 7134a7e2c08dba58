import { DAY } from '@shared/domain/civil';
import type { Locale } from '@shared/wire/errors';
import { MINUTE } from '../../infra/clock';

/** A reminder that is to be said. */
export interface Due {
  challengeId: string;
  paiId: string;
  title: string;
  /** Day number. */
  day: number;
  /** When it is to be said: an instant, and on the member's clock. */
  dueAt: number;
  dueWall: number;
  /** When its day closes, on the member's clock; absent where the day ends with the calendar's. */
  closesWall?: number;
}

/** From here on a reminder says that it is late. */
const LATE = 10 * MINUTE;

const clock = (wall: number): string => new Date(wall).toISOString().slice(11, 16);

function lateTime(first: Due, now: number): string | undefined {
  return now - first.dueAt > LATE ? clock(first.dueWall) : undefined;
}

const joined = (dues: readonly Due[], locale: Locale): string => dues.map(({ title }) => title).join(locale === 'zh' ? '、' : ', ');

/** What a reminder says, in the order things are due. No model has a hand in it. */
export function wordsOf(dues: readonly [Due, ...Due[]], now: number, locale: Locale): string {
  const late = lateTime(dues[0], now);
  const said = locale === 'zh' ? `该打卡了：${joined(dues, locale)}` : `Time to check in: ${joined(dues, locale)}`;
  if (late === undefined) return said;
  return said + (locale === 'zh' ? `（晚了，本该 ${late} 提醒）` : ` (late: due at ${late})`);
}

const LAST_MINUTE = DAY - MINUTE;

/** The same for the keywords of a subscribe message: what, when, and a note of at most 20 characters. */
export function valuesOf(dues: readonly [Due, ...Due[]], now: number, locale: Locale): { what: string; when: string; note: string } {
  const late = lateTime(dues[0], now);
  const closes = Math.min(...dues.map(({ closesWall, day }) => closesWall ?? day * DAY + LAST_MINUTE));
  const zh = late === undefined ? `${clock(closes)} 前打都算` : `晚了，本该 ${late} 提醒`;
  const en = late === undefined ? `open until ${clock(closes)}` : `late: due at ${late}`;
  return { what: joined(dues, locale), when: clock(dues[0].dueWall), note: locale === 'zh' ? zh : en };
}
