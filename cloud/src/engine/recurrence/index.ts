export { nextTime, type Repeating } from './next';
export { readRule } from './rule';
