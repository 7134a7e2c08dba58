import { MINUTE } from '@shared/domain/civil';
import { graphemeCount } from '@shared/domain/text';
import type { Act, CardRow, PollContent } from '@shared/wire/card';
import { time } from '../../engine/time';
import { reminderText, wantsMemory, wantsPoll, wantsReminder, type PollWish, type ReminderWish } from './cardIntents';
import { asksFor, squeezed, wishedBy, type BareAsk, type Drafting } from './drafting';
import { momentIn, type Moment } from './exactTime';
import type { Outcome, Proposal } from './proposals';

type Draft = Proposal | Outcome;

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The message whose words hold a text: an ask first, else one that was read. */
function sourceOf(text: string, { asks, memory }: Drafting): number | undefined {
  const words = squeezed(text);
  const lines = [...asks.map(({ seq, text: own }) => ({ seq, own })), ...memory.cited().map(({ id, text: own }) => ({ seq: Number(id), own }))];
  return words === '' ? undefined : lines.find(({ own }) => squeezed(own).includes(words))?.seq;
}

const row = (field: CardRow['field'], value: string, seq: number | undefined): CardRow => ({ field, value, ...(seq === undefined ? {} : { seq }) });

const CLOSES = /投到|截止|截至|为止|之?前(?:[请要得就都])?(?:投|选|定下|结束|截止)|\b(?:until|till|by|closes?(?: at)?)\b/i;

/** Until when a poll runs, where the ask says so; the last minute of a day where it names no clock. */
function closingOf(ask: string, now: Date, zone: string): { at: Date; span: readonly [number, number] } | undefined {
  for (const { kind, from, to, span } of time({ text: ask, now: now.toISOString(), zone }).items) {
    const isOneTime = kind === 'point' || (kind === 'range' && from === undefined);
    const around = ask.slice(Math.max(0, span[0] - 7), span[1] + 4);
    if (!isOneTime || !CLOSES.test(around)) continue;
    const end = to ?? from ?? '';
    const at = new Date(Date.parse(end) - (to !== undefined && end.slice(11, 16) === '00:00' ? MINUTE : 0));
    if (at > now) return { at, span };
  }
  return undefined;
}

const CLOSING_WORDS = /(?:投到|截止(?:到|时间)?|截至|为止|(?:之?前)?(?:投完|结束|截止)|\b(?:open )?(?:until|till|by|closes?(?: at)?)\b)\s*/gi;

function fitting(options: readonly string[]): string[] {
  const distinct = [...new Map(options.map((option) => [squeezed(option) || option, option.trim()])).values()];
  return distinct.filter((option) => option !== '' && graphemeCount(option) <= 80).slice(0, 10);
}

export interface PollArgs {
  question: string;
  options: readonly string[];
  many?: boolean | undefined;
  ask?: string | undefined;
}

/** Draws a poll up for the ask that wants one; `given` are the model's words, used where the ask does not hold its own. */
export function draftPoll(drafting: Drafting, given: PollArgs): Draft {
  const asks = asksFor(drafting, given.ask);
  const closings = new Map(asks.map((ask) => [ask.seq, closingOf(ask.text, drafting.now, drafting.zone)]));
  const textOf = ({ text, seq }: BareAsk): string => {
    const closing = closings.get(seq);
    return closing ? `${text.slice(0, closing.span[0])} ${text.slice(closing.span[1])}`.replace(CLOSING_WORDS, ' ') : text;
  };
  const wishes = asks.flatMap((ask) => {
    const wish = wantsPoll(textOf(ask));
    return wish ? [{ ask, wish }] : [];
  });
  const chosen = wishes.find(({ wish }) => wish.options.length > 1) ?? wishes[0];
  if (!chosen) return 'unasked';
  const { ask, wish } = chosen;
  const options = fitting(wish.options.length > 1 ? wish.options : given.options);
  if (options.length < 2) return 'options';
  const poll: PollContent = { question: questionOf(wish, given, ask), options, many: wish.many || (given.many ?? false), ...closingField(closings.get(ask.seq)?.at) };
  // who names other options wants another poll
  const likewise = wishes.filter((one) => one.wish.options.length < 2 || sameOptions(one.wish, wish));
  return { act: { act: 'poll', poll }, rows: pollRows(poll, ask, drafting), ...wishedBy(likewise) };
}

