import { fold } from '../text/fold';
import { termsOf } from '../text/terms';
import { shapesOf, subjectWords, withoutAsking } from './asked';
import { kinIn } from './kin';

const CHARACTER = /\p{Script=Han}/gu;
const ENOUGH = 2 / 3;
/** An answer stands beside the message that names its subject. */
const NEAR = { lines: 3, seconds: 600 };

interface SearchLine {
  text: string;
  /** Seconds; without it neighbours in the list are neighbours in the log. */
  at?: number | undefined;
}

const areNear = (a: SearchLine, b: SearchLine, apart: number): boolean => (a.at !== undefined && b.at !== undefined ? Math.abs(a.at - b.at) <= NEAR.seconds : Math.abs(apart) <= NEAR.lines);

/** Whether a text has a word or a pair of characters of what is sought, or at least two thirds of its characters. */
function sharer(query: string): (text: string) => boolean {
  const core = withoutAsking(query);
  const wanted = new Set(termsOf(core));
  const characters = new Set(core.match(CHARACTER) ?? []);
  return (text) => {
    if (termsOf(text).some((term) => wanted.has(term))) return true;
    const held = [...characters].filter((c) => text.includes(c)).length;
    return characters.size >= 2 && held / characters.size >= ENOUGH;
  };
}

/**
 * The lines, in the order of the log, that have something of what a query is about: words of it (those of asking do not
 * count), other words for its subject (住: 酒店, 民宿), what stands for a word that no line has (辞职: 离职) or, where none
 * of these has what is asked for, what has it beside one of them (多少钱: a price).
 */
export function relevant<T extends SearchLine>(lines: readonly T[], query: string): T[] {
  const shares = sharer(query);
  const { matcher } = kinIn(lines.map(({ text }) => text), query);
  const words = subjectWords(query);
  const subject = lines.map(({ text }) => shares(text) || fold(text).search(matcher) >= 0 || words.some((word) => fold(text).includes(word)));
  const has = (shape: RegExp, { text }: SearchLine): boolean => shape.test(fold(text));
  const open = shapesOf(query).filter((shape) => !lines.some((line, i) => subject[i] && has(shape, line)));
  const asksOnly = withoutAsking(query).trim() === '';
  const isBeside = (line: T, i: number): boolean => lines.some((other, j) => subject[j] === true && areNear(line, other, i - j));
  return lines.filter((line, i) => subject[i] === true || (open.some((shape) => has(shape, line)) && (asksOnly || isBeside(line, i))));
}
