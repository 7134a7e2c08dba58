import Taro from '@tarojs/taro';
import type { CalendarEntry } from './calendarEntry';

/** Puts a repeating reminder into the phone's calendar; false where it did not get there. */
export async function addToCalendar({ title, first, last }: CalendarEntry): Promise<boolean> {
  const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);
  const option = { title, startTime: seconds(first), repeatInterval: 'day' as const, ...(last ? { repeatEndTime: seconds(last) } : {}), alarm: true, alarmOffset: 0 };
  try {
    await Taro.addPhoneRepeatCalendar(option as unknown as Parameters<typeof Taro.addPhoneRepeatCalendar>[0]);
    return true;
  } catch {
    return false;
  }
}
