import { DAY, dayText, parseDay } from '@shared/domain/civil';
import type { Act, CardRow } from '@shared/wire/card';
import { time, type TimeItem } from '../../../engine/time';
import { reminderText, wantsReminder } from '../cardIntents';
import { asksFor, wishedBy, type BareAsk, type Drafting } from '../drafting';
import type { Outcome, Proposal } from '../proposals';
import { challengesIn } from './ask';
import type { ChallengeHere, OwnStanding } from './types';
import { dropsReminder, isOwnLeave, namesCheckin, wantsPause } from './wish';

interface Part {
  challenge: ChallengeHere;
  own: OwnStanding;
}

/** The challenges an asker takes part in, those the ask names where it names some. */
function partsOf(ask: BareAsk, here: readonly ChallengeHere[]): Part[] {
  const joined = here.filter(({ own }) => own[ask.id]);
  return challengesIn(ask.text, joined).flatMap((challenge) => (challenge.own[ask.id] ? [{ challenge, own: challenge.own[ask.id] as OwnStanding }] : []));
}

const chosen = (parts: readonly Part[]): { id: string; title: string }[] => parts.map(({ challenge: { id, title } }) => ({ id, title }));
const titleRow = (parts: readonly Part[], seq: number): CardRow => ({ field: 'title', value: parts.map(({ challenge }) => challenge.title).join('、'), seq });

const ONE_DAY = /今天|明天|后天|今晚|明早|周|星期|礼拜|[号日]|today|tomorrow|tonight|day\b/i;

/** The time of every day an ask names: 每天7点, or a clock alone. */
function clockIn(text: string, items: readonly TimeItem[]): string | undefined {
  const daily = items.find(({ rrule }) => rrule?.startsWith('FREQ=DAILY'));
  if (daily?.from && /BYHOUR/.test(daily.rrule ?? '')) return daily.from.slice(11, 16);
  const clock = items.find(({ kind, from, text: said }) => kind === 'point' && from !== undefined && !ONE_DAY.test(said));
  if (!clock?.from || items.some(({ rrule }) => rrule !== undefined && rrule !== 'FREQ=DAILY')) return undefined;
  return daily || !ONE_DAY.test(text) ? clock.from.slice(11, 16) : undefined;
}

/** Whether a reminder is about checking in: it says so, names a challenge of the asker's, or names nothing at all. */
function isOfCheckin(ask: BareAsk, items: readonly TimeItem[], here: readonly ChallengeHere[]): boolean {
  const wish = wantsReminder(ask.text);
  if (!wish || wish.who === 'all') return false;
  return namesCheckin(ask.text) || here.some(({ title, own }) => own[ask.id] && ask.text.includes(title)) || reminderText(ask.text, items.map(({ span }) => span)) === '';
}

function reminderFor(ask: BareAsk, parts: readonly Part[], at: string | null): Proposal {
  const act: Act = { act: 'checkinReminder', reminder: { memberId: ask.id, challenges: chosen(parts), at } };
  return { act, rows: [titleRow(parts, ask.seq), { field: 'clock', value: at ?? '', seq: ask.seq }], ...wishedBy([{ ask }]) };
}

/** Draws up that an asker is reminded no more of the challenges of which they are. */
function draftNone(ask: BareAsk, parts: readonly Part[]): Proposal | Outcome {
  const reminded = parts.filter(({ own }) => own.remindAt !== undefined);
  return reminded.length > 0 ? reminderFor(ask, reminded, null) : 'no-reminder';
}

/** Draws up when an asker is reminded of checking in, each day, or that they are no more; undefined: the ask wants another reminder, or takes part in nothing. */
export function draftOwnReminder(drafting: Drafting, given: { ask?: string | undefined }, here: readonly ChallengeHere[]): Proposal | Outcome | undefined {
  for (const ask of asksFor(drafting, given.ask)) {
    // 提醒 beside a clock is no part of it
    const { items } = time({ text: ask.text.replaceAll('提醒', '，，'), now: drafting.now.toISOString(), zone: drafting.zone });
    const parts = partsOf(ask, here);
    if (dropsReminder(ask.text)) return draftNone(ask, parts);
    const at = clockIn(ask.text, items);
    if (parts.length > 0 && at !== undefined && isOfCheckin(ask, items, here)) return reminderFor(ask, parts, at);
  }
  return undefined;
}

const UNTIL = /(?:到|至|截止|截至|until|till|through)\s*$/i;

type Until = { until?: string } | 'past' | 'later';

/** Until which day an ask wants to rest, from today on; `later`: it wants to begin another day. */
function untilIn(text: string, items: readonly TimeItem[], today: string): Until {
  const first = parseDay(today) ?? 0;
  const days = items.find(({ kind, seconds }) => kind === 'duration' && (seconds ?? 0) * 1000 >= DAY)?.seconds;
  if (days !== undefined) return { until: dayText(first + Math.floor((days * 1000) / DAY) - 1) };
  const dated = items.filter(({ kind }) => kind === 'point' || kind === 'range');
  const isEnd = ({ span, from }: TimeItem): boolean => from === undefined || UNTIL.test(text.slice(0, span[0]));
  if (dated.some((item) => !isEnd(item) && (item.from ?? '').slice(0, 10) > today)) return 'later';
  const last = dated.at(-1);
  const until = last && lastDayOf(last);
  return until === undefined ? {} : until < today ? 'past' : { until };
}

/** The last day of what was read: an end at midnight belongs to the day before. */
function lastDayOf({ from, to, kind }: TimeItem): string | undefined {
  if (to === undefined) return kind === 'point' ? from?.slice(0, 10) : undefined;
  const day = parseDay(to.slice(0, 10));
  return day === null ? undefined : dayText(to.slice(11, 16) === '00:00' ? day - 1 : day);
}

/** Draws up that an asker rests, from today through the day the ask names. */
export function draftPause(drafting: Drafting, given: { ask?: string | undefined }, here: readonly ChallengeHere[]): Proposal | Outcome {
  const titles = here.map(({ title }) => title);
  const [ask] = asksFor(drafting, given.ask).filter(({ text }) => wantsPause(text) && isOwnLeave(text, titles));
  if (!ask) return 'unasked';
  const parts = partsOf(ask, here);
  const [first] = parts;
  if (!first) return 'no-part';
  const free = parts.filter(({ own }) => own.state !== 'paused');
  if (free.length === 0) return 'paused';
  const read = untilIn(ask.text, time({ text: ask.text, now: drafting.now.toISOString(), zone: drafting.zone }).items, first.own.today);
  if (typeof read === 'string') return read;
  const act: Act = { act: 'checkinPause', pause: { memberId: ask.id, challenges: chosen(free), from: first.own.today, ...read } };
  return { act, rows: [titleRow(free, ask.seq), { field: 'pause', value: `${first.own.today}/${read.until ?? ''}`, seq: ask.seq }], ...wishedBy([{ ask }]) };
}
