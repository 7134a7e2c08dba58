import { fold } from './fold';

const RUN = /[\p{Script=Han}\u3040-\u30ff\uac00-\ud7af]+|[\p{L}\p{N}]+/gu;
const CJK = /[\p{Script=Han}\u3040-\u30ff\uac00-\ud7af]/u;
const MIXED = /[\p{Script=Han}\u3040-\u30ff\uac00-\ud7af]+|[^\p{Script=Han}\u3040-\u30ff\uac00-\ud7af]+/gu;

/* A pair of two characters that mostly hold sentences together says nothing about the subject. */
const FUNCTION_CHARS = new Set(
  '的了是我们你他她它这那就也都在有和与及或但而又很还要会能可以吗呢吧啊呀哦嗯哈嘛么个些什怎样为因所如果对于把被让给从到去来说讲想觉得做其实然后候时后前里面上下中一二两三不没没啦呗噢喂哎您咱自己之其此该每某各几多少大小好看再只已最更非常比较可能应该一种一些一样这样那样这种那种东西方面情况问题'.split(''),
);

/** Words of English that say nothing about the subject. */
const STOP_WORDS = new Set(
  'a an the and or but if so of to in on at for from by with as is are was were be been am do does did have has had i you he she it we they me him her us them my your his its our their this that these those there here not no yes ok okay can could will would shall should may might just very too also then than when what which who whom how why all any some more most now up out about into over get got go going'.split(
    ' ',
  ),
);

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

/** Latin plurals and the commonest endings taken off, so that "tickets" meets "ticket". */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ies|es|s|ing|ed)$/, '') : word);

export const isContentPair = (pair: string): boolean => !(FUNCTION_CHARS.has(pair[0] as string) && FUNCTION_CHARS.has(pair[1] as string));

function termsOfRun(run: string): string[] {
  if (!CJK.test(run)) return STOP_WORDS.has(run) ? [] : [stem(run)];
  const chars = [...run];
  if (chars.length === 1) return FUNCTION_CHARS.has(run) ? [] : [run];
  return chars.slice(0, -1).flatMap((c, i) => (isContentPair(c + chars[i + 1]) ? [c + chars[i + 1]] : []));
}

/**
 * What a text is about, for comparing: pairs of neighbouring CJK characters and Latin words or numbers, folded, without
 * those that only hold sentences together. In order, with repeats.
 */
export function termsOf(text: string): string[] {
  const runs = fold(text).match(RUN) ?? [];
  return runs.flatMap((run) => (CJK.test(run) ? (run.match(MIXED) ?? []) : [run])).flatMap(termsOfRun);
}
