import type { Act, PollContent, ReminderContent } from '@shared/wire/card';

export { deviceZone } from '@/platform/zone';

/* What the page holds while somebody writes, and what becomes of it. Pure. */

export interface Moment {
  /** 2026-11-30 and 08:00, on this device's clock. */
  day: string;
  time: string;
}

export const REPEATS = ['none', 'day', 'workday', 'week', 'month', 'kept'] as const;
export type Repeat = (typeof REPEATS)[number];

export interface PollForm {
  kind: 'poll';
  question: string;
  options: readonly string[];
  many: boolean;
  closes: Moment | undefined;
}

export interface ReminderForm {
  kind: 'reminder';
  text: string;
  at: Moment;
  repeat: Repeat;
  /** The rule it came with, where none of the simple ones is like it. */
  kept: string | undefined;
  to: readonly string[];
}

export interface FactForm {
  kind: 'memory';
  text: string;
  seq: number | undefined;
}

export type CardForm = PollForm | ReminderForm | FactForm;

export const MAX = { question: 200, option: 50, text: 200, options: 10 };

const two = (n: number): string => String(n).padStart(2, '0');

export const momentOf = (date: Date): Moment => ({ day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`, time: `${two(date.getHours())}:${two(date.getMinutes())}` });

/** An instant by this device's clock. */
export function instantOf({ day, time }: Moment): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(year, month - 1, date, hours, minutes);
}

/** The next full hour but one: there is time to write. */
export const nextHour = (now: Date): Moment => momentOf(new Date(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours() + 2));

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function rruleOf({ repeat, at, kept }: ReminderForm): string | undefined {
  const date = instantOf(at);
  if (repeat === 'day') return 'FREQ=DAILY';
  if (repeat === 'workday') return 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';
  if (repeat === 'week') return `FREQ=WEEKLY;BYDAY=${WEEKDAYS[date.getDay()]}`;
  if (repeat === 'month') return `FREQ=MONTHLY;BYMONTHDAY=${date.getDate()}`;
  return repeat === 'kept' ? kept : undefined;
}

/** Which of the simple ways a rule is; `kept` where it is another one. */
function repeatOf(rrule: string | undefined, at: Moment): Repeat {
  if (rrule === undefined) return 'none';
  const simple = REPEATS.find((repeat) => repeat !== 'kept' && rruleOf({ kind: 'reminder', text: '', at, repeat, kept: undefined, to: [] }) === rrule);
  return simple ?? 'kept';
}

export interface Blank {
  text?: string | undefined;
  at?: string | undefined;
  options?: readonly string[] | undefined;
}

export function blankForm(kind: 'poll' | 'reminder', now: Date, { text = '', at, options }: Blank = {}): CardForm {
  const given = at === undefined ? undefined : new Date(at);
  if (kind === 'poll') return { kind, question: text, options: options && options.length > 1 ? options : ['', ''], many: false, closes: undefined };
  return { kind, text, at: given && given > now ? momentOf(given) : nextHour(now), repeat: 'none', kept: undefined, to: [] };
}

/** Challenges and trips have pages of their own; what was drawn up from the ledger has none. */
export type FormAct = Exclude<Act, { act: 'challenge' | 'itinerary' | 'itineraryEdit' | 'checkinReminder' | 'checkinPause' }>;

export const hasForm = (act: Act): act is FormAct => act.act === 'poll' || act.act === 'reminder' || act.act === 'memory';

/** The form of a card that is there. */
export function formOf(act: FormAct): CardForm {
  if (act.act === 'memory') return { kind: 'memory', text: act.fact.text, seq: act.fact.seq };
  if (act.act === 'poll') return { kind: 'poll', question: act.poll.question, options: act.poll.options, many: act.poll.many, closes: act.poll.closesAt === undefined ? undefined : momentOf(new Date(act.poll.closesAt)) };
  const at = momentOf(new Date(act.reminder.at));
  const repeat = repeatOf(act.reminder.rrule, at);
  return { kind: 'reminder', text: act.reminder.text, at, repeat, kept: repeat === 'kept' ? act.reminder.rrule : undefined, to: act.reminder.to ?? [] };
}

const filled = (options: readonly string[]): string[] => options.map((option) => option.trim()).filter(Boolean);

/** Whether it can be sent as it stands: `past` where only its time is in the way. */
export function stateOf(form: CardForm, now: Date): 'ready' | 'unfinished' | 'past' {
  if (form.kind === 'memory') return form.text.trim() === '' ? 'unfinished' : 'ready';
  if (form.kind === 'poll') {
    const options = filled(form.options);
    if (form.question.trim() === '' || options.length < 2 || new Set(options).size < options.length) return 'unfinished';
    return form.closes && instantOf(form.closes) <= now ? 'past' : 'ready';
  }
  if (form.text.trim() === '') return 'unfinished';
  return form.repeat === 'none' && instantOf(form.at) <= now ? 'past' : 'ready';
}

const pollOf = ({ question, options, many, closes }: PollForm): PollContent => ({ question: question.trim(), options: filled(options), many, ...(closes ? { closesAt: instantOf(closes).toISOString() } : {}) });

function reminderOf(form: ReminderForm, zone: string): ReminderContent {
  const rrule = rruleOf(form);
  return { text: form.text.trim(), at: instantOf(form.at).toISOString(), zone, ...(rrule === undefined ? {} : { rrule }), ...(form.to.length > 0 ? { to: [...form.to] } : {}) };
}

export function actOf(form: CardForm, zone: string): FormAct {
  if (form.kind === 'poll') return { act: 'poll', poll: pollOf(form) };
  if (form.kind === 'reminder') return { act: 'reminder', reminder: reminderOf(form, zone) };
  return { act: 'memory', fact: { text: form.text.trim(), ...(form.seq === undefined ? {} : { seq: form.seq }) } };
}
