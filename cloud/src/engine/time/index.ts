export { time } from './time';
export { isMoment, isZone } from './zone';
export type { TimeInput, TimeItem } from './types';
