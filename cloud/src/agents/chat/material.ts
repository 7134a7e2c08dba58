import type { Recap } from '../../engine/recap';
import { block } from './untrusted';
import { stamp } from './when';
import type { Line, Locale } from './types';

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
  query: string;
  /** Best first. */
  lines: Line[];
  /** How one says when each was sent, by seq. */
  spoken: Record<number, Record<Locale, string>>;
}

export type Material = RecapMaterial | SearchMaterial;

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

/** The material as the model reads it: numbered messages in a block nothing in them can close. */
export function written(material: Material, zone: string): string {
  const messages = block('messages', rows(material.lines, zone));
  if (material.kind === 'search') return material.lines.length === 0 ? 'No message matches.' : messages;
  if (material.count === 0) return 'There are no messages in this range.';
  return `${material.count} messages were read. Found by program:\n${block('account', accountOf(material.recap))}\nThe messages it rests on; cite them as [n]:\n${messages}`;
}

export const contextRows = rows;
