export { nextTime, type Repeating } from './next';
