import { fold } from '../text/fold';
import { kinOf, knownWords, matcherOf } from '../thesaurus';
import { withoutAsking } from './asked';

/** Words that stand for those of a query that no text has, each with the word it stands for; and a way to find them in folded texts. */
export interface Kin {
  standsFor: ReadonlyMap<string, string>;
  matcher: RegExp;
}

export function kinIn(texts: readonly string[], query: string): Kin {
  const said = fold(texts.join('\n'));
  const unsaid = knownWords(withoutAsking(query)).filter((word) => !said.includes(word));
  const standsFor = new Map(unsaid.flatMap((word) => kinOf(word).map((other) => [other, word] as const)));
  return { standsFor, matcher: matcherOf([...standsFor.keys()]) };
}
