import { fold } from '../text/fold';
import { time } from '../time';

const WEEKDAYS = ['日天7', '一1', '二2', '三3', '四4', '五5', '六6'];

/** A clock alone names no day, though one is worked out for it. */
const NAMES_DAY = /[今明后昨]|天|日|号|周|星期|礼拜|day|tomorrow|tonight|week/i;

/** When and where a message was sent: seconds, and the zone its author lives in. */
export interface Sent {
  at: number;
  zone: string;
}

/**
 * The days a message speaks of, seen from when it was sent, as patterns of the ways of naming them: for 明天 sent on
 * 26 November 11月27日, 27号, 11/27, 周五.
 */
export function namesOfDays(text: string, { at, zone }: Sent): RegExp[] {
  const { items } = time({ text, now: new Date(at * 1000).toISOString(), zone });
  const days = new Set(items.flatMap(({ kind, from, text: words }) => (from !== undefined && NAMES_DAY.test(words) && (kind === 'point' || kind === 'range') ? [from.slice(0, 10)] : [])));
  return [...days].map((day) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] as string;
    return new RegExp(`(?:(?:${year}年)?(?<!\\d)0?${month}(?:月|[/-])0?${date}[日号]?(?!\\d)|(?<![\\d月/-])${date}[日号]|(?<![上下])(?:周|星期|礼拜)[${weekday}])`, 'g');
  });
}

/** A folded sentence without the days that its sources mean by other words. */
export const withoutDays = (text: string, sources: readonly { text: string; sent?: Sent | undefined }[]): string =>
  sources.flatMap((source) => (source.sent ? namesOfDays(fold(source.text), source.sent) : [])).reduce((rest, day) => rest.replace(day, ' '), text);
