import { search } from '../../cloud/src/engine/search/index';
import type { Measure } from './measure';
import { mean } from './metrics';
import { loadSegments } from './vcsum';

const LIMIT = 20;

export function measureSearch(): Measure[] {
  const segments = loadSegments();
  const messages = segments.map(({ id, utterances }) => ({ id, text: utterances.flatMap((u) => u.sentences.map((s) => s.text)).join('') }));
  const ranks = segments.map(({ id, agenda }) => {
    const place = search({ messages, query: agenda, limit: LIMIT }).ids.indexOf(id);
    return place < 0 ? 0 : 1 / (place + 1);
  });
  return [{ name: 'search MRR', figure: mean(ranks), bar: 0.82, floor: 0.732 }];
}
