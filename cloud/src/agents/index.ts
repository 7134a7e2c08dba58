export { answer, RANGES, type Answer, type AnswerInput, type Asker, type Line, type Locale, type Part, type Range, type Reading } from './chat';
export { TURN_LIMITS } from './limits';
export { maskPii } from './mask';
export type { ChosenModel } from './chosenModel';
export { createModel, offlineModel, OFFLINE_NAME, type ModelOptions } from './model';
export type { Account, AccountTodo, AccountTopic, WriteInput, Written } from './recap';
