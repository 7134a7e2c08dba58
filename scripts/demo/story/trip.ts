import type { Who } from './script';

export const TRIP = { pai: '周末杭州', title: '杭州两天', city: '杭州', days: 2 } as const;
export const TRAVELLERS: readonly Who[] = ['lan', 'po', 'fang', 'mu', 'xia'];

/** What is wished in talk; the board reads it. */
export const WISHED: readonly (readonly [Who, string])[] = [
  ['lan', '咱们去杭州吧，住一晚'],
  ['po', '我想去灵隐寺，慢慢走'],
  ['fang', '我妈膝盖不好，爬不了山'],
  ['mu', '预算人均1500以内'],
  ['xia', '想去博物馆看玉'],
  ['fang', '我吃素，给我找素的'],
];

/** And one that is written on the board. */
export const WRITTEN: readonly [Who, string] = ['po', '不要太早出门'];
/** Who wishes the same. */
export const HEARTS: readonly Who[] = ['fang', 'xia'];
