import { parseDay } from '@shared/domain/civil';
import type { Constraint, ConstraintType } from '@shared/domain/itinerary/types';
import type { CardRow, ItineraryContent } from '@shared/wire/card';
import { wishes } from '../../../engine/wishes';
import { asksFor, wishedBy, type BareAsk, type Drafting } from '../drafting';
import type { Outcome, Proposal } from '../proposals';
import { wantsTrip } from './wish';

const MOST_DAYS = 15;

interface Found<T> {
  value: T;
  /** The message that says so. */
  seq: number;
}

interface Said {
  seq: number;
  constraints: readonly Constraint[];
}

const first = ({ value }: Constraint): string | number => (Array.isArray(value) ? (value as readonly (string | number)[])[0] : value) as string | number;

/** The asks first, then what was said before, the latest first. */
function saidIn(ask: BareAsk, { memory, now, zone, asks }: Drafting): Said[] {
  const own = new Set(asks.map(({ seq }) => seq));
  const read = (text: string): Constraint[] => wishes({ text, now: now.toISOString(), zone }).constraints;
  const before = memory.cited().filter(({ id }) => !own.has(Number(id)));
  return [{ seq: ask.seq, constraints: read(ask.text) }, ...before.toReversed().map(({ id, text }) => ({ seq: Number(id), constraints: read(text) }))];
}

function find<T>(said: readonly Said[], type: ConstraintType, take: (constraint: Constraint) => T | undefined): Found<T> | undefined {
  for (const { seq, constraints } of said) {
    for (const constraint of constraints) {
      const value = constraint.type === type && constraint.op !== 'ne' ? take(constraint) : undefined;
      if (value !== undefined) return { value, seq };
    }
  }
  return undefined;
}

const daysBetween = ({ value }: Constraint): number | undefined => {
  const [from, to] = Array.isArray(value) ? (value as readonly string[]) : [];
  const length = (parseDay(to ?? '') ?? NaN) - (parseDay(from ?? '') ?? NaN) + 1;
  return length >= 1 && length <= MOST_DAYS ? length : undefined;
};

const row = <T extends string | number>(field: CardRow['field'], found: Found<T> | undefined): CardRow[] => (found ? [{ field, value: String(found.value), seq: found.seq }] : []);

function contentOf(ask: BareAsk, drafting: Drafting): { content: ItineraryContent; rows: CardRow[] } | Outcome {
  const said = saidIn(ask, drafting);
  const city = find(said, 'to_city', (one) => String(first(one)));
  const start = find(said.slice(0, 1), 'date', (one) => (parseDay(String(first(one))) === null ? undefined : String(first(one))));
  const number = find(said, 'days', (one) => (typeof one.value === 'number' && one.value >= 1 && one.value <= MOST_DAYS ? one.value : undefined));
  const length = number ?? find(said.slice(0, 1), 'date', daysBetween) ?? (/周末|weekend/i.test(ask.text) ? { value: 2, seq: ask.seq } : undefined);
  if (!city) return 'city';
  if (!length) return 'days';
  const isHan = /\p{Script=Han}/u.test(ask.text);
  const title = isHan ? `${city.value} ${length.value} 天` : `${city.value}, ${length.value} ${length.value === 1 ? 'day' : 'days'}`;
  const content: ItineraryContent = { title, city: city.value, days: length.value, ...(start ? { startOn: start.value } : {}) };
  return { content, rows: [{ field: 'trip', value: title, assumed: true }, ...row('city', city), ...row('length', length), ...row('start', start)] };
}

/** Draws a trip up for the ask that wants one: where, how long and from when, each from the ask or from what was said before. */
export function draftTrip(drafting: Drafting, given: { ask?: string | undefined }): Proposal | Outcome {
  const wanted = asksFor(drafting, given.ask).filter(({ text }) => wantsTrip(text));
  const drawn = wanted.map((ask) => ({ ask, drawn: contentOf(ask, drafting) }));
  const found = drawn.find((one) => typeof one.drawn !== 'string');
  if (!found || typeof found.drawn === 'string') return drawn.map((one) => one.drawn).find((lack) => typeof lack === 'string') ?? 'unasked';
  return { act: { act: 'itinerary', itinerary: found.drawn.content }, rows: found.drawn.rows, ...wishedBy([found]) };
}

