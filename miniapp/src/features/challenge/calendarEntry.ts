/** A daily reminder for a calendar. */
export interface CalendarEntry {
  title: string;
  /** When it rings first; then at the same time each day. */
  first: Date;
  /** The last day, if there is one. */
  last?: Date | undefined;
  /** Days it rings on, as an RRULE. */
  rrule: string;
}

const two = (n: number): string => String(n).padStart(2, '0');
const local = (date: Date): string => `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}T${two(date.getHours())}${two(date.getMinutes())}00`;
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** The entry as an iCalendar file (RFC 5545), in floating time: it rings by the clock of wherever the person is. */
export function icsOf({ title, first, last, rrule }: CalendarEntry, uid: string, now: Date): string {
  const rule = last && !/UNTIL=/.test(rrule) ? `${rrule};UNTIL=${local(last)}` : rrule;
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Pai//Challenge//EN', 'BEGIN:VEVENT', `UID:${uid}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`, `DTSTART:${local(first)}`, 'DURATION:PT10M', `RRULE:${rule}`, `SUMMARY:${escaped(title)}`,
    'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:PT0S', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}
