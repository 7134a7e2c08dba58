import { freshId } from '@/platform/random';
import { saveFile } from '@/platform/device';
import { icsOf, type CalendarEntry } from './calendarEntry';

/** Hands over a file every calendar takes. */
export function addToCalendar(entry: CalendarEntry): Promise<boolean> {
  const url = URL.createObjectURL(new Blob([icsOf(entry, `${freshId()}@pai`, new Date())], { type: 'text/calendar' }));
  return saveFile(url, `${entry.title}.ics`);
}
