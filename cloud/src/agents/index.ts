export { answer, RANGES, skillFor, toldApart, type Answer, type AnswerInput, type Asker, type ChallengeHere, type Fact, type Further, type Line, type Locale, type OwnStanding, type Part, type PersonHere, type Proposal, type Range, type Reading, type Speaker, type TripHere, type TripPlace, type TripStop } from './chat';
export { TURN_LIMITS } from './limits';
export { readMeanings, type MeaningsRead } from './itinerary';
export { maskPii } from './mask';
export type { ChosenModel } from './chosenModel';
export { createModel, offlineModel, OFFLINE_NAME, type ModelOptions } from './model';
export { writeRecap, type Account, type AccountTodo, type AccountTopic, type WriteInput, type Written } from './recap';
