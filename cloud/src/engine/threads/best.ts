import type { Featuriser } from './features';
import { scoreOf, type Net } from './model';

/** The candidate the net likes best; the first of equals. */
export function bestOf(index: number, candidates: readonly number[], featuriser: Featuriser, net: Net): number {
  let found = index;
  let top = -Infinity;
  for (const candidate of candidates) {
    const score = scoreOf(net, featuriser.of(index, candidate));
    if (score > top) [found, top] = [candidate, score];
  }
  return found;
}
