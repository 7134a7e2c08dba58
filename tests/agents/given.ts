import { offlineModel, type Answer, type AnswerInput, type Line, type Reading } from '../../cloud/src/agents';

/** 25 July 2026, 21:00 in Shanghai, a Saturday. */
export const NOW = new Date('2026-07-25T13:00:00Z');
const nowSeconds = NOW.getTime() / 1000;

/** A chat as [author, text] pairs, a minute apart, ending a minute before NOW; seq from `first`. */
export function chat(rows: readonly (readonly [string, string])[], first = 1): Line[] {
  return rows.map(([author, text], i) => ({ seq: first + i, author, text, at: nowSeconds - 60 * (rows.length - i) }));
}

export const OUTING = chat([
  ['林静', '周六去香山爬山怎么样？早上八点半南门集合'],
  ['阿楠', '好啊，没问题'],
  ['王磊', '我来买门票，周五前买好，一共六十元'],
  ['林静', '晚上去吃烧烤，我订位子'],
  ['王磊', '烧烤我带炭，谁带饮料？'],
  ['林静', '天气预报说周六晴天，爬山正合适'],
  ['阿楠', '爬山要穿运动鞋，香山台阶很多'],
  ['王磊', '香山门票网上买要提前一天'],
]);

export interface Reads {
  ranges: string[];
  queries: string[];
}

export function readingOf(lines: readonly Line[], reads: Reads = { ranges: [], queries: [] }): Reading {
  return {
    messagesIn: async (range) => {
      reads.ranges.push(range);
      return lines;
    },
    messagesAbout: async (query) => {
      reads.queries.push(query);
      return lines;
    },
  };
}

export const ask = (text: string, name = '阿楠', seq = 100) => ({ id: `u-${name}`, name, seq, text });

export function inputWith(change: Partial<AnswerInput> = {}): AnswerInput {
  return {
    model: offlineModel(),
    fallback: offlineModel(),
    signal: new AbortController().signal,
    now: NOW,
    zone: 'Asia/Shanghai',
    locale: 'zh',
    self: { name: '小派', manner: '轻松，话短' },
    askers: [ask('@小派 总结一下')],
    lines: [],
    tools: readingOf(OUTING),
    ...change,
  };
}

export const textOf = ({ parts }: Answer): string => parts.map((part) => part.text).join('');
