const formats = new Map<string, Intl.DateTimeFormat>();

/** Parts of an instant in a zone, always by the same calendar and digits. */
function fields(seconds: number, zone: string): Record<string, string> {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', weekday: 'short' });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]));
}

/** The ways of saying when a message was sent that need no other source: date with time, date, time. */
export function waysOfSaying(seconds: number, zone: string): string[] {
  const { month, day, hour, minute } = fields(seconds, zone);
  const dates = [`${month}月${day}日`, `${month}/${day}`];
  return [...dates.map((date) => `${date} ${hour}:${minute}`), ...dates, `${hour}:${minute}`];
}

/** Date, weekday and time of an instant, for the model. */
export function stamp(seconds: number, zone: string): string {
  const { year, month, day, weekday, hour, minute } = fields(seconds, zone);
  return `${year}-${month}-${day} ${weekday} ${hour}:${minute}`;
}

/** When a message was sent, as one says it: the time alone on the same day, else with the date. */
export function spokenTime(seconds: number, nowSeconds: number, zone: string, locale: 'zh' | 'en'): string {
  const then = fields(seconds, zone);
  const now = fields(nowSeconds, zone);
  const time = `${then['hour']}:${then['minute']}`;
  const isSameDay = then['year'] === now['year'] && then['month'] === now['month'] && then['day'] === now['day'];
  if (isSameDay) return time;
  return locale === 'zh' ? `${then['month']}月${then['day']}日 ${time}` : `${then['month']}/${then['day']} ${time}`;
}
