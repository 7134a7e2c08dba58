import { dayName } from '@/i18n/time';
import type { CardRow } from '@shared/wire/card';
import { repeatName } from './when';
import type { SpeakCard } from './words';

/* What a card says of the rules of a challenge: see `CardRow`. Pure. */

function day(text: string, t: SpeakCard): string {
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
  return dayName(new Date(year, month - 1, date, 12), new Date(), t.locale);
}

function cadence(value: string, t: SpeakCard): string {
  if (value === 'daily' || value === 'weekdays') return t(`card.punch.${value}`);
  const [kind, n] = value.split(':');
  return kind === 'perWeek' ? t('card.punch.perWeek', { n: Number(n) }) : repeatName(value, t.locale);
}

function proof(value: string, t: SpeakCard): string {
  const [kind, n, unit = ''] = value.split(':');
  if (kind === 'text') return t('card.punch.text', { n: Number(n) });
  if (kind === 'number') return n ? t('card.punch.least', { n: Number(n), unit }) : t('card.punch.number', { unit });
  return kind === 'picture' || kind === 'voice' || kind === 'place' ? t(`card.punch.${kind}`) : t('card.punch.tap');
}

function days(value: string, t: SpeakCard): string {
  const [from = '', to = ''] = value.split('/');
  return to === '' ? t('card.punch.from', { day: day(from, t) }) : t('card.punch.days', { from: day(from, t), to: day(to, t) });
}

function pair(value: string): [string, number, number] {
  const [one = '', two] = value.split(':');
  return [one, Number(one), Number(two)];
}

/** Names of teams, with how many are in each; where nobody is yet, how that is chosen. */
function teams(value: string, t: SpeakCard): string {
  const all = value.split('\n').map((line) => ({ name: line.slice(0, line.lastIndexOf(':')), n: Number(line.slice(line.lastIndexOf(':') + 1)) }));
  const names = all.map(({ name, n }) => (n > 0 ? t('card.punch.team', { name, n }) : name)).join(t.locale === 'zh' ? '、' : ', ');
  return all.some(({ n }) => n > 0) ? names : t('card.punch.teams', { names });
}

/** A row of a challenge or a trip in words; undefined where the row is none. */
export function punchValue({ field, value }: Pick<CardRow, 'field' | 'value'>, t: SpeakCard): string | undefined {
  const [kind, first, second] = pair(value);
  switch (field) {
    case 'cadence':
      return cadence(value, t);
    case 'window':
      return value === '' ? t('card.punch.anytime') : value.replace('-', '–');
    case 'days':
      return days(value, t);
    case 'clock':
      return value === '' ? t('card.clock.none') : t('card.clock.daily', { at: value });
    case 'pause':
      return value.endsWith('/') ? t('card.pause.from', { day: day(value.slice(0, -1), t) }) : days(value, t);
    case 'goal':
      return t(kind === 'total' ? 'card.punch.total' : 'card.punch.consecutive', { n: second });
    case 'makeup':
      return first > 0 ? t('card.punch.cards', { n: first, m: second }) : t('card.punch.none');
    case 'proof':
      return proof(value, t);
    case 'teams':
      return teams(value, t);
    case 'length':
      return t('card.trip.days', { n: first });
    case 'start':
      return day(value, t);
    default:
      return undefined;
  }
}
