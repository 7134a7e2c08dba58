import { LIMITS } from '@shared/domain/limits';
import { readRule } from '@shared/domain/recurrence/rule';
import { cleanLine, cleanText, graphemeCount } from '@shared/domain/text';
import type { Act, PollContent, ReminderContent } from '@shared/wire/card';
import { nextTime } from '../engine/recurrence';
import { acceptRules, acceptZone } from '../checkin';
import { AppError } from '../errors';
import { acceptTrip } from '../itinerary';
import { dateAt, nowMs } from '../infra/clock';
import { memberOf, type PaiDoc } from '../pai';

const MAX = { question: 200, option: 50, reminder: 200 };

function accepted(text: string, max: number, field: string): string {
  if (text.trim() === '') throw new AppError('card/empty', { field });
  if (graphemeCount(text) > max) throw new AppError('card/too-long', { field, params: { max } });
  return text;
}

function acceptPoll(poll: PollContent): PollContent {
  const options = poll.options.map((option) => accepted(cleanLine(option), MAX.option, 'options'));
  if (new Set(options).size < options.length || options.length < 2) throw new AppError('card/same-options', { field: 'options' });
  if (poll.closesAt !== undefined && Date.parse(poll.closesAt) <= nowMs()) throw new AppError('card/time-past', { field: 'closesAt' });
  return { ...poll, question: accepted(cleanLine(poll.question), MAX.question, 'question'), options };
}

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};

/** A reminder with its time of day in `at` alone, where both what repeats and what is edited can be read, and `at` its first time from now on. Throws `card/rule-unknown`. */
export function timed(reminder: ReminderContent): ReminderContent {
  const { rrule, zone, at, ...rest } = reminder;
  if (!isZone(zone)) throw new AppError('card/rule-unknown', { field: 'zone' });
  if (rrule === undefined) return reminder;
  const plain = rrule.replace(/;BY(?:HOUR|MINUTE)=\d+/g, '');
  const start = Date.parse(at);
  const first = readRule(plain) && nextTime({ rrule: plain, start: dateAt(start), zone }, dateAt(Math.max(nowMs(), start - 1)));
  if (!first) throw new AppError('card/rule-unknown', { field: 'rrule' });
  return { ...rest, zone, rrule: plain, at: first.toISOString() };
}

/** The same, where it is about to be set. Throws `card/time-past` too. */
export function ahead(reminder: ReminderContent): ReminderContent {
  const set = timed(reminder);
  if (Date.parse(set.at) <= nowMs()) throw new AppError('card/time-past', { field: 'at' });
  return set;
}

function acceptReminder(pai: PaiDoc, { said: _read, to, ...reminder }: ReminderContent): ReminderContent {
  const text = accepted(cleanText(reminder.text).trim(), MAX.reminder, 'text');
  const members = to?.filter((id) => memberOf(pai, id)) ?? [];
  return { ...ahead({ ...reminder, text }), ...(members.length > 0 ? { to: [...new Set(members)] } : {}) };
}

/** What a member wants done, as it is kept. Throws `card/…`. */
export function acceptAct(pai: PaiDoc, act: Act): Act {
  if (act.act === 'poll') return { act: 'poll', poll: acceptPoll(act.poll) };
  if (act.act === 'reminder') return { act: 'reminder', reminder: acceptReminder(pai, act.reminder) };
  if (act.act === 'challenge') return { act: 'challenge', challenge: { rules: acceptRules(act.challenge.rules), zone: acceptZone(act.challenge.zone) } };
  if (act.act === 'itinerary') return { act: 'itinerary', itinerary: acceptTrip(pai, act.itinerary) };
  // drawn up from the plan or the ledger as it was: it holds or it does not
  if (act.act === 'itineraryEdit' || act.act === 'checkinReminder' || act.act === 'checkinPause') throw new AppError('card/kind', { field: 'act' });
  return { act: 'memory', fact: { ...act.fact, text: accepted(cleanLine(act.fact.text), LIMITS.factGraphemes, 'text') } };
}
