import type { Who } from './script';

/** What is still open is voted on. */
export const POLL: { question: string; options: string[]; votes: [Who, number][] } = {
  question: '1 月 2 号回程坐哪趟？',
  options: ['15:40，到家天还亮', '17:22，上午逛完集市'],
  votes: [
    ['fang', 0],
    ['lin', 0],
    ['dou', 1],
    ['yu', 1],
    ['xia', 1],
    ['po', 0],
    ['mu', 0],
  ],
};

export const REMINDER = '没交 1500 的今天转给林岚';

export const COLOUR_ASK = '@小派 发起投票：全家福穿什么？红衣服、红围巾、随便穿';
