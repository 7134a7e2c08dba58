import { clauseAt, type Said } from './said';

const CORRECTS = /不对|不是|错|算了|改|还是|不够|哦不|不,|太(?:赶|短|长|少|久|多|紧)|应该是|更正|要不|干脆/;
const TOLD = /去年|前年|上次|(?<!晚|早)上回(?![来去])|那次|上个?月|曾经|(?<![点分半号日月周年天\d])以前|小时候|(?<!没[有怎么]?)(?<![没想要能])[去来吃住玩看]过(?!山车|来|去|夜|得|的话|年|节|几天)|[去来吃逛玩看]了[\d一二两三四五六七八九十几好多]+[次回趟遍]|花了|(?:昨[天晚]|前[天晚]|前[两几]天|上周[一-龥]?|刚刚?)[^,。]{0,8}[吃去逛看玩住喝]了|[待玩住]了[\d一二两三四五六七八九十]|刚从/;

/** The first of what was said, or the last where the words between take it back: 五个人，不对，六个人. */
export function lastWord<T extends { start: number; end: number }>(text: string, said: readonly T[]): T | undefined {
  return said.reduce<T | undefined>((kept, next) => (kept === undefined || CORRECTS.test(text.slice(kept.end, next.start)) ? next : kept), undefined);
}

/** Whether the words before a number take another one back. */
export const isCorrection = (between: string): boolean => CORRECTS.test(between);

/** Whether the clause at a position tells of a trip that has been. */
export const isTold = (said: Said, at: number): boolean => TOLD.test(clauseAt(said, at).text);
