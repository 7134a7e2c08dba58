import type { Who } from './script';

/** Walking after supper, of those who go on the trip. */
export const CHALLENGE = { title: '饭后走 6000 步', days: 21, cards: 2 } as const;

/** Who has walked today, how far and what they say; the others can still. */
export const WALKED: readonly (readonly [Who, number, string])[] = [
  ['fang', 8210, '沿河走了一圈，桂花还有一点香'],
  ['lin', 6420, '陪慧芳走的，她走得快'],
  ['xia', 6050, ''],
];
/** Takes part and has not walked yet: the button is waiting. */
export const WAITING: readonly Who[] = ['lan', 'po'];
/** Is ill until tomorrow. */
export const ILL: Who = 'dou';
