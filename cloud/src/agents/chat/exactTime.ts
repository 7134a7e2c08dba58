import { readRule } from '@shared/domain/recurrence/rule';
import { nextTime } from '../../engine/recurrence';
import { time, type TimeItem } from '../../engine/time';

/** An exact future moment read out of the words of an ask. */
export interface Moment {
  at: Date;
  rrule?: string;
  /** The words it was read from. */
  said: string;
  /** Where they stand, with those around them that only say how long before. */
  spans: [number, number][];
}

/** `time`: no exact time is named; `past`: it is over; `repeat`: it repeats in a way reminders cannot. */
export type NoMoment = 'time' | 'past' | 'repeat';

const HOUR = 3_600_000;
/** Says a time of day, not only a day: without it nothing is exact. */
const NAMES_CLOCK = /[点时:：]|\d\s*[ap]\.?m|o'?clock|noon|midnight|午夜|正午|分钟|秒|之?后|半小时|\bin (?:an?|half|\d)|\d\s*(?:min|h)/i;
const SAYS_PART = /[早晨晚夜:：]|上午|下午|中午|凌晨|傍晚|正午|[ap]\.?m\b|morning|evening|night|noon|后|\bin\b|零点/i;
const ONLY_CLOCK = /^(?:\d{1,2}|[一二两三四五六七八九十]{1,3})\s*[点时](?:半|[一二三四五六七八九十\d]{1,3}分?|[一三]刻|整|钟)?$/;
const TIMER = /定时|计时|倒计时|闹钟|timer|\bin\b/i;
const BEFORE = /提前\s*$/;
const WISH = /提醒|叫|喊|闹钟|remind|wake|ping|nudge/i;
const WAKING = { from: 7, to: 23 };
/** Hours in which the next reading of a bare clock is meant even at night. */
const SOON = 4;
/** A weekday alone is the coming one. */
const WEEKDAY = /(?:周|星期|礼拜)[一二三四五六日天末]|day\b/i;
const GONE = /上(?:个)?[周星礼]|昨|前天|今|last|yester|today/i;

const hourAt = (at: Date, zone: string): number => Number(new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at));

/** “3点” said at noon means this afternoon: of the readings a bare clock has, the next one people are awake at. */
function likeliest(item: TimeItem, now: Date, zone: string): Date {
  const from = new Date(item.from as string);
  if (SAYS_PART.test(item.text)) return from;
  const shifts = ONLY_CLOCK.test(item.text) ? [-12, 0, 12] : [0, 12];
  const future = (hourAt(from, zone) > 12 ? [0] : shifts).map((hours) => new Date(from.getTime() + hours * HOUR)).filter((at) => at > now);
  return future.find((at) => at.getTime() - now.getTime() <= SOON * HOUR || (hourAt(at, zone) >= WAKING.from && hourAt(at, zone) < WAKING.to)) ?? from;
}

/** The engine takes 周六 on a Saturday as that day; who wants to be reminded means the next one once it is over. */
function coming(at: Date, said: string, now: Date, zone: string): Date {
  if (at > now || !WEEKDAY.test(said) || GONE.test(said)) return at;
  return nextTime({ rrule: 'FREQ=WEEKLY', start: at, zone }, now) ?? at;
}

function pointAt(item: TimeItem, now: Date, zone: string): Moment | NoMoment {
  if (item.from === undefined || !NAMES_CLOCK.test(item.text)) return 'time';
  const at = coming(likeliest(item, now, zone), item.text, now, zone);
  return at > now ? { at, said: item.text, spans: [item.span] } : 'past';
}

/* A holiday of the Chinese calendar has no date a rule could name: the next one is not a year away. */
const isKnown = (rrule: string): boolean => readRule(rrule) !== null && (!/FREQ=YEARLY/.test(rrule) || /BYMONTH=/.test(rrule));

function repeatingAt(item: TimeItem, now: Date, zone: string): Moment | NoMoment {
  if (item.rrule === undefined || item.from === undefined || !isKnown(item.rrule)) return 'repeat';
  if (!(item.window ?? /BYHOUR/.test(item.rrule))) return 'time';
  const start = new Date(item.from);
  const at = nextTime({ rrule: item.rrule, start, zone }, now);
  return at ? { at, rrule: item.rrule, said: item.text, spans: [item.span] } : 'time';
}

function momentOf(item: TimeItem, text: string, now: Date, zone: string): Moment | NoMoment {
  if (item.kind === 'recurring') return repeatingAt(item, now, zone);
  if (item.kind !== 'duration') return pointAt(item, now, zone);
  if (!TIMER.test(text) || !item.seconds) return 'time';
  return { at: new Date(now.getTime() + item.seconds * 1000), said: item.text, spans: [item.span] };
}

/** How long before, where somebody says so: 提前半小时. */
const leadOf = (items: readonly TimeItem[], text: string): TimeItem | undefined => items.find(({ kind, span }) => kind === 'duration' && (BEFORE.test(text.slice(0, span[0])) || /^\s*(?:before|earlier|ahead)/i.test(text.slice(span[1]))));

function brought(moment: Moment, lead: TimeItem | undefined, now: Date): Moment | NoMoment {
  if (!lead?.seconds || moment.rrule !== undefined) return moment;
  const at = new Date(moment.at.getTime() - lead.seconds * 1000);
  return at > now ? { ...moment, at, said: `${moment.said} ${lead.text}`, spans: [...moment.spans, lead.span] } : 'past';
}

/**
 * The exact future moment an ask names for being reminded: of several, the one right before the wish, else the first
 * after it.
 */
export function momentIn(text: string, now: Date, zone: string): Moment | NoMoment {
  // 8点提醒王磊 is a time, 三点提醒 are three things: here the wish is known
  const { items } = time({ text: text.replaceAll('提醒', '，，'), now: now.toISOString(), zone });
  const lead = leadOf(items, text);
  const wish = text.search(WISH);
  const rest = items.filter((item) => item !== lead);
  const before = rest.filter(({ span }) => span[1] <= wish).reverse();
  const after = rest.filter(({ span }) => span[1] > wish);
  const read = [...before, ...after].map((item) => momentOf(item, text, now, zone));
  const exact = read.find((moment): moment is Moment => typeof moment === 'object');
  if (exact) return brought(exact, lead, now);
  return read.find((moment): moment is NoMoment => moment !== 'time') ?? 'time';
}
