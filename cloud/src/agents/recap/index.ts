export type { Account, AccountTodo, AccountTopic, WriteInput, Written } from './types';
export { writeRecap } from './writeRecap';
