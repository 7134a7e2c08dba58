export { toldApart } from './address';
export { answer } from './agent';
export { skillFor } from './intent';
export { RANGES, type Answer, type AnswerInput, type Asker, type Fact, type Further, type Line, type Locale, type Part, type PersonHere, type Range, type Reading, type Speaker } from './types';
export type { ChallengeHere, OwnStanding } from './checkin/types';
export type { TripHere, TripPlace, TripStop } from './trip/types';
export type { Proposal } from './proposals';
