import { fingerprint } from '../learnt';
import { Featuriser } from './features';
import { linesOf } from './lines';
import { State } from './state';
import type { ThreadMessage } from './types';

/** A talk in which most features of a pair and of an opening are other than zero. */
const SAMPLE: readonly ThreadMessage[] = [
  ['ann', 0, 'hello, does anyone know how to mount a usb disk?'],
  ['bob', 20, 'ann: try "sudo mount /dev/sdb1 /mnt", it worked for me'],
  ['carl', 25, '周六去西湖怎么样？'],
  ['ann', 60, 'bob: thanks, it says: permission denied :('],
  ['dora', 70, '@carl 好的，门票多少钱，酒店订了吗'],
  ['bob', 95, 'ann, are you root? see http://example.org/mount'],
  ['carl', 400, '您好，西湖的门票是免费的。'],
  ['ann', 410, 'yes'],
  ['ann', 4000, 'another question: what is the best editor?'],
].map(([author, at, text], i) => ({ id: String(i), author: author as string, at: at as number, text: text as string }));

/** What the features make of the sample, in short: it changes when they do. */
export function featuresNow(): string {
  const lines = linesOf(SAMPLE);
  const state = new State(lines);
  const featuriser = new Featuriser(lines, state);
  const values = lines.flatMap((_, u) => {
    const rows = lines.slice(0, u + 1).flatMap((_line, v) => {
      const { places, values: numbers, count } = featuriser.of(u, v);
      return Array.from({ length: count }, (_none, i) => [places[i] as number, numbers[i] as number]).flat();
    });
    state.link(u, Math.max(0, u - 2));
    return rows;
  });
  return fingerprint(values);
}
