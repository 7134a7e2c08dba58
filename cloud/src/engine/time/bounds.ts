import { skip, type Hit } from './match';

/** Which side is left open: 周五之前 ends as Friday begins, 最晚周五 as it ends. */
export type Bound = 'before' | 'until' | 'after';

/* 前天, 前往 and 后面 are words of their own. */
const BEFORE = skip('\\s?(?:之前|以前|前(?![天面往后者台辈途景提锋言端任夕段年日晚几一二两三四五六七八九十\\d]))');
const AFTER = skip('\\s?(?:之后|以后|(?:过)?后(?![天面来台勤悔备半续期年日几一二两三四五六七八九十\\d])|起(?![来床飞身点跑步])|以来)');
const BEGINS = skip('\\s?开始');

const LEADS: readonly (readonly [Bound, (text: string, at: number) => number])[] = [
  ['before', skip('早于|before\\s')],
  ['until', skip('(?:不[晚迟]于|最[晚迟](?:在|到)?|截止到?|截至|直到)|(?:no later than|by|until|till)\\s')],
  ['after', skip('不早于|晚于|最早(?:在|到)?|(?:after|since|from)\\s')],
];

/** 最晚, 晚于, by, since before a time. */
export function leadAt(text: string, at: number): Hit<Bound> | null {
  for (const [bound, lead] of LEADS) {
    const end = lead(text, at);
    if (end > at) return { end, value: bound };
  }
  return null;
}

/** 之前, 之后, 起 behind a time; 开始 too unless it is a clock: 三点开始 is three o'clock. */
export function boundAt(text: string, at: number, isClock: boolean): Hit<Bound> | null {
  const before = BEFORE(text, at);
  if (before > at) return { end: before, value: 'before' };
  const after = isClock ? AFTER(text, at) : Math.max(AFTER(text, at), BEGINS(text, at));
  return after > at ? { end: after, value: 'after' } : null;
}
