import { mergeRecaps, recap, recapSegment, recapSegments, type RecapMessage } from '../../cloud/src/engine/recap';
import { moderate } from '../../cloud/src/engine/moderate';
import { looksLikeAsk } from '../../cloud/src/engine/speak';
import { collectWishes } from '../../cloud/src/engine/wishes';
import type { Measure } from '../../tests/evals/measure';
import { line } from './recap';

const MESSAGES = 5000;
const BUDGET = 800;
const SENDS = 5000;

/** Milliseconds of CPU of the cheapest of three runs: a busy machine makes all clocks run. */
export const cheapest = (run: () => unknown): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const start = process.cpuUsage();
      run();
      return process.cpuUsage(start).user / 1000;
    }),
  );

const perSend = (check: (text: string) => unknown): number =>
  (cheapest(() => {
    for (let i = 0; i < SENDS; i++) check(line(i));
  }) *
    1000) /
  SENDS;

/** Lines that the grammar of clauses could be lost in, as long as such a clause may be. */
const WINDING = ['从在用到跟给', '今天来去', '把啊', '先再会就从在用到和', '今天上午下下周五', '帮跟你去'].map((words) => ['我', ...words.repeat(50)].slice(0, 40).join(''));

/** Pieces of wishes, to the length of the longest message. */
const WISHFUL = ['我和朋友', '从上海到', '从地铁到', '三个人两个', '5000-', '不要辣', '对花生过敏', '一二三', '别', '1', ' ', '预算100元以内', '餐饮', '不去'].map((piece) => piece.repeat(2000 / piece.length));
const VOCABULARY = { names: ['故宫', '天坛公园', '护国寺小吃店'], kinds: { attraction: ['历史古迹', '自然风光', '博物馆'], restaurant: ['烤鸭', '川菜', '素食'], hotel: ['泳池', '经济型'] } };

const said = (text: string): RecapMessage[] => [{ id: '1', author: '阿花', at: 0, text, replyTo: null }];

/** What the engine does for a long log, and on the way of every message sent. */
export function benchEngine(): Measure[] {
  const messages = Array.from({ length: MESSAGES }, (_, i): RecapMessage => ({ id: String(i), author: 'abcde'[i % 5] as string, at: i * 90, text: line(i), replyTo: null }));
  const { closed, open } = recapSegments(messages);
  const merged = (): unknown => mergeRecaps([...closed, recapSegment(messages.slice(open))], BUDGET);
  return [
    { name: 'account of 5,000 messages, ms of CPU', figure: cheapest(() => (recapSegments(messages), merged())), bar: 1000, lowerIsBetter: true },
    { name: 'the same with its segments kept, ms', figure: cheapest(merged), bar: 100, lowerIsBetter: true },
    { name: 'moderate, µs a message', figure: perSend((text) => moderate({ text })), bar: 200, lowerIsBetter: true },
    { name: 'looks like an ask, µs a message', figure: perSend(looksLikeAsk), bar: 50, lowerIsBetter: true },
    { name: 'account of the most winding line, ms', figure: Math.max(...WINDING.map((text) => cheapest(() => recap({ messages: said(text), budget: BUDGET })))), bar: 10, lowerIsBetter: true },
    { name: 'wishes of the most hostile message, ms', figure: Math.max(...WISHFUL.map((text) => cheapest(() => collectWishes([{ id: '1', author: 'a', at: 0, text }], VOCABULARY)))), bar: 20, lowerIsBetter: true },
  ];
}
