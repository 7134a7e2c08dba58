import { fold } from '../text/fold';
import { termsOf } from '../text/terms';

const ASKING = /什么时候|几点|多少钱?|谁|哪(?:里|儿|天|个|些)?|什么|怎么(?:样|办)?|为什么|有没有|是不是|能不能|要不要|吗|呢|说过?|提到?过?|找|关于|的|了|我们?|你们?|他们?|大家/g;
const CHARACTER = /\p{Script=Han}/gu;
const ENOUGH = 2 / 3;

/**
 * The lines that have something of what a query is about: a word or a pair of characters of it, or at least two thirds
 * of its characters. Words of asking do not count.
 */
export function relevant<T extends { text: string }>(lines: readonly T[], query: string): T[] {
  const core = fold(query).replace(ASKING, ' ');
  const wanted = new Set(termsOf(core));
  const characters = new Set(core.match(CHARACTER) ?? []);
  return lines.filter(({ text }) => {
    if (termsOf(text).some((term) => wanted.has(term))) return true;
    const held = [...characters].filter((c) => text.includes(c)).length;
    return characters.size >= 2 && held / characters.size >= ENOUGH;
  });
}
