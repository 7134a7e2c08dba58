import { skip, type Hit } from './match';

/** What 之前 and 之后 leave open: the beginning or the end. */
export type Bound = 'before' | 'after';

/* 前天, 前往 and 后面 are words of their own. */
const BEFORE = skip('\\s?(?:之前|以前|前(?![天面往后者台辈途景提锋言端任夕段年日晚几一二两三四五六七八九十\\d]))');
const AFTER = skip('\\s?(?:之后|以后|(?:过)?后(?![天面来台勤悔备半续期年日几一二两三四五六七八九十\\d])|起(?![来床飞身点跑步])|以来)');
const BEGINS = skip('\\s?开始');

/** 之前, 之后, 起 behind a time; 开始 too unless it is a clock: 三点开始 is three o'clock. */
export function boundAt(text: string, at: number, isClock: boolean): Hit<Bound> | null {
  const before = BEFORE(text, at);
  if (before > at) return { end: before, value: 'before' };
  const after = isClock ? AFTER(text, at) : Math.max(AFTER(text, at), BEGINS(text, at));
  return after > at ? { end: after, value: 'after' } : null;
}