const sameOptions = (one: PollWish, other: PollWish): boolean => one.options.map(squeezed).sort().join('\n') === other.options.map(squeezed).sort().join('\n');

const closingField = (at: Date | undefined): { closesAt?: string } => (at ? { closesAt: at.toISOString() } : {});

const questionOf = (wish: PollWish, given: PollArgs, ask: BareAsk): string => (wish.question || given.question.trim() || (isHan(ask.text) ? '选哪个？' : 'Which one?')).slice(0, 200);

function pollRows(poll: PollContent, ask: BareAsk, drafting: Drafting): CardRow[] {
  const sources = [...new Set(poll.options.map((option) => sourceOf(option, drafting)))];
  return [
    row('question', poll.question, ask.seq),
    // one source for all of them, or none is named
    row('options', poll.options.join('\n'), sources.length === 1 ? sources[0] : undefined),
    ...(poll.many ? [row('many', '', ask.seq)] : []),
    ...(poll.closesAt ? [row('closes', poll.closesAt, ask.seq)] : []),
  ];
}

const AT_LAST = { zh: '时间到了', en: 'Time is up' } as const;

/** Draws a reminder up. Time and words come from the asker's own ask; where it holds no words, the model's may stand if the ask holds theirs. */
export function draftReminder(drafting: Drafting, given: { text: string; ask?: string | undefined }): Draft {
  const wishes = asksFor(drafting, given.ask).flatMap((ask) => {
    const wish = wantsReminder(ask.text);
    return wish ? [{ ask, wish, moment: momentIn(ask.text, drafting.now, drafting.zone) }] : [];
  });
  const exact = wishes.find(({ moment }) => typeof moment === 'object');
  if (exact) {
    const likewise = wishes.filter(({ ask }) => ask.text === exact.ask.text);
    return { ...reminderFor(exact.ask, exact.wish, exact.moment as Moment, drafting.zone, given.text), ...wishedBy(likewise) };
  }
  return (['repeat', 'past', 'time'] as const).find((lack) => wishes.some(({ moment }) => moment === lack)) ?? 'unasked';
}

function reminderFor(ask: BareAsk, { who }: ReminderWish, moment: Moment, zone: string, given: string): Pick<Proposal, 'act' | 'rows'> {
  const own = reminderText(ask.text, moment.spans);
  const held = given !== '' && squeezed(ask.text).includes(squeezed(given)) ? given : '';
  const text = (own || held || AT_LAST[isHan(ask.text) ? 'zh' : 'en']).slice(0, 400);
  const at = moment.at.toISOString();
  const act: Act = { act: 'reminder', reminder: { text, at, zone, said: moment.said.slice(0, 200), ...(moment.rrule === undefined ? {} : { rrule: moment.rrule }), ...(who === 'me' ? { to: [ask.id] } : {}) } };
  const rows = [row('text', text, ask.seq), row('at', at, ask.seq), ...(moment.rrule === undefined ? [] : [row('repeat', moment.rrule, ask.seq)]), ...(who === 'me' ? [row('who', ask.name, ask.seq)] : [])];
  return { act, rows };
}

/** Draws up what to keep in mind: the asker's words, or a message of the talk the ask points at. */
export function draftMemory(drafting: Drafting, given: { fact: string; seq?: number | undefined; ask?: string | undefined }): Draft {
  const { memory } = drafting;
  const wishes = asksFor(drafting, given.ask).flatMap((ask) => {
    const wish = wantsMemory(ask.text);
    return wish ? [{ ask, wish }] : [];
  });
  const [first] = wishes;
  if (!first) return 'unasked';
  const { ask, wish } = wishes.find((one) => one.wish.fact !== '') ?? first;
  const pointed = memory.cited().find(({ id }) => id === String(given.seq) && Number(id) !== ask.seq);
  const text = (wish.fact || (pointed?.text ?? '')).slice(0, 400);
  if (text === '') return 'fact';
  const seq = wish.fact === '' && pointed ? Number(pointed.id) : ask.seq;
  return { act: { act: 'memory', fact: { text, seq } }, rows: [row('fact', text, seq)], ...wishedBy([{ ask }]) };
}
