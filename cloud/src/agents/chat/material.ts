import type { Cited, Recap } from '../../engine/recap';
import { writtenLedger, type CheckinMaterial } from './checkin/ask';
import { CARD_ADVICE, type CardMaterial } from './proposals';
import { block } from './untrusted';
import type { TripMaterial } from './trip/ask';
import type { SuggestMaterial } from './trip/suggest';
import { stamp } from './when';
import type { Line, Locale, PersonHere } from './types';

/** What the recap tool found: the engine's account, seqs as ids, and the lines it cites. */
export interface RecapMaterial {
  kind: 'recap';
  recap: Recap;
  lines: Line[];
  /** How many messages were read. */
  count: number;
}

export interface SearchMaterial {
  kind: 'search';
  /** What was found for each question, best first. */
  finds: { query: string; lines: Line[] }[];
  /** How one says when each was sent, by seq. */
  spoken: Record<number, Record<Locale, string>>;
}

/** Who is here, and what those in question said they would do. */
export interface PeopleMaterial {
  kind: 'people';
  people: PersonHere[];
  todos: Cited[];
  lines: Line[];
}

export type Material = CheckinMaterial | TripMaterial | SuggestMaterial | RecapMaterial | SearchMaterial | PeopleMaterial | CardMaterial;

const numbers = (cites: readonly string[]): number[] => cites.map(Number);

const rows = (lines: readonly Line[], zone: string): object[] => lines.map(({ seq, author, at, text, replyTo }) => ({ n: seq, from: author, sent: stamp(at, zone), text, ...(replyTo ? { replyTo } : {}) }));

function accountOf(recap: Recap): object[] {
  return [
    ...recap.topics.map(({ title, sentences }) => ({ topic: title, see: sentences.flatMap((s) => numbers(s.cites)) })),
    ...recap.decisions.map(({ text, cites }) => ({ decided: text, see: numbers(cites) })),
    ...recap.todos.map(({ text, owner, due, cites }) => ({ todo: text, owner, due, see: numbers(cites) })),
    ...recap.questions.map(({ text, cites }) => ({ unanswered: text, see: numbers(cites) })),
  ];
}

function writtenSearch({ finds }: SearchMaterial, zone: string): string {
  const answers = finds.map(({ query, lines }) => (lines.length === 0 ? 'No message matches.' : block('messages', rows(lines, zone))) + (finds.length > 1 ? `\n(for: ${JSON.stringify(query).replace(/[<>]/g, ' ')})` : ''));
  return answers.join('\n');
}

function writtenPeople({ people, todos, lines }: PeopleMaterial, zone: string): string {
  const here = `${people.length} people:\n${block('people', people.map(({ name, role }) => ({ name, role })))}`;
  const plans = todos.map(({ text, cites }) => ({ todo: text, see: numbers(cites) }));
  return todos.length === 0 ? here : `${here}\nWhat they said they would do:\n${block('account', plans)}\n${block('messages', rows(lines, zone))}`;
}

/** Places as a model reads them: with names that people wrote. */
const writtenPlaces = ({ sentences: { zh, en } }: SuggestMaterial): string => `Found in the list of places by a program; say it as it stands, in the language of the answer:\n${block('places', zh.map((text, i) => ({ zh: text, en: en[i] })))}`;

/** The material as the model reads it: numbered messages in a block nothing in them can close. */
export function written(material: Material, zone: string): string {
  if (material.kind === 'search') return writtenSearch(material, zone);
  if (material.kind === 'checkin') return writtenLedger(material);
  if (material.kind === 'trip') return block('plan', rows(material.lines, zone));
  if (material.kind === 'suggest') return writtenPlaces(material);
  if (material.kind === 'people') return writtenPeople(material, zone);
  if (material.kind === 'card') return CARD_ADVICE[material.outcome];
  if (material.count === 0) return 'There are no messages in this range.';
  return `${material.count} messages were read. Found by program:\n${block('account', accountOf(material.recap))}\nThe messages it rests on; cite them as [n]:\n${block('messages', rows(material.lines, zone))}`;
}

export const contextRows = rows;
