import { rowsOfRules } from '@shared/domain/checkin/ruleRows';
import type { Act, CardRow, CheckinPauseContent } from '@shared/wire/card';
import { listUsers } from '../account';
import { rowsOfTrip } from '../itinerary';

type Pair = readonly [CardRow['field'], string];

const titlesOf = ({ challenges }: Pick<CheckinPauseContent, 'challenges'>): string => challenges.map(({ title }) => title).join('、');

async function pairsOf(act: Act): Promise<Pair[]> {
  if (act.act === 'memory') return [['fact', act.fact.text]];
  if (act.act === 'challenge') return rowsOfRules(act.challenge.rules).map(({ field, value }) => [field, value]);
  if (act.act === 'itinerary') return rowsOfTrip(act.itinerary);
  if (act.act === 'itineraryEdit') return [['trip', act.change.title], ['change', act.change.lines.join('\n')]];
  if (act.act === 'checkinReminder') return [['title', titlesOf(act.reminder)], ['clock', act.reminder.at ?? '']];
  if (act.act === 'checkinPause') return [['title', titlesOf(act.pause)], ['pause', `${act.pause.from}/${act.pause.until ?? ''}`]];
  if (act.act === 'poll') {
    const { question, options, many, closesAt } = act.poll;
    return [['question', question], ['options', options.join('\n')], ...(many ? [['many', ''] as const] : []), ...(closesAt ? [['closes', closesAt] as const] : [])];
  }
  const { text, at, rrule, to } = act.reminder;
  const names = to ? (await listUsers(to)).map(({ nickname }) => nickname) : [];
  return [['text', text], ['at', at], ...(rrule ? [['repeat', rrule] as const] : []), ...(names.length > 0 ? [['who', names.join('、')] as const] : [])];
}

/** What a card shows of its act. A parameter that is as it was keeps the message it was read from. */
export async function rowsOf(act: Act, before: readonly CardRow[], seq?: number): Promise<CardRow[]> {
  return (await pairsOf(act)).map(([field, value]) => before.find((row) => row.field === field && row.value === value) ?? { field, value, ...(seq === undefined ? {} : { seq }) });
}
