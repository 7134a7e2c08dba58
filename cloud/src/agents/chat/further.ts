import { PROPOSED } from '@shared/domain/proposed';
import { callTo } from './address';
import { languageOf } from './intent';
import type { AnswerInput, Further } from './types';
import type { Proposal } from './proposals';

/** Those of the askers all of whose asks one of some proposals answers. */
export const servedBy = (proposals: readonly Proposal[], askers: AnswerInput['askers']): AnswerInput['askers'] =>
  askers.filter(({ id }) => askers.every((other) => other.id !== id || proposals.some(({ asks }) => asks.includes(other.seq))));

/** The messages for all proposals but the first. Who has asked for something else too is named in the answer itself, and not once more. */
export function furtherOf([, ...others]: readonly Proposal[], { askers, self, locale }: AnswerInput): Further[] {
  const served = servedBy(others, askers);
  return others.map((proposal) => {
    const own = askers.filter(({ seq }) => proposal.asks.includes(seq));
    const names = [...new Set(own.filter((asker) => served.includes(asker)).map(({ name }) => name))];
    const language = self.language ?? languageOf(own.map(({ text }) => text).join(' '), locale);
    const parts = [...(names.length > 0 ? [callTo(names, language)] : []), PROPOSED[language]].map((text) => ({ text, cites: [] }));
    return { parts, askers: [...new Set(own.map(({ id }) => id))], proposal };
  });
}
