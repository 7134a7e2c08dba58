export { recap } from './recap';
export type { Cited, Recap, RecapInput, RecapMessage, Todo, Topic } from './types';
