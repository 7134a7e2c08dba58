import type { Memory } from './memory';
import type { Proposal } from './proposals';

/** An ask without the call to the AI member. */
export interface BareAsk {
  id: string;
  name: string;
  seq: number;
  text: string;
}

/** What drafts are made from: the asks of the turn, what it has read, and when. */
export interface Drafting {
  asks: readonly BareAsk[];
  memory: Memory;
  now: Date;
  zone: string;
}

export const squeezed = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Those asks a call is for: all where it does not say, or says something nobody asked. */
export function asksFor({ asks }: Drafting, words: string | undefined): readonly BareAsk[] {
  const wanted = squeezed(words ?? '');
  const meant = asks.filter(({ text }) => wanted !== '' && (squeezed(text).includes(wanted) || wanted.includes(squeezed(text))));
  return meant.length > 0 ? meant : asks;
}

/** Who asked for it may confirm it. */
export const wishedBy = (wishes: readonly { ask: BareAsk }[]): Pick<Proposal, 'mayConfirm' | 'asks'> => ({ mayConfirm: wishes.map(({ ask }) => ask.id), asks: wishes.map(({ ask }) => ask.seq) });
