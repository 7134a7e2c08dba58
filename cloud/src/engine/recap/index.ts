export { mergeRecaps } from './mergeRecaps';
export { recap } from './recap';
export { recapSegment, recapSegments, type SegmentRecap, type TopicDigest } from './segmentRecap';
export type { Cited, Recap, RecapInput, RecapMessage, Todo, Topic } from './types';
